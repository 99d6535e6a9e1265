// @ts-check
// What has no date has no place on the axis: a lane of its own under the chart, a sign an event.

import { button, find, keyed, make } from "./dom.js";

export class Undated {
  /** @param {import("./view.js").View} view */
  constructor(view) {
    this.view = view;
    this.element = find(view.root, ".tl-undated");
  }

  /** @param {import("./types").ChartData | null} data */
  show(data) {
    const { events, more } = data?.undated ?? { events: [], more: 0 };
    this.element.hidden = !events.length;
    const count = (events.length + more).toLocaleString("en");
    this.element.replaceChildren(make("span", "tl-lane", `No date ${count}`), ...events.map(([id, title]) => this.makeSign(id, title)));
    if (more) this.element.append(make("span", "tl-lane", `and ${more.toLocaleString("en")} more in the list`));
    this.markSelected();
  }

  /**
   * @param {string} id
   * @param {string} title
   */
  makeSign(id, title) {
    const sign = keyed(`undated-${id}`, button("", () => this.view.select(id), title));
    sign.title = title;
    sign.dataset.id = id;
    return sign;
  }

  markSelected() {
    /** @type {NodeListOf<HTMLElement>} */
    const signs = this.element.querySelectorAll("button");
    signs.forEach((sign) => sign.setAttribute("aria-pressed", String(sign.dataset.id === this.view.selected)));
  }
}
