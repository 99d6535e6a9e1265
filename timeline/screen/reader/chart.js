// The chart: Plotly draws what Python laid out; the reader's zoom and pan outlive every new figure.

const SETTINGS = { displayModeBar: false, displaylogo: false, scrollZoom: true, doubleClick: false, showTips: false, responsive: false };

async function showChart(state, chart) {
  state.chart = chart;
  const plot = state.plot;
  showHeight(state);
  state.root.querySelector(".tl-tools").hidden = !chart;
  plot.setAttribute("aria-label", chart ? chart.alt : "No chart: there is no event to draw");
  if (!chart) {
    if (state.drawn) window.Plotly.purge(plot);
    state.drawn = "";
    return;
  }
  // The first chart comes before the page has said how large it is; another is on its way then.
  if (!state.drawn && state.size !== state.data.size) return;
  if (state.drawn !== chart.id || state.wide !== plot.clientWidth) await draw(state, chart);
  ring(state);
}

// On a phone the legend is folded away below the strip, and the button that unfolds it says how many are labelled.
function showHeight(state) {
  const { chart, plot } = state;
  const legend = state.root.querySelector(".tl-legend");
  const open = legend.getAttribute("aria-expanded") === "true";
  legend.hidden = !chart?.folded;
  legend.textContent = open ? "Hide legend ▴" : `${chart?.folded} · Legend ▾`;
  const height = chart ? (open ? chart.height : chart.shown) : 0;
  plot.style.height = `${height}px`;
  state.root.style.setProperty("--tl-under-chart", `calc(var(--tl-top, 0px) + ${height + legend.offsetHeight}px)`);
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
  // The figure's own range counts whole days. While the axis is the same, the reader's zoom stays as it is, to the pixel.
  if (state.window && state.windowAxis === chart.axis) layout.xaxis = { ...layout.xaxis, range: [...state.window] };
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
  });
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

function fit(state) {
  if (!state.drawn) return;
  state.window = null;
  state.zoomed(null);
}
