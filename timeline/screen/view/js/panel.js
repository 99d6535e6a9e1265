// The selected event: every quote with its source, how its date was read; and the document around a quote.

function showPanel(state, data) {
  const panel = state.panel;
  place(state);
  const event = data.event && data.event.id === state.selected ? data.event : known(state, data);
  const reading = data.document && data.document.event === state.selected;
  const listing = !state.selected && data.overview;
  const parts = reading ? documentParts(state, data.document) : event ? eventParts(state, event) : listing ? overviewParts(state, data.overview) : [];
  panel.replaceChildren(...parts);
  panel.setAttribute("aria-label", reading ? "Document" : listing ? "Overview" : "Selected event");
  const here = panel.querySelector(".tl-here");
  if (here && state.shape === "wide") panel.scrollTop = here.offsetTop - panel.clientHeight / 3;
  else if (here) here.scrollIntoView({ block: "center" });
  else if (state.shown !== state.selected || state.read) panel.scrollTop = 0;
  state.shown = state.selected;
  state.read = Boolean(reading);
  goToPanel(state, data);
}

// What the list already tells of an event, until the rest has come.
function known(state, data) {
  for (const month of data.months)
    for (const row of month.rows)
      if (row.id === state.selected)
        return { id: row.id, when: row.when_full, title: row.title, facts: row.marks, actors: row.actors, reading: "", mentions: [] };
  return null;
}

function place(state) {
  const row = state.shape === "narrow" && !state.grid ? state.rows.get(state.selected) : null;
  if (row) row.after(state.panel);
  else if (state.panel.parentElement !== state.root) state.list.after(state.panel);
}

function bar(state, when) {
  const line = make("div", "tl-bar");
  const step = (text, by, label) => {
    const element = button(text, () => move(state, by), label);
    const at = state.order.indexOf(state.selected) + by;
    element.disabled = at < 0 || at >= state.order.length;
    return keyed(text, element);
  };
  line.append(make("span", "tl-when", when), step("Previous", -1, "Previous event"), step("Next", 1, "Next event"));
  line.append(button("Close", () => select(state, ""), "Close the event"));
  return line;
}

function eventParts(state, event) {
  const facts = factsLine(event.facts);
  facts.prepend(...event.actors.map(actorChip));
  const parts = [bar(state, event.when), make("h2", "", event.title), facts];
  if (event.actions) parts.push(actionsPart(state, event));
  if (event.actions && state.data.changes.length) parts.push(...state.data.changes.map((change) => make("p", "tl-changed", change)));
  for (const [id, said] of event.conflicts ?? []) {
    const line = make("p", "tl-changed");
    line.append(keyed(id, button(said, () => select(state, id))));
    parts.push(line);
  }
  if (event.reading) parts.push(make("p", "tl-read", event.reading));
  return [...parts, ...event.mentions.map((mention) => mentionPart(state, mention))];
}

// Says by what name the element is found again when it has been drawn anew.
function keyed(name, element) {
  element.dataset.key = name;
  return element;
}

function actionsPart(state, event) {
  const line = toolbar("tl-actions", "Correct this event");
  line.append(...event.actions.map(([name, label]) => keyed(name, button(label, () => correct(state, name)))));
  return line;
}

// Asks Python to do something with the selected event, if the event allows it as far as is known here: whoever goes
// through the list by keyboard is faster than the panel.
function correct(state, name) {
  const event = state.data.event;
  const allowed = event?.id !== state.selected || event.actions.some(([each]) => each === name);
  if (state.selected && allowed) say(state, "corrected", [name, state.selected]);
}

function mentionPart(state, mention) {
  const part = make("div", "tl-mention");
  const quote = make("blockquote");
  quote.append(...litWords(mention.quote));
  const source = make("p", "tl-source");
  source.append(...mention.source.map((fact) => make("span", "", fact)));
  if (mention.url) source.append(link(mention.url, "Link"));
  if (mention.readable) source.append(button("Open in document", () => say(state, "opened", [mention.document, mention.id])));
  part.append(quote, source);
  if (mention.reading) part.append(make("p", "tl-source", mention.reading));
  return part;
}

function link(url, text) {
  const element = make("a", "", text);
  element.href = url;
  element.target = "_blank";
  element.rel = "noopener noreferrer";
  return element;
}

function documentParts(state, shown) {
  const line = make("div", "tl-bar tl-back");
  const mark = button("Make an event of the marked words", () => markedWords(state, shown.id));
  mark.className = "tl-make";
  mark.disabled = !state.marked;
  mark.addEventListener("mousedown", (event) => event.preventDefault());
  line.append(keyed("back", button(shown.event ? "Back to the event" : "Back to the sources", () => say(state, "opened", ["", ""]))), mark);
  const facts = factsLine(shown.facts);
  if (shown.url) facts.append(link(shown.url, "Link"));
  const text = make("div", "tl-text");
  text.append(...shown.parts.map((part) => textPart(state, part)));
  return [line, make("h2", "", shown.title), facts, text];
}

function textPart(state, [text, kind, id]) {
  if (!kind) return document.createTextNode(plain(text));
  const part = make(kind === "date" ? "mark" : "span", { here: "tl-here", told: "tl-told", aside: "tl-aside" }[kind] ?? "tl-here", text);
  if (kind === "told" && id) {
    part.tabIndex = 0;
    part.setAttribute("role", "link");
    const go = () => select(state, id);
    part.addEventListener("click", go);
    part.addEventListener("keydown", (event) => event.key === "Enter" && go());
  }
  return part;
}

// The stretch of the document's text that the user has marked, as offsets in characters; null for none.
function markedStretch(state) {
  const text = state.panel.querySelector(".tl-text");
  const chosen = document.getSelection();
  if (!text || !chosen.rangeCount || chosen.isCollapsed) return null;
  const range = chosen.getRangeAt(0);
  if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return null;
  const before = document.createRange();
  before.setStart(text, 0);
  before.setEnd(range.startContainer, range.startOffset);
  const start = characters(before.toString());
  return [start, start + characters(range.toString())];
}

// Python counts characters, JavaScript the halves of those beyond the first 65,536.
function characters(text) {
  return [...text].length;
}

// The button can be pressed while something is marked; pressing it must not depend on the mark outliving the press.
function watchMarks(state) {
  const watch = () => {
    const made = state.panel.querySelector(".tl-make");
    if (!made || document.activeElement === made) return;
    state.marked = markedStretch(state);
    made.disabled = !state.marked;
  };
  document.addEventListener("selectionchange", watch);
  return () => document.removeEventListener("selectionchange", watch);
}

function markedWords(state, id) {
  if (state.marked) say(state, "corrected", ["mark", id, ...state.marked]);
}
