// The small chart of the whole span under the chart: bars for how much happened when, and a frame over what is shown,
// which is dragged, widened at its ends, or drawn anew beside it.

const SVG = "http://www.w3.org/2000/svg";
const HIGH = 28;
const GRIP = 6;
const LEAST = 8; // pixels that a frame is wide at least

function showMinimap(state, chart) {
  const map = state.root.querySelector(".tl-minimap");
  map.hidden = !chart?.whole;
  if (map.hidden) return;
  const [from, to] = chart.whole.range;
  if (state.mapped !== chart.id) {
    map.replaceChildren(drawBars(chart.whole.counts), frameOf(map));
    state.mapped = chart.id;
    map.onpointerdown = (event) => dragFrame(state, map, event);
  }
  const range = state.plot.layout?.xaxis?.range ?? chart.figure.layout.xaxis.range;
  const share = (unit) => Math.min(Math.max((unit - from) / (to - from), 0), 1);
  moveFrame(map, share(range[0]), share(range[1]));
}

function drawBars(counts) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", `0 0 ${counts.length} ${HIGH}`);
  svg.setAttribute("preserveAspectRatio", "none");
  svg.setAttribute("aria-hidden", "true");
  const most = Math.max(...counts, 1);
  counts.forEach((count, place) => {
    if (!count) return;
    const bar = document.createElementNS(SVG, "rect");
    const high = Math.max(3, Math.sqrt(count / most) * (HIGH - 4)); // by the root, so that a lone event is seen beside fifty
    for (const [name, value] of Object.entries({ x: place + 0.1, y: HIGH - high, width: 0.8, height: high })) bar.setAttribute(name, value);
    svg.append(bar);
  });
  return svg;
}

function frameOf(map) {
  return map.querySelector(".tl-frame") ?? make("div", "tl-frame");
}

function moveFrame(map, left, right) {
  const frame = frameOf(map);
  frame.style.left = `${left * 100}%`;
  frame.style.right = `${(1 - right) * 100}%`;
}

function dragFrame(state, map, event) {
  const box = map.getBoundingClientRect();
  const at = (moved) => Math.min(Math.max((moved.clientX - box.left) / box.width, 0), 1);
  const frame = frameOf(map).getBoundingClientRect();
  const [left, right] = [frame.left, frame.right].map((x) => (x - box.left) / box.width);
  const begin = at(event);
  const whole = right - left > 0.98; // there is no room beside it to draw another in
  const near = (edge) => !whole && Math.abs(begin - edge) * box.width <= GRIP;
  const held = near(left) ? "left" : near(right) ? "right" : !whole && begin > left && begin < right ? "middle" : "new";
  const dragged = (moved) => {
    const here = at(moved);
    if (held === "middle") {
      const by = Math.min(Math.max(here - begin, -left), 1 - right);
      return [left + by, right + by];
    }
    const fixed = { left: right, right: left, new: begin }[held];
    return [Math.min(fixed, here), Math.max(fixed, here)];
  };
  map.setPointerCapture(event.pointerId);
  map.onpointermove = (moved) => moveFrame(map, ...dragged(moved));
  map.onpointerup = (moved) => {
    map.onpointermove = map.onpointerup = null;
    const [first, last] = dragged(moved);
    if ((last - first) * box.width < LEAST) showMinimap(state, state.chart);
    else showShare(state, first, last);
  };
  event.preventDefault();
}

function showShare(state, first, last) {
  const [from, to] = state.chart.whole.range;
  showRange(state, [from + first * (to - from), from + last * (to - from)]);
}

function showEdges(state, chart) {
  for (const side of ["earlier", "later"]) {
    const chip = state.root.querySelector(`[data-do="${side}"]`);
    chip.hidden = !chart?.[side];
    chip.textContent = chart?.[side]?.text ?? "";
  }
}
