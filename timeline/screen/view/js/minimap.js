// @ts-check
// The small chart of the whole span under the chart: bars for how much happened when, and a frame over what is shown,
// which is dragged, widened at its ends, or drawn anew beside it.

import { find, make } from "./dom.js";

const SVG = "http://www.w3.org/2000/svg";
const HIGH = 28;
const GRIP = 6; // pixels beside an end of the frame where the pointer still takes it
const LEAST = 8; // pixels that a frame is wide at least
const ALL = 0.98; // of the whole: beside a wider frame there is no room to draw another in

export class Minimap {
  /** @param {import("./chart.js").Chart} chart */
  constructor(chart) {
    this.chart = chart;
    this.element = find(chart.view.root, ".tl-minimap");
    this.drawn = "";
    this.element.onpointerdown = (event) => this.drag(event);
  }

  /** Draw what is not drawn yet, and put the frame over what the chart shows. */
  show() {
    const data = this.chart.data;
    this.element.hidden = !data?.whole;
    if (!data?.whole) return;
    if (this.drawn !== data.id) {
      this.element.replaceChildren(drawBars(data.whole.counts), this.frame());
      this.drawn = data.id;
    }
    const [from, to] = data.whole.range;
    const [left, right] = this.chart.range().map((unit) => within((unit - from) / (to - from), 0, 1));
    this.moveFrame(left, right);
  }

  frame() {
    return this.element.querySelector(".tl-frame") ?? make("div", "tl-frame");
  }

  /**
   * @param {number} left
   * @param {number} right
   */
  moveFrame(left, right) {
    const frame = find(this.element, ".tl-frame");
    frame.style.left = `${left * 100}%`;
    frame.style.right = `${(1 - right) * 100}%`;
  }

  /** @param {PointerEvent} event */
  drag(event) {
    const box = this.element.getBoundingClientRect();
    /** @param {PointerEvent} moved */
    const at = (moved) => within((moved.clientX - box.left) / box.width, 0, 1);
    const shown = find(this.element, ".tl-frame").getBoundingClientRect();
    const frame = /** @type {[number, number]} */ ([shown.left, shown.right].map((x) => (x - box.left) / box.width));
    const begin = at(event);
    const held = heldPart(frame, begin, GRIP / box.width);
    this.element.setPointerCapture(event.pointerId);
    this.element.onpointermove = (moved) => this.moveFrame(...draggedFrame(frame, held, begin, at(moved)));
    this.element.onpointerup = (moved) => {
      this.element.onpointermove = this.element.onpointerup = null;
      const [first, last] = draggedFrame(frame, held, begin, at(moved));
      if ((last - first) * box.width < LEAST) this.show();
      else this.chart.showShare(first, last);
    };
    event.preventDefault();
  }
}

/**
 * @param {number} value
 * @param {number} least
 * @param {number} most
 */
function within(value, least, most) {
  return Math.min(Math.max(value, least), most);
}

/**
 * What a pointer that goes down at `begin` takes of a frame; all as shares of the whole.
 * @param {[number, number]} frame
 * @param {number} begin
 * @param {number} grip
 * @returns {"left" | "right" | "middle" | "new"}
 */
export function heldPart([left, right], begin, grip) {
  if (right - left > ALL) return "new";
  if (Math.abs(begin - left) <= grip) return "left";
  if (Math.abs(begin - right) <= grip) return "right";
  return begin > left && begin < right ? "middle" : "new";
}

/**
 * Where the frame lies once the pointer that took it at `begin` is `here`.
 * @param {[number, number]} frame
 * @param {"left" | "right" | "middle" | "new"} held
 * @param {number} begin
 * @param {number} here
 * @returns {[number, number]}
 */
export function draggedFrame([left, right], held, begin, here) {
  if (held === "middle") {
    const by = within(here - begin, -left, 1 - right);
    return [left + by, right + by];
  }
  const fixed = { left: right, right: left, new: begin }[held];
  return [Math.min(fixed, here), Math.max(fixed, here)];
}

/** @param {number[]} counts */
function drawBars(counts) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", `0 0 ${counts.length} ${HIGH}`);
  svg.setAttribute("preserveAspectRatio", "none");
  svg.setAttribute("aria-hidden", "true");
  const most = Math.max(...counts, 1);
  counts.forEach((count, place) => {
    if (!count) return;
    const bar = document.createElementNS(SVG, "rect");
    const high = Math.max(3, Math.sqrt(count / most) * (HIGH - 4)); // by the root, so that a lone event is seen beside fifty
    for (const [name, value] of Object.entries({ x: place + 0.1, y: HIGH - high, width: 0.8, height: high })) bar.setAttribute(name, String(value));
    svg.append(bar);
  });
  return svg;
}
