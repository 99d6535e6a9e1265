// @ts-check
// Reviewing: how far the events are checked, what is done to several at once. A verdict goes on to the next event, with
// the focus, so that a list is gone through without a hand on the mouse.

import { button, find, keyed, make } from "./dom.js";
import { makeForm } from "./notes.js";

export class Review {
  /** @param {import("./view.js").View} view */
  constructor(view) {
    this.view = view;
    this.strip = find(view.root, ".tl-strip");
    /** @type {Set<string>} the ids of the events that are ticked */
    this.ticked = new Set();
    this.last = ""; // the event that was ticked before
    this.queued = false; // whether the list has the least certain first
  }

  /** @returns {string[]} in the order of the list; what is not in it is not meant */
  get chosen() {
    return this.view.list.order.filter((id) => this.ticked.has(id));
  }

  /**
   * Accepts or hides the selected event, or all that are ticked with it, and goes on to the next.
   * @param {string} name
   */
  judge(name) {
    const { list, selected } = this.view;
    if (!selected || !this.view.mayEdit) return;
    if (this.ticked.has(selected)) {
      this.judgeChosen(name);
      return;
    }
    const at = list.order.indexOf(selected);
    const next = list.order[at + 1] ?? list.order[at - 1];
    this.view.correct(name);
    if (at < 0 || !next) return;
    this.view.focus.at = "row";
    this.view.select(next, { focus: true });
  }

  /** @param {string} name */
  judgeChosen(name) {
    if (this.chosen.length) this.view.say("corrected", [name, ...this.chosen]);
    this.setTicked([]);
  }

  /** @param {import("./types").Row} row */
  makeTick(row) {
    const box = make("span", "tl-tick");
    box.setAttribute("aria-hidden", "true"); // the row says whether it is ticked, and `x` ticks it by keyboard
    box.addEventListener("click", (event) => {
      event.stopPropagation();
      this.tick(row.id, event.shiftKey);
    });
    return box;
  }

  /**
   * With Shift also what lies between this event and the one ticked before.
   * @param {string} id
   */
  tick(id, through = false) {
    if (!id) return;
    const { order } = this.view.list;
    const [from, to] = [order.indexOf(through ? this.last : id), order.indexOf(id)];
    const range = from < 0 || to < 0 ? [id] : order.slice(Math.min(from, to), Math.max(from, to) + 1);
    const on = !this.ticked.has(id);
    const now = new Set(this.ticked);
    range.forEach((each) => (on ? now.add(each) : now.delete(each)));
    this.last = id;
    this.setTicked(now);
  }

  markTicked() {
    this.view.list.rows.forEach((row, id) => {
      if (this.ticked.has(id)) row.dataset.ticked = "yes";
      else delete row.dataset.ticked;
      if (this.view.isNarrow) row.removeAttribute("aria-checked"); // a button has no such state
      else row.setAttribute("aria-checked", String(this.ticked.has(id)));
    });
  }

  /** @param {Iterable<string>} ids */
  setTicked(ids) {
    this.ticked = new Set(ids);
    this.markTicked();
    this.view.say("chosen", [...this.ticked]);
    this.show(this.view.data.review);
  }

  /** @param {import("./types").ReviewData} data */
  show(data) {
    this.strip.hidden = !data.total;
    this.markTicked();
    const here = document.activeElement;
    const held = here instanceof HTMLElement && this.strip.contains(here) ? here.dataset.key : "";
    if (this.strip.querySelector("form")) return; // somebody types
    if (data.queue && !this.queued) this.view.select(this.view.list.order[0] ?? "");
    this.queued = data.queue;
    const many = this.chosen.length;
    this.strip.replaceChildren(...(many ? this.makeMany(many) : this.makeProgress(data)), ...this.makeDone(data.done));
    if (held) this.strip.querySelectorAll("button").forEach((each) => each.dataset.key === held && each.focus());
  }

  /** @param {import("./types").ReviewData} data */
  makeProgress(data) {
    const bar = make("progress");
    [bar.max, bar.value] = [data.total, data.checked];
    bar.setAttribute("aria-label", "Checked");
    const queue = keyed("queue", button("Least certain first", () => this.view.say("queued", !data.queue)));
    queue.setAttribute("aria-pressed", String(data.queue));
    queue.title = "List what is not checked yet, the least certain first";
    return [make("span", "tl-progress", `${data.checked.toLocaleString("en")} of ${data.total.toLocaleString("en")} checked`), bar, queue];
  }

  /** @param {number} many */
  makeMany(many) {
    const judge = (/** @type {string} */ name, /** @type {string} */ text) => keyed(name, button(text, () => this.judgeChosen(name)));
    const correct = [judge("accept", "Accept"), judge("hide", "Hide"), keyed("tag", button("Tag…", () => this.askTag()))];
    return [
      make("span", "tl-progress", `${many} ticked`),
      ...(this.view.mayEdit ? correct : []),
      keyed("tell", button("Present", () => this.view.story.toggle())),
      keyed("untick", button("Untick", () => this.setTicked([]))),
    ];
  }

  askTag() {
    const ids = this.chosen;
    const form = makeForm("tag", "", this.view.data.review.tags, (tag) => tag && this.view.say("corrected", ["tag", tag, ...ids]), () => {
      form.remove();
      this.show(this.view.data.review);
    });
    this.strip.append(form);
    find(form, "input").focus();
  }

  /** @param {string} done */
  makeDone(done) {
    if (!done) return [];
    const line = make("span", "tl-done");
    line.setAttribute("role", "status");
    line.append(make("span", "", done), keyed("undo", button("Undo", () => this.view.say("corrected", ["undo"]))));
    return [line];
  }
}
