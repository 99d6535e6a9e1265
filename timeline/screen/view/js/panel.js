// @ts-check
// The panel: the selected event with every quote and its source, or a document, or the overview.

import { DocumentPanel } from "./document_panel.js";
import { actorChip, button, factsLine, find, keyed, link, make, makeQuote, toolbar } from "./dom.js";
import { Overview } from "./overview.js";

export class Panel {
  /** @param {import("./view.js").View} view */
  constructor(view) {
    this.view = view;
    this.element = find(view.root, ".tl-panel");
    this.overview = new Overview(view);
    this.document = new DocumentPanel(view, this.element);
    this.shown = ""; // the id of the event that was selected when it was drawn
    this.isDocument = false;
    /** @type {string | undefined} the document and the number under the title that were asked for last */
    this.lookedAt = undefined;
  }

  stop() {
    this.document.stop();
  }

  /** @param {import("./types").Data} data */
  show(data) {
    const panel = this.element;
    this.place();
    const isDocument = Boolean(data.document && data.document.event === this.view.selected);
    this.view.notes.keepTyping(() => panel.replaceChildren(...this.makeParts(data, isDocument)));
    if (isDocument) this.document.showPlace();
    this.view.root.toggleAttribute("data-reading", isDocument);
    panel.setAttribute("aria-label", isDocument ? "Document" : this.listed(data) ? "Overview" : "Selected event");
    /** @type {HTMLElement | null} */
    const here = panel.querySelector(".tl-here");
    if (here && !this.view.isNarrow) panel.scrollTop = this.document.topOf(here) - panel.clientHeight / 3;
    else if (here) here.scrollIntoView({ block: "center" });
    else if (this.shown !== this.view.selected || this.isDocument) panel.scrollTop = 0;
    this.shown = this.view.selected;
    this.isDocument = isDocument;
    this.goToIt(data);
  }

  /**
   * @param {import("./types").Data} data
   * @param {boolean} isDocument
   * @returns {Node[]}
   */
  makeParts(data, isDocument) {
    if (isDocument && data.document) return this.document.makeParts(data.document);
    const event = data.event?.id === this.view.selected ? data.event : findKnown(data, this.view.selected);
    if (event) return this.makeEvent(event);
    const listed = this.listed(data);
    return listed ? this.overview.makeParts(listed) : [];
  }

  /** @param {import("./types").Data} data */
  listed(data) {
    return this.view.selected ? null : data.overview;
  }

  /**
   * Below the list's row on a phone, and where it is for what is not in the list; beside the list on a desk, and below
   * who says what.
   */
  place() {
    const inList = this.view.isNarrow && !this.view.whoSays.isShown && Boolean(this.view.selected);
    const row = inList ? this.view.list.rows.get(this.view.selected) : null;
    this.element.toggleAttribute("data-under", Boolean(row)); // which says what it is of, and when
    if (row) row.after(this.element);
    else if (!inList || !this.view.list.element.contains(this.element)) this.placeBesideList();
  }

  placeBesideList() {
    if (this.element.parentElement !== this.view.root) this.view.list.element.after(this.element);
  }

  /** @param {string} when */
  makeBar(when) {
    const line = make("div", "tl-bar");
    const { order } = this.view.list;
    const step = (/** @type {string} */ text, /** @type {number} */ by, /** @type {string} */ label) => {
      const element = button(text, () => this.view.move(by), label);
      const at = order.indexOf(this.view.selected) + by;
      element.disabled = at < 0 || at >= order.length;
      return keyed(text, element);
    };
    line.append(make("span", "tl-when", when), step("Previous", -1, "Previous event"), step("Next", 1, "Next event"));
    line.append(button("Close", () => this.view.select(""), "Close the event"));
    return line;
  }

  /** @param {import("./types").EventData} event */
  makeEvent(event) {
    const facts = factsLine(event.facts);
    facts.prepend(...event.actors.map(actorChip));
    /** @type {Node[]} */
    const parts = [this.makeBar(event.when), make("h2", "", event.title), facts];
    if (event.actions && this.view.mayEdit) parts.push(this.makeActions(event.actions));
    parts.push(...this.view.notes.makeParts(event));
    if (event.actions) parts.push(...this.view.data.changes.map((change) => make("p", "tl-changed", change)));
    for (const [id, said] of event.conflicts ?? []) {
      const line = make("p", "tl-changed");
      line.append(keyed(id, button(said, () => this.open(id))));
      parts.push(line);
    }
    if (event.reading) parts.push(make("p", "tl-read", event.reading));
    parts.push(...event.mentions.map((mention) => this.makeMention(mention)));
    return event.retellings?.length ? [...parts, this.makeRetellings(event.retellings)] : parts;
  }

  /**
   * What tells the same in other words, and is not among the main events for that.
   * @param {import("./types").Retelling[]} retellings
   */
  makeRetellings(retellings) {
    const part = make("section", "tl-again");
    part.setAttribute("aria-label", "Also told as");
    const list = make("ul", "tl-overview");
    for (const { id, title, facts } of retellings) {
      const row = make("li");
      row.append(keyed(id, button(title, () => this.open(id))), factsLine(facts));
      list.append(row);
    }
    part.append(make("h3", "", "Also told as"), list);
    return part;
  }

  /**
   * Goes on to another event, which need not be in the list: who goes by keyboard goes on in the panel.
   * @param {string} id
   */
  open(id) {
    this.view.select(id);
    this.element.focus({ preventScroll: true });
    if (this.view.isNarrow) this.element.scrollIntoView({ block: "nearest" });
  }

  /** @param {[string, string][]} actions */
  makeActions(actions) {
    const line = toolbar("tl-actions", "Correct this event");
    line.append(...actions.map(([name, label]) => keyed(name, button(label, () => this.act(name)))));
    return line;
  }

  /**
   * A verdict goes on to the next event, as by its key.
   * @param {string} name
   */
  act(name) {
    if (name === "accept" || name === "hide") this.view.review.judge(name);
    else this.view.correct(name);
  }

  /** @param {import("./types").Mention} mention */
  makeMention(mention) {
    const part = make("div", "tl-mention");
    const source = make("p", "tl-source");
    source.append(...mention.source.map((fact) => make("span", "", fact)));
    if (mention.url) source.append(link(mention.url, "Link"));
    if (mention.readable) source.append(button("Open in document", () => this.view.say("opened", [mention.document, mention.id])));
    part.append(makeQuote(mention.quote), source);
    if (mention.reading) part.append(make("p", "tl-source", mention.reading));
    return part;
  }

  /**
   * A number under the title was pressed, or a source chosen: who goes by keyboard goes on in the panel, and on a phone,
   * where it stands below the list, the page goes there.
   * @param {import("./types").Data} data
   */
  goToIt(data) {
    const at = `${data.document?.id ?? ""} ${data.looked}`;
    const before = this.lookedAt;
    this.lookedAt = at;
    if (before === undefined || before === at || data.selected || !(data.document || data.overview)) return;
    this.element.focus({ preventScroll: true });
    if (this.view.isNarrow) this.element.scrollIntoView({ block: "start" });
  }
}

/**
 * What the list already tells of an event, until the rest has come.
 * @param {import("./types").Data} data
 * @param {string} id
 * @returns {import("./types").EventData | null}
 */
export function findKnown(data, id) {
  const row = data.months.flatMap((month) => month.rows).find((each) => each.id === id);
  return row ? { id, when: row.when_full, title: row.title, facts: row.marks, actors: row.actors, reading: "", mentions: [] } : null;
}
