// @ts-check
// The reading pane: the document around a quote over the whole height of the page, with its events marked; what the user
// marks in it can become an event.

import { findMarks, makeText } from "./document_text.js";
import { button, factsLine, find, keyed, link, make } from "./dom.js";

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
    this.at = -1; // which of the marks is read
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
    line.append(keyed("back", back), ...(this.view.mayEdit ? [mark] : []), ...this.makeSteps());
    const facts = factsLine(shown.facts);
    if (shown.url) facts.append(link(shown.url, "Link"));
    const title = shown.blocks.some(([, kind]) => kind === "title") ? [] : [make("h2", "", shown.title)];
    return [line, facts, ...title, makeText(shown, (id) => this.view.select(id))];
  }

  /** To the previous and the next event that the text tells, from where it is scrolled to; and which of how many that is. */
  makeSteps() {
    const count = make("span", "tl-place");
    count.setAttribute("aria-live", "polite");
    const [back, on] = [-1, 1].map((by) => {
      const label = by < 0 ? "Previous event of this document" : "Next event of this document";
      return keyed(label, button(by < 0 ? "↑" : "↓", () => this.step(by), label));
    });
    return [back, count, on];
  }

  /** Says how many events are marked, and of the one that is read which it is. */
  showPlace(at = -1) {
    const marks = findMarks(this.element);
    this.at = at < 0 ? marks.findIndex((mark) => mark.some((piece) => piece.classList.contains("tl-here"))) : at;
    find(this.element, ".tl-place").textContent = this.at < 0 ? `${marks.length} marked` : `${this.at + 1} of ${marks.length}`;
  }

  /** @param {number} by */
  step(by) {
    const marks = findMarks(this.element);
    const middle = this.element.scrollTop + this.element.clientHeight / 3;
    const top = (/** @type {HTMLElement[]} */ mark) => this.topOf(mark[0]);
    const isNear = marks[this.at] && Math.abs(top(marks[this.at]) - middle) < this.element.clientHeight;
    const next = isNear ? this.at + by : by < 0 ? marks.findLastIndex((mark) => top(mark) < middle - 4) : marks.findIndex((mark) => top(mark) > middle + 4);
    if (!marks[next]) return;
    if (this.view.isNarrow) marks[next][0].scrollIntoView({ block: "center" });
    else this.element.scrollTop = top(marks[next]) - this.element.clientHeight / 3;
    marks.forEach((mark, place) => mark.forEach((piece) => piece.classList.toggle("tl-at", place === next)));
    this.showPlace(next);
  }

  /**
   * How far below the top of the pane's content an element lies.
   * @param {HTMLElement} element
   */
  topOf(element) {
    return element.getBoundingClientRect().top - this.element.getBoundingClientRect().top + this.element.scrollTop;
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
