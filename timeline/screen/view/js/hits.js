// @ts-check
// The words that are searched for, marked where they stand: as a highlight of the browser, which changes no element.

const WHERE = ".tl-row :is(.tl-title, .tl-quote, .tl-actor), .tl-panel :is(h2, blockquote, .tl-actor), .tl-grid th button";
const MOST = 2000; // marks: beyond, nobody looks at each

/** @param {HTMLElement} root */
export function markHits(root) {
  if (!("highlights" in CSS)) return;
  const words = searched(new URLSearchParams(location.search).get("q") ?? "");
  CSS.highlights.delete("tl-hits");
  if (!words.length) return;
  const ranges = [...root.querySelectorAll(WHERE)].flatMap((element) => findRanges(element, words)).slice(0, MOST);
  CSS.highlights.set("tl-hits", new Highlight(...ranges));
}

/** @param {string} query */
export function searched(query) {
  return query.toLowerCase().split(/\s+/).filter(Boolean);
}

/**
 * @param {Element} element
 * @param {string[]} words
 */
function findRanges(element, words) {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const ranges = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    for (const [start, end] of findHits(node.textContent ?? "", words)) {
      const range = new Range();
      range.setStart(node, start);
      range.setEnd(node, end);
      ranges.push(range);
    }
  }
  return ranges;
}

/**
 * From where to where each of `words` stands in `text`.
 * @param {string} text
 * @param {string[]} words
 * @returns {[number, number][]}
 */
export function findHits(text, words) {
  const low = text.toLowerCase();
  /** @type {[number, number][]} */
  const hits = [];
  if (low.length !== text.length) return hits; // a letter that is two in lower case: places would not fit
  for (const word of words) {
    for (let at = low.indexOf(word); at >= 0; at = low.indexOf(word, at + word.length)) hits.push([at, at + word.length]);
  }
  return hits;
}
