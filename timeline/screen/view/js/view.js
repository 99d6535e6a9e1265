// The entry: one page part for chart, list and selected event, so that selecting anywhere selects everywhere at once.
// Python owns the data and hears of what the user does: see `timeline.screen.session`.

const KEYS = [
  ["← ↑ / → ↓", "previous / next event"],
  ["Home / End", "first / last event"],
  ["+ / −", "zoom in / out"],
  ["Shift+← / Shift+→", "move along the axis"],
  ["f / s", "show the whole span / the stretch of the story"],
  ["p", "keep the span when filters change"],
  ["Enter", "select the event in focus"],
  ["Esc", "close the event, or the document"],
  ["e / a / h", "edit / accept / hide the event"],
  ["Ctrl+Z / Ctrl+Shift+Z", "undo / redo a correction"],
  ["?", "show or hide these keys"],
];
const NARROW = 640;
const states = new WeakMap();

export default function reader({ data, parentElement, setStateValue }) {
  const root = parentElement.querySelector(".tl");
  if (!states.has(root)) states.set(root, start(root));
  const state = states.get(root);
  state.tell = setStateValue;
  receive(state, data);
  return () => !root.isConnected && state.stop();
}

function start(root) {
  const state = {
    root, plot: root.querySelector(".tl-plot"), list: root.querySelector(".tl-list"), panel: root.querySelector(".tl-panel"),
    session: "", said: [], number: 0, times: 0, rows: new Map(), order: [], selected: "", asked: null, window: null, drawn: "", listed: "",
  };
  const after = () => busy(state);
  state.pick = wait((id) => say(state, "picked", id), 60, after);
  state.zoomed = wait((range) => say(state, "zoomed", range), 250, after);
  state.resize = wait(() => measure(state), 120, after);
  state.again = wait(() => sayAgain(state), 1500, after);
  const watch = new ResizeObserver(state.resize);
  watch.observe(root);
  window.addEventListener("resize", state.resize);
  root.addEventListener("keydown", (event) => pressed(state, event));
  const turnBack = (event) => undoPressed(state, event);
  document.addEventListener("keydown", turnBack);
  const unwatch = watchMarks(state);
  const unfocus = watchFocus(state);
  const actions = { nearer: () => zoom(state, 0.6), farther: () => zoom(state, 1 / 0.6), fit: () => fit(state), story: () => fit(state, null), pin: () => pin(state), earlier: () => showRange(state, state.chart.earlier.range), later: () => showRange(state, state.chart.later.range), link: () => copyLink(state), keys: () => toggleKeys(state), legend: () => foldLegend(state) };
  root.querySelectorAll("[data-do]").forEach((tool) => tool.addEventListener("click", actions[tool.dataset.do]));
  fillKeys(root);
  state.stop = () => {
    watch.disconnect();
    unwatch();
    unfocus();
    document.removeEventListener("keydown", turnBack);
    if (state.released) document.removeEventListener("pointerup", state.released, true);
    window.removeEventListener("resize", state.resize);
    if (state.drawn) window.Plotly.purge(state.plot);
  };
  return state;
}

// An event nobody asked for is shown where it costs nothing: beside the list, but not in the middle of a phone's page.
function calm(state, data) {
  if (state.root.clientWidth >= NARROW) return data;
  state.asked = "";
  state.pick("");
  return { ...data, selected: "", event: null };
}

function receive(state, data) {
  const first = !state.data;
  if (first && !data.asked_for) data = calm(state, data);
  // An answer to an older question must not take back what the user has chosen since.
  if (state.asked === null || data.selected === state.asked) {
    state.selected = data.selected;
    state.asked = null;
  }
  state.data = data;
  forget(state, data);
  holdFocus(state);
  state.root.dataset.answer = `${data.list_id} ${data.selected}`;
  measure(state);
  const changed = state.listed !== data.list_id;
  if (changed) {
    if (state.panel.parentElement !== state.root) state.list.after(state.panel);
    showList(state, data.months);
    showMore(state, data.page);
    showEmpty(state, data.empty);
    state.listed = data.list_id;
  }
  showWhoSays(state, data.who);
  markSelected(state, { scroll: first ? data.asked_for : changed || state.shown !== state.selected });
  showPanel(state, data);
  giveFocusBack(state);
  showChart(state, data.chart)
    .catch((problem) => {
      state.plot.textContent = `The chart cannot be shown: ${problem.message}.`;
    })
    .finally(() => busy(state));
}

// What the user did is said again with what he does next, or after a while, until Python has heard it: of two messages
// that come while it is at work, it reads the last, and the second may cut off what the first one asked for.
// What is done to an event is said with having chosen it, in one message.
function say(state, action, value) {
  if (state.pick.waiting) state.pick.now();
  state.number += 1;
  state.said.push([state.number, action, value]);
  state.resend ??= setTimeout(() => {
    state.resend = null;
    tellAll(state);
  });
  state.again();
  busy(state);
}

// Only what differs from the last message is heard as new, hence the count.
function tellAll(state) {
  state.times += 1;
  state.tell("said", { to: state.session, actions: [...state.said], times: state.times });
}

function forget(state, { session, heard }) {
  if (session === state.session) state.said = state.said.filter(([number]) => number > heard);
  else Object.assign(state, { session, said: [], number: heard });
}

// Nobody answers where what was asked for was cut off and nothing else changed. A run under way is left to end.
function sayAgain(state) {
  if (!state.said.length || !state.root.isConnected) return;
  if (!document.querySelector('[data-testid="stApp"]:is([data-test-script-state="running"], [data-test-script-state="rerunRequested"])')) tellAll(state);
  state.again();
}

// Says on the element whether something the user did still waits to be sent, heard or drawn.
function busy(state) {
  const waiting = state.said.length || state.pick.waiting || state.zoomed.waiting || state.resize.waiting || state.chart?.id !== (state.drawn || undefined);
  state.root.dataset.busy = waiting ? "yes" : "no";
}

function select(state, id, { focus = false } = {}) {
  if (id === state.selected) return;
  state.selected = id;
  state.asked = id;
  markSelected(state, { focus });
  showPanel(state, state.data);
  ring(state);
  markInGrid(state);
  state.pick(id);
}

function move(state, by) {
  const at = state.order.indexOf(state.selected);
  go(state, at < 0 && by < 0 ? state.order.length - 1 : at + by);
}

function go(state, place) {
  const last = state.order.length - 1;
  if (last < 0) return;
  select(state, state.order[Math.min(Math.max(place, 0), last)], { focus: state.list.contains(document.activeElement) });
}

function pressed(state, event) {
  if (event.altKey || event.ctrlKey || event.metaKey || /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return;
  const actions = {
    s: () => fit(state, null), p: () => pin(state),
    ArrowLeft: () => (event.shiftKey ? pan(state, -0.25) : move(state, -1)), ArrowUp: () => move(state, -1), ArrowRight: () => (event.shiftKey ? pan(state, 0.25) : move(state, 1)), ArrowDown: () => move(state, 1),
    Home: () => go(state, 0), End: () => go(state, state.order.length - 1),
    "+": () => zoom(state, 0.6), "-": () => zoom(state, 1 / 0.6), f: () => fit(state),
    Escape: () => escape(state), "?": () => toggleKeys(state),
    e: () => correct(state, "edit"), a: () => correct(state, "accept"), h: () => correct(state, "hide"),
  };
  if (event.key === "Enter" && event.target.classList.contains("tl-row")) select(state, event.target.dataset.id, { focus: true });
  else if (state.panel.contains(event.target) && /^(Arrow|Home|End)/.test(event.key)) return;
  else if (actions[event.key]) actions[event.key]();
  else return;
  event.preventDefault();
}

// Anywhere on the page but where something is typed, which has an undo of its own, or where a dialog is open.
function undoPressed(state, event) {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || event.key.toLowerCase() !== "z") return;
  if (event.target.closest?.('input, textarea, select, [contenteditable="true"], [role="dialog"]')) return;
  if (document.querySelector('[data-testid="stDialog"]')) return;
  event.preventDefault();
  say(state, "corrected", [event.shiftKey ? "redo" : "undo"]);
}

function escape(state) {
  if (!state.root.querySelector(".tl-keys").hidden) toggleKeys(state);
  else if (!state.selected && state.data.document) say(state, "opened", ["", ""]);
  else select(state, "");
}

function pin(state) {
  say(state, "pinned", !state.chart?.pinned);
}

function toggleKeys(state) {
  const keys = state.root.querySelector(".tl-keys");
  keys.hidden = !keys.hidden;
  state.root.querySelector('[data-do="keys"]').setAttribute("aria-expanded", String(!keys.hidden));
  if (!keys.hidden) keys.focus();
}

// The address says all that is shown. Where the page may not write to the clipboard, as over plain HTTP from another
// machine, it says where the link stands.
async function copyLink(state) {
  const tool = state.root.querySelector('[data-do="link"]');
  const copied = await navigator.clipboard?.writeText(location.href).then(() => true, () => false);
  tool.textContent = copied ? "Link copied" : "The link is the page’s address";
  setTimeout(() => (tool.textContent = "Copy link"), 3000);
}

function fillKeys(root) {
  const list = make("dl");
  KEYS.forEach(([key, meaning]) => list.append(make("dt", "", key), make("dd", "", meaning)));
  root.querySelector(".tl-keys").append(list);
}

function showEmpty(state, empty) {
  state.root.querySelectorAll(".tl-empty").forEach((element) => element.remove());
  if (!empty) return;
  const box = make("div", "tl-empty");
  box.append(make("p", "", empty.text));
  if (empty.action) box.append(button(empty.action, () => say(state, "asked", empty.ask)));
  state.root.querySelector(".tl-rows").before(box);
}

// The page is as high as the window on a desk, and as long as its list on a phone.
function measure(state) {
  const width = state.root.clientWidth;
  if (!width) return;
  const shape = width < NARROW ? "narrow" : "wide";
  if (shape !== state.shape) {
    state.shape = shape;
    state.root.dataset.shape = shape;
    nameRows(state);
  }
  const free = Math.max(512, window.innerHeight - pageTop(state.root) - 4);
  state.root.style.setProperty("--tl-height", `${free}px`);
  const height = state.shape === "narrow" ? 180 : Math.min(560, Math.max(240, Math.round((free * 0.46) / 20) * 20));
  const size = `${Math.floor(width / 20) * 20}x${height}`;
  if (size !== state.size) document.cookie = `briefing_size=${size}; path=/; max-age=31536000; SameSite=Lax`;
  state.size = size;
  if (!state.data) return;
  const known = state.said.findLast(([, action]) => action === "resized")?.[2] ?? state.data.size;
  if (size !== known) say(state, "resized", size);
}

function pageTop(element) {
  const scroller = element.closest('[data-testid="stMain"]');
  return element.getBoundingClientRect().top + (scroller ? scroller.scrollTop : window.scrollY);
}
