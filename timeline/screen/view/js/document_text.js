// @ts-check
// The text of a document, to the letter, as blocks: headings as such, front matter folded away. What is not shown (the
// signs of a heading, white space between blocks) stays in the page, so that offsets counted in it are those of the text.

import { make, plain } from "./dom.js";

/** @type {Record<string, string>} */
const NAMES = { here: "tl-here", told: "tl-told", aside: "tl-aside" };
/** @type {Record<string, number>} */
const LEVELS = { title: 2, heading: 3 };

/**
 * @param {import("./types").DocumentData} shown
 * @param {(id: string) => void} select
 */
export function makeText(shown, select) {
  const text = make("div", "tl-text");
  let at = 0;
  for (const [count, kind] of shown.blocks) {
    text.append(makeBlock(shown.parts.slice(at, at + count), kind, select));
    at += count;
  }
  return text;
}

/**
 * @param {import("./types").TextPart[]} parts
 * @param {string} kind
 * @param {(id: string) => void} select
 */
function makeBlock(parts, kind, select) {
  const block = make("div", `tl-block tl-${kind}`);
  const nodes = parts.map((part, place) => makePart(part, kind, place === 0, place === parts.length - 1, select)).flat();
  if (LEVELS[kind]) {
    block.setAttribute("role", "heading");
    block.setAttribute("aria-level", String(LEVELS[kind]));
  }
  if (/\n\s*\n\s*$/.test(parts.at(-1)?.[0] ?? "")) block.classList.add("tl-spaced");
  if (kind !== "matter") {
    block.append(...nodes);
    return block;
  }
  const folded = make("details");
  const summary = make("summary"); // its words are the style sheet's, since they are none of the document
  summary.setAttribute("aria-label", "Front matter");
  folded.append(summary, ...nodes);
  block.append(folded);
  return block;
}

/**
 * @param {import("./types").TextPart} part
 * @param {string} block what it is a part of
 * @param {boolean} isFirst
 * @param {boolean} isLast
 * @param {(id: string) => void} select
 * @returns {Node[]}
 */
function makePart([text, kind, id], block, isFirst, isLast, select) {
  const bare = (/** @type {[text: string, isSeen: boolean]} */ [said, isSeen]) => (isSeen ? document.createTextNode(plain(said)) : make("span", "tl-sign", said));
  if (!kind) return cutUnseen(text, isFirst && block in LEVELS, isLast).map(bare);
  const part = make(kind === "date" ? "mark" : "span", NAMES[kind] ?? "tl-here", text);
  if (id) part.dataset.event = id;
  if (kind === "told" && id) {
    part.tabIndex = 0;
    part.setAttribute("role", "link");
    part.addEventListener("click", () => select(id));
    part.addEventListener("keydown", (event) => event.key === "Enter" && select(id));
  }
  return [part];
}

/**
 * A stretch of text cut where it is not shown: the signs before a heading, and white space at the end of a block.
 * @param {string} text
 * @param {boolean} hasSigns
 * @param {boolean} isLast
 * @returns {[text: string, isSeen: boolean][]}
 */
export function cutUnseen(text, hasSigns, isLast) {
  const signs = hasSigns ? (/^\s*#{1,6}[ \t]+/.exec(text)?.[0] ?? "") : "";
  const end = isLast ? (/\s*$/.exec(text.slice(signs.length))?.[0] ?? "") : "";
  const middle = text.slice(signs.length, text.length - end.length);
  /** @type {[text: string, isSeen: boolean][]} */
  const cut = [[signs, false], [middle, true], [end, false]];
  return cut.filter(([part]) => part);
}

/**
 * The marks of the events in a text, in its order: of each the pieces that stand together.
 * @param {ParentNode} text
 */
export function findMarks(text) {
  /** @type {HTMLElement[][]} */
  const marks = [];
  /** @type {NodeListOf<HTMLElement>} */
  const pieces = text.querySelectorAll("[data-event]");
  for (const piece of pieces) {
    const last = marks.at(-1);
    const goesOn = last?.at(-1) === piece.previousSibling && last?.[0].dataset.event === piece.dataset.event;
    if (goesOn) last?.push(piece);
    else marks.push([piece]);
  }
  return marks;
}
