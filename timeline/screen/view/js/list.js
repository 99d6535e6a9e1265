// @ts-check
// The list by month: the spine of the page, and the way of keyboard and screen reader to every event.

import { actorChip, button, find, make } from "./dom.js";

export class EventList {
  /** @param {import("./view.js").View} view */
  constructor(view) {
    this.view = view;
    this.element = find(view.root, ".tl-list");
    this.box = find(view.root, ".tl-rows");
    /** @type {Map<string, HTMLElement>} */
    this.rows = new Map();
    /** @type {string[]} the ids of the events in reading order */
    this.order = [];
    this.shown = ""; // the id of the list on the screen
  }

  /**
   * Whether it had to be drawn anew.
   * @param {import("./types").Data} data
   */
  show(data) {
    if (this.shown === data.list_id) return false;
    this.showMonths(data.months);
    this.showMore(data.page);
    this.showEmpty(data.empty);
    this.shown = data.list_id;
    return true;
  }

  /** @param {import("./types").Month[]} months */
  showMonths(months) {
    const top = this.element.scrollTop;
    this.box.replaceChildren(...months.map((month, index) => this.makeMonth(month, index)));
    this.order = months.flatMap((month) => month.rows.map((row) => row.id));
    /** @type {NodeListOf<HTMLElement>} */
    const rows = this.box.querySelectorAll(".tl-row");
    this.rows = new Map([...rows].map((element) => [element.dataset.id ?? "", element]));
    this.element.scrollTop = top;
  }

  /**
   * @param {import("./types").Month} month
   * @param {number} index
   */
  makeMonth(month, index) {
    const group = make("div", "tl-group");
    group.style.containIntrinsicBlockSize = `auto ${month.rows.reduce((height, row) => height + (row.under ? 0 : rowHeight(row)), 2)}rem`;
    group.setAttribute("role", "group");
    const heading = make("div", "tl-month", month.heading);
    heading.id = `tl-month-${index}`;
    heading.setAttribute("role", "presentation");
    group.setAttribute("aria-labelledby", heading.id);
    group.append(heading, ...month.rows.map((row) => this.makeRow(row)));
    return group;
  }

  /** @param {import("./types").Row} row */
  makeRow(row) {
    const element = make("div", "tl-row");
    element.dataset.id = row.id;
    element.id = `tl-event-${row.id}`;
    element.tabIndex = -1;
    this.nameRow(element, false);
    const facts = make("div", "tl-line");
    facts.append(...row.actors.map(actorChip), ...row.marks.map((mark) => make("span", "tl-mark", mark)), ...row.tags.map((tag) => make("span", "tl-tag", tag)));
    if (row.checked) element.classList.add("tl-checked");
    element.append(this.view.review.makeTick(row), makeWhen(row), make("span", "tl-title", row.title), make("span", "tl-count", row.sources));
    if (facts.childElementCount) element.append(facts);
    if (row.quote) element.append(make("div", "tl-quote", row.quote));
    if (row.folded) element.append(this.makeFold(row));
    if (row.under) element.dataset.under = row.under;
    element.hidden = Boolean(row.under);
    element.addEventListener("click", () => this.view.select(this.view.isNarrow && this.view.selected === row.id ? "" : row.id));
    return element;
  }

  /**
   * What opens the rows that are folded behind one; by keyboard the arrows do.
   * @param {import("./types").Row} row
   */
  makeFold(row) {
    const fold = make("div", "tl-fold", row.folded);
    fold.addEventListener("click", (event) => {
      event.stopPropagation();
      this.unfold(row.id);
    });
    return fold;
  }

  /** @param {string} id */
  unfold(id) {
    this.rows.forEach((element) => {
      if (element.dataset.under === id) element.hidden = false;
    });
    this.rows.get(id)?.querySelector(".tl-fold")?.remove();
  }

  /**
   * Beside a panel the rows are options, of which one is chosen; on a phone each is a button under which its event opens.
   * @param {HTMLElement} row
   * @param {boolean} chosen
   */
  nameRow(row, chosen) {
    const [role, said, other] = this.view.isNarrow ? ["button", "aria-expanded", "aria-selected"] : ["option", "aria-selected", "aria-expanded"];
    row.setAttribute("role", role);
    row.setAttribute(said, String(chosen));
    row.removeAttribute(other);
  }

  nameRows() {
    this.box.setAttribute("role", this.view.isNarrow ? "group" : "listbox");
    this.rows.forEach((row, id) => this.nameRow(row, id === this.view.selected));
  }

  /** @param {import("./types").Page} page */
  showMore(page) {
    this.view.root.querySelectorAll(".tl-more").forEach((element) => element.remove());
    const turn = (/** @type {number} */ to, /** @type {string} */ text) => {
      const more = button(text, () => this.view.say("turned", to));
      more.className = "tl-more";
      return more;
    };
    if (page.earlier) this.box.before(turn(page.earlier_page, `${page.earlier} earlier events`));
    if (page.later) this.box.after(turn(page.later_page, `${page.later} later events`));
  }

  /** @param {import("./types").Empty | null} empty */
  showEmpty(empty) {
    this.view.root.querySelectorAll(".tl-empty").forEach((element) => element.remove());
    if (!empty) return;
    const box = make("div", "tl-empty");
    box.append(make("p", "", empty.text));
    if (empty.action) box.append(button(empty.action, () => this.view.say("asked", empty.ask)));
    if (empty.cards) box.append(this.makeCards(empty.cards));
    this.box.before(box);
  }

  /**
   * What to begin with, where there is nothing yet.
   * @param {[ask: string, title: string, text: string][]} cards
   */
  makeCards(cards) {
    const line = make("div", "tl-cards");
    for (const [ask, title, text] of cards) {
      const card = button("", () => this.view.say("asked", ask));
      card.append(make("strong", "", title), make("span", "", text));
      line.append(card);
    }
    return line;
  }

  markSelected({ scroll = true, focus = false } = {}) {
    /** @type {NodeListOf<HTMLElement>} */
    const marked = this.element.querySelectorAll('.tl-row:is([aria-selected="true"], [aria-expanded="true"])');
    marked.forEach((row) => this.nameRow(row, false));
    this.rows.forEach((row) => (row.tabIndex = -1));
    const row = this.rows.get(this.view.selected);
    const reachable = row ?? this.rows.get(this.order[0]);
    if (reachable) reachable.tabIndex = 0;
    if (!row) return;
    if (row.hidden) this.unfold(row.dataset.under ?? "");
    this.nameRow(row, true);
    if (focus) row.focus({ preventScroll: true });
    if (scroll) this.reveal(row);
  }

  /**
   * Scrolls the list, never the page around it, and only as far as needed to see the whole row under its month's heading.
   * @param {HTMLElement} row
   */
  reveal(row) {
    if (this.view.isNarrow) {
      row.scrollIntoView({ block: "nearest" });
      return;
    }
    const heading = row.parentElement ? find(row.parentElement, ".tl-month").offsetHeight : 0;
    const list = this.element.getBoundingClientRect();
    const box = row.getBoundingClientRect();
    if (box.top < list.top + heading) this.element.scrollTop -= list.top + heading - box.top;
    else if (box.bottom > list.bottom) this.element.scrollTop += box.bottom - list.bottom;
  }
}

/**
 * The date, and in small under it what speaks against it.
 * @param {import("./types").Row} row
 */
function makeWhen({ when, doubt: [word, sentence] }) {
  const cell = make("span", "tl-when", when);
  if (!word) return cell;
  const small = make("small", "tl-doubt", word);
  small.title = sentence;
  cell.append(small);
  return cell;
}

/**
 * Months out of sight are not laid out, which is most of what drawing a long list costs. They take up as much room as
 * they will when they are: titles in one line, actors and marks in another, the quote in a third.
 * @param {import("./types").Row} row
 */
export function rowHeight(row) {
  return 1.93 + 1.14 * (Number(row.actors.length + row.marks.length > 0) + Number(Boolean(row.quote)));
}
