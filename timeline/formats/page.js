"use strict";
const chart = document.getElementById("chart");
const frame = document.getElementById("chart-frame");
const figures = JSON.parse(document.getElementById("figure").textContent);
for (const one of Object.values(figures)) one.narrowest = one.layout.width;
// Titles are cut for the width that a figure was laid out for: of those that the window holds, the widest.
const choose = () => {
  const room = frame.clientWidth;
  return room < figures.paper.narrowest * 0.7 ? figures.narrow : room < figures.wide.narrowest ? figures.paper : figures.wide;
};
let figure = choose();
const form = document.getElementById("filters");
const events = [...document.querySelectorAll(".event")].map((element) => ({
  element, id: element.id.slice(2), actors: JSON.parse(element.dataset.actors), text: element.textContent.toLowerCase(),
}));

function pick(id) {
  const found = events.find((event) => event.id === id);
  if (!found) return;
  events.forEach((event) => event.element.classList.toggle("picked", event === found));
  found.element.querySelector("details")?.setAttribute("open", "");
  found.element.scrollIntoView({ block: "center" });
}

function chosen() {
  const actors = [...form.querySelectorAll("[name=actor]:checked")].map((box) => box.value);
  const words = form.querySelector("#words").value.toLowerCase().split(/\s+/).filter(Boolean);
  return events.filter((event) =>
    (!actors.length || actors.some((actor) => event.actors.includes(actor))) && words.every((word) => event.text.includes(word)));
}

function filter() {
  const kept = chosen();
  const ids = new Set(kept.map((event) => event.id));
  events.forEach((event) => { event.element.hidden = !ids.has(event.id); });
  document.querySelectorAll(".month").forEach((month) => { month.hidden = !month.querySelector(".event:not([hidden])"); });
  const all = kept.length === events.length;
  document.getElementById("shown").textContent = all ? "" : kept.length
    ? `${kept.length} of ${events.length} events` : "No event matches; remove a filter or choose “Show all”.";
  show(ids);
}

// A hidden event's points vanish where they are: nothing that stays is moved.
function show(ids) {
  const gone = (custom) => Array.isArray(custom) && events.some((event) => event.id === custom[0]) && !ids.has(custom[0]);
  const data = figure.data.map((trace) => {
    if (!Array.isArray(trace.customdata)) return trace;
    const y = [...trace.y];
    trace.customdata.forEach((custom, place) => { if (gone(custom)) y[place] = null; });
    return { ...trace, y };
  });
  const layout = { ...figure.layout, annotations: (figure.layout.annotations ?? []).filter((a) => !gone([a.name])) };
  Plotly.react(chart, data, layout, config);
}

// A wider window gives the days more room, and brings nothing nearer to anything else.
function fit(chosen, width) {
  if (figure === chosen && figure.layout.width === width) return;
  figure = chosen;
  figure.layout.width = width;
  filter();
}
const fitWindow = () => fit(choose(), Math.max(choose().narrowest, frame.clientWidth));

const config = { displaylogo: false, responsive: false, scrollZoom: false, displayModeBar: matchMedia("(hover: none)").matches ? false : "hover" }; // where nothing hovers it would stay, over the dates
figure.layout.width = Math.max(figure.narrowest, frame.clientWidth);
loadTypeface(JSON.stringify(figures)).then(() => Plotly.newPlot(chart, figure.data, figure.layout, config)).then(() => {
  chart.on("plotly_click", (click) => {
    const custom = click.points.map((point) => point.customdata).find(Array.isArray);
    if (custom) pick(custom[0]);
  });
});
form.addEventListener("input", filter);
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("reset", () => setTimeout(filter));
window.addEventListener("hashchange", () => pick(decodeURIComponent(location.hash).slice(3)));
window.addEventListener("resize", fitWindow);
window.addEventListener("afterprint", fitWindow);
window.addEventListener("beforeprint", () => fit(figures.paper, figures.paper.narrowest));
window.addEventListener("beforeprint", () => document.querySelectorAll("details").forEach((d) => d.setAttribute("open", "")));
