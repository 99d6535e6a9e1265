// The chart: Plotly draws what Python laid out; the user's zoom and pan outlive every new figure.

const STILL = 4; // pixels that a pointer may move and still click
const SETTINGS = { displayModeBar: false, displaylogo: false, scrollZoom: true, doubleClick: false, showTips: false, responsive: false };

async function showChart(state, chart) {
  state.chart = chart;
  const plot = state.plot;
  showHeight(state);
  showEdges(state, chart);
  showTools(state, chart);
  plot.setAttribute("aria-label", chart ? chart.alt : "No chart: there is no event to draw");
  if (!chart) {
    if (state.drawn) window.Plotly.purge(plot);
    state.drawn = "";
    showMinimap(state, chart);
    return;
  }
  // The first chart comes before the page has said how large it is; another is on its way then.
  if (!state.drawn && state.size !== state.data.size) return;
  if (state.drawn !== chart.id || state.wide !== plot.clientWidth) await draw(state, chart);
  showMinimap(state, chart);
  ring(state);
}

function showTools(state, chart) {
  const tool = (name) => state.root.querySelector(`[data-do="${name}"]`);
  state.root.querySelector(".tl-tools").hidden = !chart;
  tool("story").hidden = !chart?.story;
  tool("pin").setAttribute("aria-pressed", String(Boolean(chart?.pinned)));
}

// The legend is folded away below the chart, and the button that unfolds it says how many are labelled.
function showHeight(state) {
  const { chart, plot } = state;
  const legend = state.root.querySelector(".tl-legend");
  const open = legend.getAttribute("aria-expanded") === "true";
  legend.hidden = !chart?.folded;
  legend.textContent = open ? "Hide the signs ▴" : `${chart?.folded} · How to read this ▾`;
  const height = chart ? (open ? chart.height : chart.shown) : 0;
  plot.style.height = `${height}px`;
  state.root.style.setProperty("--tl-under-chart", `calc(var(--tl-top, 0px) + ${height + legend.parentElement.offsetHeight}px)`);
}

function foldLegend(state) {
  const legend = state.root.querySelector(".tl-legend");
  legend.setAttribute("aria-expanded", String(legend.getAttribute("aria-expanded") !== "true"));
  showHeight(state);
}

async function draw(state, chart) {
  const [Plotly] = await Promise.all([loadPlotly(chart.plotly), loadTypeface(JSON.stringify(chart.figure))]);
  if (state.chart !== chart || !state.root.isConnected) return;
  const first = !state.drawn;
  const layout = { ...chart.figure.layout, width: state.plot.clientWidth, height: chart.height };
  // The figure's own range counts whole days. While the axis is the same, the user's zoom stays as it is, to the pixel.
  const zooming = state.zoomed.waiting || state.said.some(([, action]) => action === "zoomed");
  if (state.window && state.windowAxis === chart.axis && (chart.zoomed || zooming)) layout.xaxis = { ...layout.xaxis, range: [...state.window] };
  else state.window = null;
  state.quietly = true;
  await Plotly.react(state.plot, [...chart.figure.data, emptyRing(state)], layout, SETTINGS);
  state.quietly = false;
  state.drawn = chart.id;
  state.wide = state.plot.clientWidth;
  if (first) listenToChart(state);
}

function listenToChart(state) {
  state.plot.on("plotly_click", (click) => {
    const id = eventOf(click.points[0]);
    if (id) select(state, id, { focus: false });
  });
  state.plot.on("plotly_relayout", (change) => {
    if (state.quietly || !Object.keys(change).some((key) => key.startsWith("xaxis"))) return;
    state.window = [...state.plot.layout.xaxis.range];
    state.windowAxis = state.chart.axis;
    state.zoomed(state.window);
    showMinimap(state, state.chart);
  });
  const layer = state.plot.querySelector(".nsewdrag");
  state.plot.addEventListener("pointermove", (event) => pointAt(state, layer, event));
  state.plot.addEventListener("pointerleave", () => forgetPointed(state));
  // Plotly lays a cover over the page while a button is down, so that no click reaches the plot.
  state.plot.addEventListener("pointerdown", ({ clientX, clientY }) => (state.pressed = [clientX, clientY]), true);
  document.addEventListener("pointerup", (state.released = (event) => releaseOver(state, event)), true);
}

// A label is its event: it is pointed at and clicked like the dot, and both light up together with the row of the list.
function labelAt(state, event) {
  const { xaxis, yaxis } = state.plot._fullLayout;
  const box = state.plot.getBoundingClientRect();
  const [x, y] = [event.clientX - box.left - xaxis._offset, event.clientY - box.top - yaxis._offset];
  if (x < 0 || x > xaxis._length) return "";
  for (const trace of state.plot.data.filter(({ name }) => name === "labels")) {
    for (const [place, [id, width, height, dx]] of trace.customdata.entries()) {
      const anchor = xaxis.l2p(trace.x[place]);
      const left = trace.textposition === "middle right" ? anchor + dx : anchor - dx - width;
      if (x >= left && x <= left + width && Math.abs(yaxis.l2p(trace.y[place]) - y) <= height / 2) return id;
    }
  }
  return "";
}

function releaseOver(state, event) {
  const [x, y] = state.pressed ?? [NaN, NaN];
  state.pressed = null;
  if (!(Math.hypot(event.clientX - x, event.clientY - y) < STILL)) return;
  const id = labelAt(state, event);
  if (id) select(state, id, { focus: false });
}

function pointAt(state, layer, event) {
  const id = event.buttons ? "" : labelAt(state, event);
  if (layer) layer.style.cursor = id ? "pointer" : "";
  if (id === (state.pointed ?? "")) return;
  forgetPointed(state);
  state.pointed = id;
  state.rows.get(id)?.classList.add("tl-pointed");
  const dot = id && dotOf(state, id);
  if (dot) window.Plotly.Fx.hover(state.plot, [dot]);
}

function forgetPointed(state) {
  if (!state.pointed) return;
  state.rows.get(state.pointed)?.classList.remove("tl-pointed");
  state.pointed = "";
  window.Plotly.Fx.unhover(state.plot);
}

function dotOf(state, id) {
  const curveNumber = state.plot.data.findIndex(({ name, customdata }) => name === "events" && customdata.some(([one]) => one === id));
  if (curveNumber < 0) return null;
  return { curveNumber, pointNumber: state.plot.data[curveNumber].customdata.findIndex(([one]) => one === id) };
}

function eventOf(point) {
  const data = point?.customdata;
  return Array.isArray(data) ? data[0] : data;
}

// The selected event wears a ring; a trace of its own, so that the figure itself never changes with the selection.
function emptyRing(state) {
  const colour = getComputedStyle(state.root).getPropertyValue("--st-primary-color").trim();
  return {
    type: "scatter", mode: "markers", x: [null], y: [null], hoverinfo: "skip", showlegend: false, name: "selected",
    marker: { symbol: "circle-open", size: 15, color: colour, line: { width: 2, color: colour } },
  };
}

function ring(state) {
  const traces = state.plot.data;
  if (!traces || !window.Plotly) return;
  let at = [null, null];
  const marks = ({ mode }) => Number(Boolean(mode?.includes("markers")));
  for (const trace of state.selected ? traces.slice(0, -1).sort((a, b) => marks(b) - marks(a)) : []) {
    const index = (trace.customdata ?? []).findIndex((data) => eventOf({ customdata: data }) === state.selected);
    if (index >= 0 && trace.x?.[index] != null) at = [trace.x[index], trace.y[index]];
    if (at[0] != null) break;
  }
  const worn = traces.at(-1);
  if (worn.x[0] === at[0] && worn.y[0] === at[1]) return;
  window.Plotly.restyle(state.plot, { x: [[at[0]]], y: [[at[1]]] }, [traces.length - 1]);
}

function zoom(state, factor) {
  if (!state.drawn) return;
  const axis = state.plot._fullLayout.xaxis;
  const [from, to] = axis.range.map((value) => axis.r2l(value));
  const middle = (from + to) / 2;
  const half = ((to - from) / 2) * factor;
  const range = [middle - half, middle + half].map((value) => axis.l2r(value));
  window.Plotly.relayout(state.plot, { "xaxis.range": range });
}

// Shows a stretch of the axis, in its units.
function showRange(state, range) {
  if (state.drawn) window.Plotly.relayout(state.plot, { "xaxis.range": range });
}

// The whole span ("all"), or what a chart opens on (null).
function fit(state, what = "all") {
  if (!state.drawn) return;
  state.window = null;
  state.zoomed(what);
}

function pan(state, share) {
  if (!state.drawn) return;
  const [from, to] = state.plot.layout.xaxis.range;
  showRange(state, [from, to].map((unit) => unit + share * (to - from)));
}
