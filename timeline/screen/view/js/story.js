// @ts-check
// Story mode: arrow by arrow through the chosen events, the others dim; the sentence stands in large type, its date words
// lit, with its source beneath. It fills the screen where the browser lets it.

import { button, find, make, makeQuote } from "./dom.js";

const ON = new Set(["ArrowRight", "ArrowDown", "PageDown", " ", "Enter"]);
const BACK = new Set(["ArrowLeft", "ArrowUp", "PageUp", "Backspace"]);

export class Story {
  /** @param {import("./view.js").View} view */
  constructor(view) {
    this.view = view;
    this.element = find(view.root, ".tl-story");
    /** @type {import("./types").StoryEvent[]} none while it is closed */
    this.events = [];
    this.at = 0;
    this.left = () => document.fullscreenElement || this.close();
  }

  get isOpen() {
    return this.events.length > 0;
  }

  stop() {
    document.removeEventListener("fullscreenchange", this.left);
  }

  toggle() {
    if (this.isOpen) this.close();
    else this.open();
  }

  open() {
    this.events = this.view.data.story;
    if (!this.isOpen) return;
    this.at = Math.max(this.events.findIndex(({ id }) => id === this.view.selected), 0);
    this.view.root.dataset.story = "yes";
    this.element.hidden = false;
    this.view.root.requestFullscreen?.().catch(() => {}); // a browser that refuses shows it in its window
    document.addEventListener("fullscreenchange", this.left);
    this.show();
    this.element.focus({ preventScroll: true });
  }

  close() {
    this.stop();
    this.events = [];
    delete this.view.root.dataset.story;
    this.element.hidden = true;
    if (document.fullscreenElement) document.exitFullscreen();
    this.dimOthers();
    (this.view.list.rows.get(this.view.selected) ?? this.view.chart.plot).focus({ preventScroll: true });
  }

  /** @param {number} to */
  go(to) {
    this.at = Math.min(Math.max(to, 0), this.events.length - 1);
    this.show();
  }

  show() {
    const event = this.events[this.at];
    const said = make("div", "tl-story-said");
    said.setAttribute("aria-live", "polite");
    said.append(make("p", "tl-story-when", event.when), make("h2", "", event.title));
    if (event.quote.length) {
      const quote = makeQuote(event.quote);
      quote.className = "tl-story-quote";
      said.append(quote, make("p", "tl-story-source", event.source));
    }
    this.element.replaceChildren(said, this.makeBar());
    this.view.select(event.id);
    this.dimOthers();
  }

  makeBar() {
    const line = make("div", "tl-story-bar");
    const turn = (/** @type {string} */ text, /** @type {number} */ to, /** @type {string} */ label) => {
      const each = button(text, () => this.go(to), label);
      each.disabled = to < 0 || to >= this.events.length;
      return each;
    };
    const count = make("span", "", `${this.at + 1} of ${this.events.length}`);
    line.append(turn("←", this.at - 1, "Previous event"), count, turn("→", this.at + 1, "Next event"));
    line.append(button("Close", () => this.close(), "Close the story"));
    return line;
  }

  /**
   * Every key is the story's while it is open; Space and Enter on one of its buttons press that.
   * @param {KeyboardEvent} event
   */
  hearKey(event) {
    const onButton = event.target instanceof HTMLButtonElement && (event.key === " " || event.key === "Enter");
    if (onButton) return;
    if (ON.has(event.key)) this.go(this.at + 1);
    else if (BACK.has(event.key)) this.go(this.at - 1);
    else if (event.key === "Home") this.go(0);
    else if (event.key === "End") this.go(this.events.length - 1);
    else if (event.key === "Escape" || event.key === "p") this.close();
    else return;
    event.preventDefault();
  }

  /** What is drawn of every event but the one that is told is dim; Plotly keeps with each node which point it is. */
  dimOthers() {
    const here = this.events[this.at]?.id;
    for (const group of this.view.chart.plot.querySelectorAll(".scatterlayer .trace")) {
      const trace = /** @type {any} */ (group).__data__?.[0]?.trace;
      for (const node of group.querySelectorAll(".points path, .text .textpoint, .lines path")) {
        if (trace?.name === "labels" && node.matches("path")) continue; // unseen: it holds a title off its dot
        const own = trace?.name === "selected" || pointEvent(trace, node) === here;
        node.classList.toggle("tl-dim", this.isOpen && !own);
      }
    }
  }
}

/**
 * The id of the event that a point of a trace is drawn for.
 * @param {any} trace
 * @param {any} node
 */
function pointEvent(trace, node) {
  const data = trace?.customdata?.[node.__data__?.i];
  return Array.isArray(data) ? data[0] : data;
}
