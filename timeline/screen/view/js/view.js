// @ts-check
// The entry: one page part for chart, list and selected event, so that selecting anywhere selects everywhere at once.
// Python owns the data and hears of what the user does: see `timeline.screen.session`.

import { Chart } from "./chart.js";
import { Delay } from "./delay.js";
import { Divider } from "./divider.js";
import { find, make } from "./dom.js";
import { Drop } from "./drop.js";
import { FocusKeeper } from "./focus.js";
import { markHits } from "./hits.js";
import { EventList } from "./list.js";
import { Notes } from "./notes.js";
import { Outbox } from "./outbox.js";
import { Panel } from "./panel.js";
import { Review } from "./review.js";
import { Story } from "./story.js";
import { Typed } from "./typed.js";
import { WhoSays } from "./who_says.js";

const KEYS = [
  ["← ↑ / → ↓", "previous / next event"],
  ["Home / End", "first / last event"],
  ["+ / −", "zoom in / out"],
  ["Shift+← / Shift+→", "move along the axis"],
  ["f / s", "show the whole span / the stretch of the story"],
  ["p", "tell the story event by event"],
  ["k", "keep the span when filters change"],
  ["Enter", "select the event in focus"],
  ["Esc", "close the event, or the document"],
  ["Space or a / h", "accept / hide the event, and go on"],
  ["x", "tick the event, to accept, hide, tag or present several"],
  ["e / t / c", "edit / tag / comment on the event"],
  ["Ctrl+Z / Ctrl+Shift+Z", "undo / redo a correction"],
  ["/", "search"],
  ["?", "show or hide these keys"],
];
const LOW_WINDOW = 600; // pixels: a phone on its side
const LEAST_HEIGHT = 520; // pixels of the window: at 200 % on a laptop chart, list and panel have no room beside each other
const NEARER = 0.6; // of what is shown stays on the screen
const AT_WORK = '[data-testid="stApp"]:is([data-test-script-state="running"], [data-test-script-state="rerunRequested"])';
const TYPING = 'input, textarea, select, [contenteditable="true"], [role="dialog"]';

/** @type {WeakMap<HTMLElement, View>} */
const views = new WeakMap();

/**
 * What Streamlit calls with every answer.
 * @param {{data: import("./types").Data, parentElement: HTMLElement, setStateValue: (name: string, value: unknown) => void}} component
 */
export default function show({ data, parentElement, setStateValue }) {
  const root = find(parentElement, ".tl");
  const view = views.get(root) ?? new View(root);
  views.set(root, view);
  view.outbox.send = (said) => setStateValue("said", said);
  view.receive(data);
  return () => !root.isConnected && view.stop();
}

export class View {
  /** @param {HTMLElement} root */
  constructor(root) {
    this.root = root;
    this.selected = "";
    /** @type {string | null} the event that was asked for and is not answered yet */
    this.asked = null;
    this.shape = "";
    this.size = "";
    this.data = /** @type {import("./types").Data} */ (/** @type {unknown} */ (null)); // nothing is drawn before it comes
    this.outbox = new Outbox(() => !document.querySelector(AT_WORK), () => root.isConnected, () => this.showBusy());
    this.picked = new Delay((/** @type {string} */ id) => this.say("picked", id), 60, () => this.showBusy());
    this.resized = new Delay(() => this.measure(), 120, () => this.showBusy());
    this.list = new EventList(this);
    this.review = new Review(this);
    this.notes = new Notes(this);
    this.story = new Story(this);
    this.whoSays = new WhoSays(this);
    this.panel = new Panel(this);
    this.chart = new Chart(this);
    this.focus = new FocusKeeper(this);
    this.drop = new Drop();
    this.typed = new Typed();
    this.divider = new Divider(this);
    this.watch();
    this.fillKeys();
  }

  watch() {
    const resize = () => this.resized.later();
    const undo = (/** @type {KeyboardEvent} */ event) => {
      this.hearUndo(event);
      this.hearSlash(event);
    };
    const moved = () => location.reload(); // Streamlit changes the address only: what it says is read at the start
    const observer = new ResizeObserver(resize);
    observer.observe(this.root);
    window.addEventListener("resize", resize);
    window.addEventListener("popstate", moved);
    document.addEventListener("keydown", undo);
    this.root.addEventListener("keydown", (event) => this.hearKey(event));
    for (const [name, action] of Object.entries(this.tools())) find(this.root, `[data-do="${name}"]`).addEventListener("click", action);
    this.unwatch = () => {
      observer.disconnect();
      window.removeEventListener("resize", resize);
      window.removeEventListener("popstate", moved);
      document.removeEventListener("keydown", undo);
    };
  }

  stop() {
    this.unwatch?.();
    this.focus.stop();
    this.panel.stop();
    this.story.stop();
    this.drop.stop();
    this.typed.stop();
    this.chart.stop();
  }

  /** @returns {Record<string, () => void>} */
  tools() {
    return {
      nearer: () => this.chart.zoom(NEARER), farther: () => this.chart.zoom(1 / NEARER),
      fit: () => this.chart.fit(), story: () => this.chart.fit(null), pin: () => this.pin(), tell: () => this.story.toggle(),
      earlier: () => this.chart.showSide("earlier"), later: () => this.chart.showSide("later"),
      link: () => this.copyLink(), keys: () => this.toggleKeys(), legend: () => this.chart.foldLegend(),
    };
  }

  get isNarrow() {
    return this.shape === "narrow";
  }

  /** Whether the user may correct anything: the server refuses, too. */
  get mayEdit() {
    return this.data.may_edit;
  }

  /** @param {import("./types").Data} data */
  receive(data) {
    const first = !this.data;
    if (first && !data.asked_for) data = this.leaveUnselected(data);
    // An answer to an older question must not take back what the user has chosen since.
    if (this.asked === null || data.selected === this.asked) {
      this.selected = data.selected;
      this.asked = null;
    }
    this.data = data;
    this.outbox.forget(data);
    this.focus.hold();
    this.root.dataset.answer = `${data.list_id} ${data.selected}`;
    this.measure();
    this.showAll(data, first);
  }

  /**
   * @param {import("./types").Data} data
   * @param {boolean} first
   */
  showAll(data, first) {
    if (this.list.shown !== data.list_id) this.panel.placeBesideList(); // lest it go with the row it stands under
    const changed = this.list.show(data);
    this.whoSays.show(data.who);
    this.review.show(data.review);
    this.list.markSelected({ scroll: first ? data.asked_for : changed || this.panel.shown !== this.selected });
    this.panel.show(data);
    markHits(this.root);
    this.focus.giveBack();
    this.chart.show(data.chart)
      .catch((problem) => {
        this.chart.plot.textContent = `The chart cannot be shown: ${problem.message}.`;
      })
      .finally(() => this.showBusy());
    this.showBusy(); // until then it is not drawn
  }

  /**
   * An event nobody asked for is shown where it costs nothing: beside the list, but not in the middle of a phone's page.
   * @param {import("./types").Data} data
   */
  leaveUnselected(data) {
    if (this.root.clientWidth >= data.narrow) return data;
    this.asked = "";
    this.picked.later("");
    return { ...data, selected: "", event: null };
  }

  /**
   * Says what the user did; what is done to an event is said with having chosen it, in one message.
   * @param {string} action
   * @param {unknown} value
   */
  say(action, value) {
    if (action === "corrected" && !this.mayEdit) return;
    this.picked.now();
    this.outbox.say(action, value);
  }

  /** Says on the element whether something the user did still waits to be sent, heard or drawn. */
  showBusy() {
    const delays = [this.picked, this.resized, this.chart?.zoomed];
    const waiting = !this.outbox.isEmpty || delays.some((delay) => delay?.waiting) || !this.chart?.isDrawn;
    this.root.dataset.busy = waiting ? "yes" : "no";
  }

  /** @param {string} id */
  select(id, { focus = false } = {}) {
    if (id === this.selected) return;
    this.selected = id;
    this.asked = id;
    this.list.markSelected({ focus });
    this.panel.show(this.data);
    this.chart.ring();
    this.chart.reveal();
    this.chart.undated.markSelected();
    this.whoSays.markSelected();
    this.picked.later(id);
  }

  /** @param {number} by */
  move(by) {
    const at = this.list.order.indexOf(this.selected);
    this.go(at < 0 && by < 0 ? this.list.order.length - 1 : at + by);
  }

  /** @param {number} place */
  go(place) {
    const last = this.list.order.length - 1;
    if (last < 0) return;
    this.select(this.list.order[Math.min(Math.max(place, 0), last)], { focus: this.list.element.contains(document.activeElement) });
  }

  /**
   * Asks Python to do something with the selected event, if the event allows it as far as is known here: whoever goes
   * through the list by keyboard is faster than the panel.
   * @param {string} name
   */
  correct(name) {
    const event = this.data.event;
    if (name === "tag" || name === "comment") {
      this.notes.ask(name);
      return;
    }
    const allowed = event?.id !== this.selected || event.actions?.some(([each]) => each === name);
    if (this.selected && allowed) this.say("corrected", [name, this.selected]);
  }

  /** @param {KeyboardEvent} event */
  hearKey(event) {
    const at = /** @type {HTMLElement} */ (event.target);
    if (event.altKey || event.ctrlKey || event.metaKey || isTaken(at, event.key)) return;
    if (this.story.isOpen) {
      this.story.hearKey(event);
      return;
    }
    const action = this.keys(event.shiftKey)[event.key];
    if (event.key === "Enter" && at.classList.contains("tl-row")) this.select(at.dataset.id ?? "", { focus: true });
    else if (this.panel.element.contains(at) && /^(Arrow|Home|End)/.test(event.key)) return;
    else if (action) action();
    else return;
    event.preventDefault();
  }

  /**
   * @param {boolean} shifted
   * @returns {Record<string, () => void>}
   */
  keys(shifted) {
    return {
      ArrowLeft: () => (shifted ? this.chart.pan(-0.25) : this.move(-1)), ArrowUp: () => this.move(-1),
      ArrowRight: () => (shifted ? this.chart.pan(0.25) : this.move(1)), ArrowDown: () => this.move(1),
      Home: () => this.go(0), End: () => this.go(this.list.order.length - 1),
      "+": () => this.chart.zoom(NEARER), "-": () => this.chart.zoom(1 / NEARER),
      f: () => this.chart.fit(), s: () => this.chart.fit(null), k: () => this.pin(), p: () => this.story.toggle(),
      Escape: () => this.escape(), "?": () => this.toggleKeys(),
      e: () => this.correct("edit"), t: () => this.notes.ask("tag"), c: () => this.notes.ask("comment"), x: () => this.review.tick(this.selected),
      a: () => this.review.judge("accept"), " ": () => this.review.judge("accept"), h: () => this.review.judge("hide"),
    };
  }

  /**
   * Anywhere on the page but where something is typed, which has an undo of its own, or where a dialog is open.
   * @param {KeyboardEvent} event
   */
  hearUndo(event) {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== "z") return;
    if (event.target instanceof Element && event.target.closest(TYPING)) return;
    if (document.querySelector('[data-testid="stDialog"]')) return;
    event.preventDefault();
    this.say("corrected", [event.shiftKey ? "redo" : "undo"]);
  }

  /**
   * Anywhere on the page but where something is typed, a slash goes to the search.
   * @param {KeyboardEvent} event
   */
  hearSlash(event) {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || this.story.isOpen) return;
    if (event.target instanceof Element && event.target.closest(TYPING)) return;
    /** @type {HTMLInputElement | null} */
    const search = document.querySelector(".st-key-q input");
    if (!search) return;
    event.preventDefault();
    search.focus();
    search.select();
  }

  escape() {
    if (!find(this.root, ".tl-keys").hidden) this.toggleKeys();
    else if (!this.selected && this.data.document) this.say("opened", ["", ""]);
    else this.select("");
  }

  pin() {
    this.say("pinned", !this.chart.data?.pinned);
  }

  fillKeys() {
    const list = make("dl");
    KEYS.forEach(([key, meaning]) => list.append(make("dt", "", key), make("dd", "", meaning)));
    find(this.root, ".tl-keys").append(list);
  }

  toggleKeys() {
    const keys = find(this.root, ".tl-keys");
    keys.hidden = !keys.hidden;
    find(this.root, '[data-do="keys"]').setAttribute("aria-expanded", String(!keys.hidden));
    if (!keys.hidden) keys.focus();
  }

  /**
   * The address says all that is shown. Where the page may not write to the clipboard, as over plain HTTP from another
   * machine, it says where the link stands.
   */
  async copyLink() {
    const tool = find(this.root, '[data-do="link"]');
    const copied = await navigator.clipboard?.writeText(location.href).then(() => true, () => false);
    tool.textContent = copied ? "Link copied" : "The link is the page’s address";
    setTimeout(() => (tool.textContent = "Copy link"), 3000);
  }

  /** The page is as high as the window on a desk, and as long as its list on a phone. */
  measure() {
    const width = this.root.clientWidth;
    if (!width || !this.data) return;
    this.reshape(width < this.data.narrow || window.innerHeight < LEAST_HEIGHT ? "narrow" : "wide");
    const free = Math.max(512, window.innerHeight - pageTop(this.root) - 4);
    this.root.style.setProperty("--tl-height", `${free}px`);
    const height = this.isNarrow ? lowHeight() : this.divider.height(free);
    const size = `${Math.floor(width / 20) * 20}x${height}`;
    if (size !== this.size) document.cookie = `briefing_size=${size}; path=/; max-age=31536000; SameSite=Lax`;
    this.size = size;
    if (size !== (this.outbox.lastOf("resized") ?? this.data.size)) this.say("resized", size);
  }

  /** @param {"narrow" | "wide"} shape */
  reshape(shape) {
    if (shape === this.shape) return;
    this.shape = shape;
    this.root.dataset.shape = shape;
    this.list.nameRows();
  }
}

/**
 * Whether a key is for the element it is pressed on: what is typed, and Space on a button.
 * @param {HTMLElement} at
 * @param {string} key
 */
function isTaken(at, key) {
  const typed = /^(TEXTAREA|SELECT)$/.test(at.tagName) || at instanceof HTMLInputElement;
  return typed || (key === " " && at.matches("button, input"));
}

/** @param {HTMLElement} element */
function pageTop(element) {
  const scroller = element.closest('[data-testid="stMain"]');
  return element.getBoundingClientRect().top + (scroller ? scroller.scrollTop : window.scrollY);
}

/** The chart's height on a phone: four titles of two lines each, and less in a low window, where the list must begin. */
function lowHeight() {
  return window.innerHeight < LOW_WINDOW ? 180 : 240;
}
