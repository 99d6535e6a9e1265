// @ts-check
// The line between chart and list, which the user drags, or moves by arrow keys; where it stands is kept in the browser.

import { find } from "./dom.js";

const KEPT_SHARE = "briefing_chart_share";
const USUAL_SHARE = 0.46; // of the height there is, up to the usual 560 pixels: chart, a month of the list, the selected event
const KEY_STEP = 40; // pixels that an arrow key moves it
const LEAST_PART = 180; // pixels that chart and list have at least

export class Divider {
  /** @param {import("./view.js").View} view */
  constructor(view) {
    this.view = view;
    this.element = find(view.root, ".tl-divider");
    this.share = readShare();
    this.free = 0; // the pixels that chart and list share
    this.element.addEventListener("pointerdown", (event) => this.drag(event));
    this.element.addEventListener("keydown", (event) => this.hearKey(event));
    this.element.addEventListener("dblclick", () => this.keep(0));
  }

  /**
   * How high the chart is, where chart and list share so many pixels.
   * @param {number} free
   */
  height(free) {
    this.free = free;
    const usual = Math.min(560, Math.max(240, free * USUAL_SHARE));
    const asked = this.share ? this.share * free : usual;
    const height = Math.round(Math.min(Math.max(asked, LEAST_PART), Math.max(free - LEAST_PART, LEAST_PART)) / 20) * 20;
    this.element.setAttribute("aria-valuenow", String(Math.round((100 * height) / free)));
    return height;
  }

  /** @param {PointerEvent} event */
  drag(event) {
    const { element } = this;
    const top = this.view.root.getBoundingClientRect().top;
    const begin = event.clientY;
    const before = this.height(this.free);
    element.setPointerCapture(event.pointerId);
    element.onpointermove = (moved) => (element.style.transform = `translateY(${this.within(moved.clientY, top) - this.within(begin, top)}px)`);
    element.onpointerup = (moved) => {
      element.onpointermove = element.onpointerup = null;
      element.style.transform = "";
      if (moved.clientY !== begin) this.keep((before + moved.clientY - begin) / this.free);
    };
    event.preventDefault();
  }

  /**
   * How far below the top of the page part the pointer is, no nearer to its ends than chart and list allow.
   * @param {number} y
   * @param {number} top
   */
  within(y, top) {
    return Math.min(Math.max(y - top, LEAST_PART), Math.max(this.free - LEAST_PART, LEAST_PART));
  }

  /** @param {KeyboardEvent} event */
  hearKey(event) {
    const by = { ArrowUp: -KEY_STEP, ArrowDown: KEY_STEP }[event.key];
    if (event.key === "Enter" || event.key === "Escape") this.keep(0);
    else if (by) this.keep((this.height(this.free) + by) / this.free);
    else return;
    event.preventDefault();
    event.stopPropagation(); // elsewhere arrows go from event to event
  }

  /**
   * The chart's share of the height, 0 for the usual one.
   * @param {number} share
   */
  keep(share) {
    this.share = Math.min(Math.max(share, 0), 1);
    try {
      localStorage.setItem(KEPT_SHARE, String(this.share));
    } catch {
      // a browser that keeps nothing forgets where it stood
    }
    this.view.measure();
  }
}

/** What the browser kept; 0 where it keeps nothing, or no share. */
function readShare() {
  try {
    const kept = Number(localStorage.getItem(KEPT_SHARE));
    return kept > 0 && kept < 1 ? kept : 0;
  } catch {
    return 0;
  }
}
