// Story mode: arrow by arrow through the chosen events, the others dim; the sentence stands in large type, its date words
// lit, with its source beneath. It fills the screen where the browser lets it.

const ON = new Set(["ArrowRight", "ArrowDown", "PageDown", " ", "Enter"]);
const BACK = new Set(["ArrowLeft", "ArrowUp", "PageUp", "Backspace"]);

function toggleStory(state) {
  if (state.story) closeStory(state);
  else openStory(state);
}

function openStory(state) {
  const events = state.data.story ?? [];
  if (!events.length) return;
  const at = events.findIndex(({ id }) => id === state.selected);
  state.story = { events, at: Math.max(at, 0), before: state.selected };
  state.root.dataset.story = "yes";
  const box = state.root.querySelector(".tl-story");
  box.hidden = false;
  state.root.requestFullscreen?.().catch(() => {}); // a browser that refuses shows it in its window
  state.story.left = () => document.fullscreenElement || closeStory(state);
  document.addEventListener("fullscreenchange", state.story.left);
  showStep(state);
  box.focus({ preventScroll: true });
}

function closeStory(state) {
  if (!state.story) return;
  document.removeEventListener("fullscreenchange", state.story.left);
  state.story = null;
  delete state.root.dataset.story;
  state.root.querySelector(".tl-story").hidden = true;
  if (document.fullscreenElement) document.exitFullscreen();
  dimOthers(state);
  (state.rows.get(state.selected) ?? state.plot).focus({ preventScroll: true });
}

function step(state, to) {
  const last = state.story.events.length - 1;
  state.story.at = Math.min(Math.max(to, 0), last);
  showStep(state);
}

function showStep(state) {
  const { events, at } = state.story;
  const event = events[at];
  const box = state.root.querySelector(".tl-story");
  const quote = make("blockquote", "tl-story-quote");
  quote.append(...litWords(event.quote));
  const line = make("div", "tl-story-bar");
  const turn = (text, to, label) => {
    const each = button(text, () => step(state, to), label);
    each.disabled = to < 0 || to >= events.length;
    return each;
  };
  line.append(turn("←", at - 1, "Previous event"), make("span", "", `${at + 1} of ${events.length}`), turn("→", at + 1, "Next event"), button("Close", () => closeStory(state), "Close the story"));
  const said = make("div", "tl-story-said");
  said.setAttribute("aria-live", "polite");
  said.append(make("p", "tl-story-when", event.when), make("h2", "", event.title));
  if (event.quote.length) said.append(quote, make("p", "tl-story-source", event.source));
  box.replaceChildren(said, line);
  select(state, event.id);
  dimOthers(state);
}

// Also of a press on one of its buttons; true where it was a key of the story.
function pressedInStory(state, event) {
  const { at, events } = state.story;
  const onButton = event.target.tagName === "BUTTON" && (event.key === " " || event.key === "Enter");
  if (onButton) return true;
  if (ON.has(event.key)) step(state, at + 1);
  else if (BACK.has(event.key)) step(state, at - 1);
  else if (event.key === "Home") step(state, 0);
  else if (event.key === "End") step(state, events.length - 1);
  else if (event.key === "Escape" || event.key === "p") closeStory(state);
  else return true;
  event.preventDefault();
  return true;
}

// What is drawn of every event but the one that is told is dim; Plotly keeps with each node which point it is.
function dimOthers(state) {
  const here = state.story?.events[state.story.at].id;
  for (const group of state.plot.querySelectorAll(".scatterlayer .trace")) {
    const trace = group.__data__?.[0]?.trace;
    for (const node of group.querySelectorAll(".points path, .text .textpoint, .lines path")) {
      const point = trace?.customdata?.[node.__data__?.i];
      const own = trace?.name === "selected" || (point !== undefined && eventOf({ customdata: point }) === here);
      node.classList.toggle("tl-dim", Boolean(here) && !own);
    }
  }
}
