// @ts-check
// The names of the lanes beside the chart: pressing one folds its lane, dragging one (or arrow keys on it) moves it.

import { button, find, keyed } from "./dom.js";

const PRESSED_STILL = 6; // pixels that a pointer may move and still press

export class Lanes {
  /** @param {import("./chart.js").Chart} chart */
  constructor(chart) {
    this.chart = chart;
    this.element = find(chart.view.root, ".tl-lanes");
  }

  /** @returns {import("./types").LaneData[]} */
  get shown() {
    return this.chart.data?.lanes ?? [];
  }

  show() {
    const held = this.element.contains(document.activeElement) ? /** @type {HTMLElement} */ (document.activeElement).dataset.key : "";
    this.element.hidden = !this.shown.length;
    this.element.replaceChildren(...this.shown.map((lane, place) => this.makeName(lane, place)));
    if (held) this.element.querySelectorAll("button").forEach((each) => each.dataset.key === held && each.focus());
  }

  /**
   * @param {import("./types").LaneData} lane
   * @param {number} place
   */
  makeName(lane, place) {
    const name = keyed(`lane-${lane.name}`, button("", () => {}, `Lane ${lane.name}: Enter folds it, arrow keys move it`));
    Object.assign(name.style, { top: `${lane.top}px`, height: `${lane.bottom - lane.top}px`, width: `${lane.gutter}px` });
    name.title = `${lane.name}: press to fold, drag to move`;
    name.setAttribute("aria-pressed", String(lane.folded));
    name.addEventListener("pointerdown", (event) => this.drag(event, name, place));
    name.addEventListener("keydown", (event) => this.hearKey(event, place));
    return name;
  }

  /**
   * @param {PointerEvent} event
   * @param {HTMLElement} name
   * @param {number} place
   */
  drag(event, name, place) {
    const begin = event.clientY;
    const top = this.element.getBoundingClientRect().top;
    name.setPointerCapture(event.pointerId);
    name.onpointermove = (now) => (name.style.transform = `translateY(${now.clientY - begin}px)`);
    name.onpointerup = (now) => {
      name.onpointermove = name.onpointerup = null;
      name.style.transform = "";
      if (Math.abs(now.clientY - begin) < PRESSED_STILL) this.fold(place);
      else this.move(place, placeAt(this.shown, now.clientY - top));
    };
  }

  /**
   * @param {KeyboardEvent} event
   * @param {number} place
   */
  hearKey(event, place) {
    const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
    if (event.key === "Enter" || event.key === " ") this.fold(place);
    else if (by) this.move(place, place + by);
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  /** @param {number} place */
  fold(place) {
    this.chart.view.say("folded", this.shown[place].name);
  }

  /**
   * @param {number} from
   * @param {number} to
   */
  move(from, to) {
    const names = moved(this.shown.filter(({ fixed }) => !fixed).map(({ name }) => name), from, to);
    if (names) this.chart.view.say("ordered", names);
  }
}

/**
 * The lane at a height of the chart, or the nearest one.
 * @param {{top: number, bottom: number}[]} lanes
 * @param {number} y
 */
export function placeAt(lanes, y) {
  const below = lanes.findIndex(({ bottom }) => y < bottom);
  return below < 0 ? lanes.length - 1 : below;
}

/**
 * `names` with the one at `from` at `to` instead; null where nothing moves.
 * @param {string[]} names
 * @param {number} from
 * @param {number} to
 */
export function moved(names, from, to) {
  const end = Math.min(Math.max(to, 0), names.length - 1);
  if (from === end || !(from in names)) return null;
  const rest = names.toSpliced(from, 1);
  return rest.toSpliced(end, 0, names[from]);
}
