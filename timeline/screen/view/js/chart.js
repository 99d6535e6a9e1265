// @ts-check
// The chart: Plotly draws what Python laid out; the user's zoom and pan outlive every new figure.

import { loadTypeface } from "../../../typeface/typeface.js";
import { Delay } from "./delay.js";
import { actorChip, find } from "./dom.js";
import { Lanes } from "./lanes.js";
import { allowed, broughtIn } from "./limits.js";
import { Minimap } from "./minimap.js";
import { loadPlotly } from "./plotly.js";
import { Undated } from "./undated.js";

const STILL = 4; // pixels that a pointer may move and still click
const SETTLED = 250; // milliseconds after which a zoom is said
const PAPER = 690; // pixels of a page of A4 between its margins
const SETTINGS = { displayModeBar: false, displaylogo: false, scrollZoom: true, doubleClick: false, showTips: false, responsive: false };

export class Chart {
  /** @param {import("./view.js").View} view */
  constructor(view) {
    this.view = view;
    this.plot = /** @type {import("./types").Plot} */ (find(view.root, ".tl-plot"));
    this.legend = find(view.root, ".tl-legend");
    this.minimap = new Minimap(this);
    this.undated = new Undated(view);
    this.lanes = new Lanes(this);
    /** @type {import("./types").ChartData | null} */
    this.data = null;
    this.drawn = ""; // the id of the figure on the screen
    this.width = 0; // of the plot when it was drawn
    /** @type {number[] | null} what the user zoomed to, in units of the axis */
    this.window = null;
    this.windowAxis = "";
    this.isQuiet = false; // while a new figure moves the axis, not the user
    /** @type {[number, number] | null} */
    this.pressed = null;
    /** @type {number | undefined} what a drag began with, in units: it moves the window and leaves its length */
    this.length = undefined;
    this.pointed = ""; // the event whose label is under the pointer
    this.zoomed = new Delay((/** @type {number[] | "all" | null} */ range) => view.say("zoomed", range), SETTLED, () => view.showBusy());
    this.released = (/** @type {PointerEvent} */ event) => this.release(event);
  }

  stop() {
    document.removeEventListener("pointerup", this.released, true);
    if (this.drawn) window.Plotly.purge(this.plot);
  }

  get isDrawn() {
    return !this.data || this.data.id === this.drawn;
  }

  /** @param {import("./types").ChartData | null} data */
  async show(data) {
    this.data = data;
    this.undated.show(data);
    this.showHeight();
    this.showEdges();
    this.showTools();
    this.showKey();
    this.plot.setAttribute("aria-label", data ? data.alt : "No chart: there is no event to draw");
    if (!data) {
      if (this.drawn) window.Plotly.purge(this.plot);
      this.drawn = "";
      this.minimap.show();
      return;
    }
    // The first chart comes before the page has said how large it is; another is on its way then.
    if (!this.drawn && this.view.size !== this.view.data.size) return;
    if (this.drawn !== data.id || this.width !== this.plot.clientWidth) await this.draw(data);
    this.minimap.show();
    this.lanes.show();
    this.ring();
    this.view.story.dimOthers();
  }

  /** @param {string} name */
  tool(name) {
    return find(this.view.root, `[data-do="${name}"]`);
  }

  showTools() {
    find(this.view.root, ".tl-tools").hidden = !this.data;
    this.tool("story").hidden = !this.data?.story;
    this.tool("pin").setAttribute("aria-pressed", String(Boolean(this.data?.pinned)));
  }

  /** What the colours of the marks mean, where the names of actors beside the chart do not carry them. */
  showKey() {
    const key = find(this.view.root, ".tl-key");
    key.hidden = !this.data?.key.length;
    key.replaceChildren(...(this.data?.key ?? []).map(actorChip));
  }

  showEdges() {
    for (const side of /** @type {const} */ (["earlier", "later"])) {
      const chip = this.tool(side);
      chip.hidden = !this.data?.[side];
      chip.textContent = this.data?.[side]?.text ?? "";
    }
  }

  /** The legend is folded away below the chart, and the button that unfolds it says how many are labelled. */
  showHeight() {
    const { data, legend, plot } = this;
    const open = legend.getAttribute("aria-expanded") === "true";
    legend.hidden = !data?.folded;
    legend.textContent = open ? "Hide the signs ▴" : `${data?.folded} · How to read this ▾`;
    const height = data ? (open ? data.height : data.shown) : 0;
    plot.style.height = `${height}px`;
  }

  foldLegend() {
    this.legend.setAttribute("aria-expanded", String(this.legend.getAttribute("aria-expanded") !== "true"));
    this.showHeight();
  }

  /** @param {import("./types").ChartData} data */
  async draw(data) {
    const [Plotly] = await Promise.all([loadPlotly(data.plotly), loadTypeface(JSON.stringify(data.figure))]);
    if (this.data !== data || !this.view.root.isConnected) return;
    const first = !this.drawn;
    const layout = { ...data.figure.layout, width: this.plot.clientWidth, height: data.height };
    // The figure's own range counts whole days. While the axis is the same, the user's zoom stays as it is, to the pixel.
    const zooming = this.zoomed.waiting || this.view.outbox.lastOf("zoomed") !== undefined;
    if (this.window && this.windowAxis === data.axis && (data.zoomed || zooming)) layout.xaxis = { ...layout.xaxis, range: [...this.window] };
    else this.window = null;
    // A finger that goes up and down the chart moves the page; along the axis lead the small chart and the buttons.
    if (this.view.isNarrow) Object.assign(layout, { dragmode: false, xaxis: { ...layout.xaxis, fixedrange: true } });
    this.isQuiet = true;
    await Plotly.react(this.plot, [...data.figure.data, this.emptyRing()], layout, SETTINGS);
    this.isQuiet = false;
    this.drawn = data.id;
    this.width = this.plot.clientWidth;
    this.plot.style.setProperty("--tl-print", String(PAPER / this.width));
    if (first) this.listen();
  }

  listen() {
    this.plot.on("plotly_click", (click) => this.open(click.points[0]));
    this.plot.on("plotly_relayout", (change) => {
      if (this.isQuiet || !this.data || !Object.keys(change).some((key) => key.startsWith("xaxis"))) return;
      const range = this.range();
      const kept = allowed(range, this.whole(), this.length);
      this.length = undefined;
      if (kept.some((unit, end) => Math.abs(unit - range[end]) > 1e-6)) {
        this.showRange(kept);
        return;
      }
      this.window = [...range];
      this.windowAxis = this.data.axis;
      this.zoomed.later(this.window);
      this.minimap.show();
    });
    this.plot.addEventListener("pointermove", (event) => this.point(event));
    this.plot.addEventListener("pointerleave", () => this.forgetPointed());
    // Plotly lays a cover over the page while a button is down, so that no click reaches the plot.
    this.plot.addEventListener("pointerdown", (event) => this.press(event), true);
    this.plot.addEventListener("wheel", () => (this.length = undefined), { capture: true, passive: true });
    document.addEventListener("pointerup", this.released, true);
  }

  /** @param {PointerEvent} event */
  press({ clientX, clientY }) {
    this.pressed = [clientX, clientY];
    const [from, to] = this.range();
    this.length = to - from;
  }

  /**
   * What a click on a mark does: it selects an event; a bar shows the stretch of time that it counts, a disc those that
   * it stands for, where they can be parted.
   * @param {import("./types").Point | undefined} point
   */
  open(point) {
    const stretch = point && stretchOf(point);
    const id = eventOf(point?.customdata);
    if (stretch) this.showRange(stretch);
    else if (id) this.view.select(id);
  }

  /** The rectangle of the plot in which its axes lie, which takes the pointer. */
  area() {
    return /** @type {HTMLElement | null} */ (this.plot.querySelector(".nsewdrag"));
  }

  /**
   * A label is its event: it is pointed at and clicked like the dot, and both light up together with the row of the list.
   * @param {PointerEvent} event
   */
  labelAt(event) {
    const box = this.area()?.getBoundingClientRect();
    if (!box) return "";
    const [x, y] = [event.clientX - box.left, event.clientY - box.top];
    if (x < 0 || x > box.width) return "";
    const across = toPixels(this.range(), box.width);
    const upwards = toPixels(this.plot.layout.yaxis.range, box.height);
    for (const trace of this.plot.data.filter(({ name }) => name === "labels")) {
      for (const [place, [id, width, height, dx]] of (trace.customdata ?? []).entries()) {
        const anchor = across(Number(trace.x[place]));
        const left = trace.textposition === "middle right" ? anchor + dx : anchor - dx - width;
        const middle = box.height - upwards(Number(trace.y[place]));
        if (x >= left && x <= left + width && Math.abs(middle - y) <= height / 2) return String(id);
      }
    }
    return "";
  }

  /** @param {PointerEvent} event */
  release(event) {
    const [x, y] = this.pressed ?? [NaN, NaN];
    this.pressed = null;
    if (!(Math.hypot(event.clientX - x, event.clientY - y) < STILL)) return;
    const id = this.labelAt(event);
    if (id) this.view.select(id);
  }

  /** @param {PointerEvent} event */
  point(event) {
    const id = event.buttons ? "" : this.labelAt(event);
    const area = this.area();
    if (area) area.style.cursor = id ? "pointer" : "";
    if (id === this.pointed) return;
    this.forgetPointed();
    this.pointed = id;
    this.view.list.rows.get(id)?.classList.add("tl-pointed");
    const dot = id && this.dotOf(id);
    if (dot) window.Plotly.Fx.hover(this.plot, [dot]);
  }

  forgetPointed() {
    if (!this.pointed) return;
    this.view.list.rows.get(this.pointed)?.classList.remove("tl-pointed");
    this.pointed = "";
    window.Plotly.Fx.unhover(this.plot);
  }

  /** @param {string} id */
  dotOf(id) {
    const curveNumber = this.plot.data.findIndex(({ name, customdata }) => name === "events" && customdata?.some(([one]) => one === id));
    if (curveNumber < 0) return null;
    return { curveNumber, pointNumber: this.plot.data[curveNumber].customdata?.findIndex(([one]) => one === id) };
  }

  /**
   * The selected event wears a ring; a trace of its own, so that the figure itself never changes with the selection.
   * @returns {import("./types").Trace}
   */
  emptyRing() {
    const colour = getComputedStyle(this.view.root).getPropertyValue("--st-primary-color").trim();
    return {
      type: "scatter", mode: "markers", x: [null], y: [null], hoverinfo: "skip", showlegend: false, name: "selected",
      marker: { symbol: "circle-open", size: 15, color: colour, line: { width: 2, color: colour } },
    };
  }

  ring() {
    const traces = this.plot.data;
    if (!traces || !window.Plotly) return;
    const [x, y] = this.view.selected ? placeOf(traces.slice(0, -1), this.view.selected) : [null, null];
    const worn = traces[traces.length - 1];
    if (worn.x[0] === x && worn.y[0] === y) return;
    window.Plotly.restyle(this.plot, { x: [[x]], y: [[y]] }, [traces.length - 1]);
  }

  /**
   * What is shown of the axis, in its units.
   * @returns {number[]}
   */
  range() {
    return this.plot.layout?.xaxis?.range ?? this.data?.figure.layout.xaxis?.range ?? [0, 1];
  }

  /** The ends that no window goes beyond. */
  whole() {
    const { minallowed, maxallowed } = this.plot.layout.xaxis;
    return [Number(minallowed), Number(maxallowed)];
  }

  /** @param {number[]} range */
  showRange(range) {
    if (this.drawn) window.Plotly.relayout(this.plot, { "xaxis.range": allowed(range, this.whole()) });
  }

  /** Bring the selected event into the window, if its mark lies outside. */
  reveal() {
    if (!this.drawn || !this.view.selected) return;
    const [x] = placeOf(this.plot.data.slice(0, -1), this.view.selected);
    const range = x === null ? null : broughtIn(x, this.range(), this.whole());
    if (range) this.showRange(range);
  }

  /**
   * A part of the whole span, its ends as shares of it.
   * @param {number} first
   * @param {number} last
   */
  showShare(first, last) {
    if (!this.data) return;
    const [from, to] = this.data.whole.range;
    this.showRange([from + first * (to - from), from + last * (to - from)]);
  }

  /** @param {"earlier" | "later"} side */
  showSide(side) {
    const edge = this.data?.[side];
    if (edge) this.showRange(edge.range);
  }

  /** @param {number} factor */
  zoom(factor) {
    const [from, to] = this.range();
    const [middle, half] = [(from + to) / 2, ((to - from) / 2) * factor];
    this.showRange([middle - half, middle + half]);
  }

  /** @param {number} share of what is shown */
  pan(share) {
    const [from, to] = this.range();
    this.showRange([from, to].map((unit) => unit + share * (to - from)));
  }

  /**
   * The whole span ("all"), or what a chart opens on (null).
   * @param {"all" | null} [what]
   */
  fit(what = "all") {
    if (!this.drawn) return;
    this.window = null;
    this.zoomed.later(what);
  }
}

/**
 * How far a value lies from the start of an axis, in pixels.
 * @param {number[]} range
 * @param {number} length
 */
export function toPixels([from, to], length) {
  return (/** @type {number} */ value) => ((value - from) / (to - from)) * length;
}

/**
 * Of a point the event it stands for.
 * @param {unknown} customdata
 * @returns {string}
 */
export function eventOf(customdata) {
  return String((Array.isArray(customdata) ? customdata[0] : customdata) ?? "");
}

/**
 * Where an event's mark lies: its dot rather than its label or band; nulls where it has none.
 * @param {import("./types").Trace[]} traces
 * @param {string} id
 * @returns {(number | null)[]}
 */
export function placeOf(traces, id) {
  const rank = (/** @type {import("./types").Trace} */ { name }) => ["events", "clusters"].indexOf(name ?? "") + 1 || 3;
  for (const trace of [...traces].sort((a, b) => rank(a) - rank(b))) {
    const holds = (/** @type {any} */ data) => (trace.name === "clusters" ? data.includes(id) : eventOf(data) === id);
    const index = (trace.customdata ?? []).findIndex(holds);
    if (index >= 0 && trace.x[index] != null) return [trace.x[index], trace.y[index]];
  }
  return [null, null];
}

/**
 * The stretch of the axis that a bar of counts, or a disc for several events, stands for; null for any other mark, and
 * for a disc whose events lie on one day.
 * @param {import("./types").Point} point
 * @returns {[number, number] | null}
 */
export function stretchOf({ x, data, pointNumber }) {
  if (data.name === "counts") {
    const half = /** @type {number[]} */ (data.width)[pointNumber] / 0.86 / 2; // a bar leaves a gap beside its neighbour
    return [x - half, x + half];
  }
  const [first, last] = data.name === "clusters" ? /** @type {number[][]} */ (data.meta)[pointNumber] : [x, x];
  const margin = (last - first) * 0.2;
  return last - first >= 1 ? [first - margin, last + margin] : null;
}
