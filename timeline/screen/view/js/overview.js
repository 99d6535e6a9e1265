// What there is besides the events: every source, to read it, and every actor, to see its events alone.

function overviewParts(state, overview) {
  const line = toolbar("tl-bar", "What is listed");
  for (const [kind, words] of overview.kinds) {
    const turn = keyed(kind, button(words, () => say(state, "looked", kind)));
    turn.setAttribute("aria-pressed", String(kind === overview.kind));
    line.append(turn);
  }
  const list = make("ul", "tl-overview");
  list.append(...overview.rows.map((row) => overviewRow(state, overview.kind, row)));
  const more = overview.more ? [make("p", "tl-read", `${overview.more.toLocaleString("en")} more are not listed here.`)] : [];
  return [line, make("p", "tl-read", HINTS[overview.kind]), list, ...more];
}

const HINTS = {
  "": "Choose an event in the chart or the list to see the words it rests on.",
  sources: "Choose a source to read it with its events marked, or an event in the chart or the list.",
  actors: "Choose an actor to see only the events it takes part in, or an event in the chart or the list.",
};

function overviewRow(state, kind, row) {
  const item = make("li");
  const go = kind === "actors" ? () => say(state, "only", row.id) : () => say(state, "opened", [row.id, ""]);
  const name = kind === "actors" || row.readable ? button(row.name, go) : make("span", "", row.name);
  if (kind === "actors") {
    name.classList.add("tl-actor");
    if (row.colour) name.style.setProperty("--actor", row.colour);
  }
  item.append(keyed(`row-${row.id}`, name), factsLine(row.facts));
  return item;
}

// A number under the title was pressed, or a source chosen: who goes by keyboard goes on in the panel, and on a phone,
// where it stands below the list, the page goes there.
function goToPanel(state, data) {
  const at = `${data.document?.id ?? ""} ${data.looked}`;
  const before = state.lookedAt;
  state.lookedAt = at;
  if (before === undefined || before === at || data.selected || !(data.document || data.overview)) return;
  state.panel.focus({ preventScroll: true });
  if (state.shape === "narrow") state.panel.scrollIntoView({ block: "start" });
}
