// @ts-check
// What there is besides the events: every source, to read it, and every actor, to see its events alone.

import { button, factsLine, keyed, make, toolbar } from "./dom.js";

/** @type {Record<string, string>} */
const HINTS = {
  "": "Choose an event in the chart or the list to see the words it rests on.",
  sources: "Choose a source to read it with its events marked, or an event in the chart or the list.",
  actors: "Choose an actor to see only the events it takes part in, or an event in the chart or the list.",
};

export class Overview {
  /** @param {import("./view.js").View} view */
  constructor(view) {
    this.view = view;
  }

  /** @param {import("./types").OverviewData} data */
  makeParts(data) {
    const line = toolbar("tl-bar", "What is listed");
    for (const [kind, words] of data.kinds) {
      const turn = keyed(kind, button(words, () => this.view.say("looked", kind)));
      turn.setAttribute("aria-pressed", String(kind === data.kind));
      line.append(turn);
    }
    const list = make("ul", "tl-overview");
    list.append(...data.rows.map((row) => this.makeRow(data.kind, row)));
    const more = data.more ? [make("p", "tl-read", `${data.more.toLocaleString("en")} more are not listed here.`)] : [];
    return [line, make("p", "tl-read", HINTS[data.kind]), list, ...more];
  }

  /**
   * @param {string} kind
   * @param {import("./types").OverviewRow} row
   */
  makeRow(kind, row) {
    const item = make("li");
    const go = kind === "actors" ? () => this.view.say("only", row.id) : () => this.view.say("opened", [row.id, ""]);
    const name = kind === "actors" || row.readable ? button(row.name, go) : make("span", "", row.name);
    if (kind === "actors") {
      name.classList.add("tl-actor");
      if (row.colour) name.style.setProperty("--actor", row.colour);
    }
    item.append(keyed(`row-${row.id}`, name), factsLine(row.facts));
    return item;
  }
}
