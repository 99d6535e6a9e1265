// @ts-check
// The document around a quote, with its events marked; what the user marks in it can become an event.

import { button, factsLine, keyed, link, make, plain } from "./dom.js";

/** @type {Record<string, string>} */
const NAMES = { here: "tl-here", told: "tl-told", aside: "tl-aside" };

export class DocumentPanel {
  /**
   * @param {import("./view.js").View} view
   * @param {HTMLElement} element
   */
  constructor(view, element) {
    this.view = view;
    this.element = element;
    /** @type {[number, number] | null} the stretch that the user has marked, in characters */
    this.marked = null;
    this.watch = () => this.hearSelection();
    document.addEventListener("selectionchange", this.watch);
  }

  stop() {
    document.removeEventListener("selectionchange", this.watch);
  }

  /** @param {import("./types").DocumentData} shown */
  makeParts(shown) {
    const line = make("div", "tl-bar tl-back");
    const mark = button("Make an event of the marked words", () => this.makeEvent(shown.id));
    mark.className = "tl-make";
    mark.disabled = !this.marked;
    mark.addEventListener("mousedown", (event) => event.preventDefault());
    const back = button(shown.event ? "Back to the event" : "Back to the sources", () => this.view.say("opened", ["", ""]));
    line.append(keyed("back", back), ...this.makeSteps(), mark);
    const facts = factsLine(shown.facts);
    if (shown.url) facts.append(link(shown.url, "Link"));
    const text = make("div", "tl-text");
    text.append(...shown.parts.map((part) => this.makePart(part)));
    return [line, make("h2", "", shown.title), facts, text];
  }

  /** To the previous and the next stretch of the text that tells an event, from where the text is scrolled to. */
  makeSteps() {
    return [-1, 1].map((by) => {
      const label = by < 0 ? "Previous mark" : "Next mark";
      return keyed(label, button(by < 0 ? "↑" : "↓", () => this.step(by), label));
    });
  }

  /** @param {number} by */
  step(by) {
    /** @type {HTMLElement[]} */
    const marks = [...this.element.querySelectorAll(".tl-text .tl-told, .tl-text .tl-here")].map((each) => /** @type {HTMLElement} */ (each));
    const middle = this.element.scrollTop + this.element.clientHeight / 3;
    const rest = marks.filter((each) => (by < 0 ? each.offsetTop < middle - 4 : each.offsetTop > middle + 4));
    const next = by < 0 ? rest.at(-1) : rest[0];
    if (!next) return;
    this.element.scrollTop = next.offsetTop - this.element.clientHeight / 3;
    marks.forEach((each) => each.classList.toggle("tl-at", each === next));
  }

  /** @param {import("./types").TextPart} part */
  makePart([text, kind, id]) {
    if (!kind) return document.createTextNode(plain(text));
    const part = make(kind === "date" ? "mark" : "span", NAMES[kind] ?? "tl-here", text);
    if (kind === "told" && id) {
      part.tabIndex = 0;
      part.setAttribute("role", "link");
      const go = () => this.view.select(id);
      part.addEventListener("click", go);
      part.addEventListener("keydown", (event) => event.key === "Enter" && go());
    }
    return part;
  }

  /** The button can be pressed while something is marked; pressing it must not depend on the mark outliving the press. */
  hearSelection() {
    /** @type {HTMLButtonElement | null} */
    const made = this.element.querySelector(".tl-make");
    if (!made || document.activeElement === made) return;
    this.marked = this.readSelection();
    made.disabled = !this.marked;
  }

  /**
   * The stretch of the document's text that the user has marked, as offsets in characters; null for none.
   * @returns {[number, number] | null}
   */
  readSelection() {
    const text = this.element.querySelector(".tl-text");
    const chosen = document.getSelection();
    if (!text || !chosen?.rangeCount || chosen.isCollapsed) return null;
    const range = chosen.getRangeAt(0);
    if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return null;
    const before = document.createRange();
    before.setStart(text, 0);
    before.setEnd(range.startContainer, range.startOffset);
    const start = countCharacters(before.toString());
    return [start, start + countCharacters(range.toString())];
  }

  /** @param {string} id */
  makeEvent(id) {
    if (this.marked) this.view.say("corrected", ["mark", id, ...this.marked]);
  }
}

/**
 * Python counts characters, JavaScript the halves of those beyond the first 65,536.
 * @param {string} text
 */
export function countCharacters(text) {
  return [...text].length;
}
