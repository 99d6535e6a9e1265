// Who says what: events as rows, sources as columns. A cell opens the sentence it stands for; where a source contradicts
// the others, both sentences stand side by side.

function showWhoSays(state, who) {
  state.root.dataset.look = who ? "sources" : "chart";
  const box = state.root.querySelector(".tl-who");
  box.hidden = !who;
  if (!who) {
    state.grid = null;
    return;
  }
  const told = JSON.stringify(who);
  if (state.grid !== told) {
    box.replaceChildren(make("p", "tl-who-summary", who.summary), gridPart(state, who));
    if (who.left_out) box.append(make("p", "tl-read", who.left_out));
    state.grid = told;
  }
  markInGrid(state);
}

function gridPart(state, who) {
  const scroller = make("div", "tl-who-scroll");
  scroller.tabIndex = 0;
  scroller.setAttribute("role", "region");
  scroller.setAttribute("aria-label", "Who says what");
  const table = make("table", "tl-grid");
  const head = make("tr");
  head.append(headCell("Event"), ...who.sources.map((source) => sourceCell(state, source)));
  const top = make("thead");
  top.append(head);
  const body = make("tbody");
  body.append(...who.rows.map((row) => gridRow(state, who, row)));
  table.append(top, body);
  scroller.append(table);
  return scroller;
}

function headCell(text) {
  const cell = make("th", "", text);
  cell.scope = "col";
  return cell;
}

function sourceCell(state, source) {
  const cell = headCell("");
  const name = source.readable ? button(source.name, () => say(state, "opened", [source.id, ""])) : make("span", "", source.name);
  name.title = source.name;
  cell.append(name, make("small", "", source.day));
  return cell;
}

function gridRow(state, who, row) {
  const line = make("tr");
  line.dataset.id = row.id;
  const name = make("th");
  name.scope = "row";
  const title = button(row.title, () => select(state, row.id));
  name.append(make("span", "tl-when", row.when), title);
  if (row.alone) name.append(make("span", "tl-mark", "one source"));
  line.append(name, ...row.cells.map((cell, place) => voiceCell(state, line, row, cell, who.sources[place])));
  return line;
}

function voiceCell(state, line, row, voice, source) {
  const cell = make("td");
  if (!voice) {
    cell.append(make("span", "tl-unseen", "silent"));
    return cell;
  }
  if (voice.differs) cell.className = "tl-differs";
  const open = button(voice.differs ? voice.short || "other figure" : "●", () => toggleVoice(state, line, row, voice, open), `${source.name} ${voice.words}`);
  open.setAttribute("aria-expanded", "false");
  cell.append(open);
  return cell;
}

// One cell at a time is open; its sentences stand in a row of their own under that of the event.
function toggleVoice(state, line, row, voice, open) {
  const was = open.getAttribute("aria-expanded") === "true";
  closeVoices(state);
  select(state, row.id);
  if (was) return;
  open.setAttribute("aria-expanded", "true");
  const under = make("tr", "tl-voices");
  const cell = make("td");
  cell.colSpan = line.childElementCount;
  const pair = make("div", "tl-pair");
  pair.append(...[voice.against, voice.said].filter(Boolean).map((sentence) => sentencePart(state, sentence)));
  cell.append(pair);
  if (voice.differs && row.split) cell.append(button("These are two events: split…", () => say(state, "corrected", ["split", row.id])));
  under.append(cell);
  line.after(under);
}

function closeVoices(state) {
  state.root.querySelectorAll(".tl-voices").forEach((each) => each.remove());
  state.root.querySelectorAll('.tl-grid [aria-expanded="true"]').forEach((each) => each.setAttribute("aria-expanded", "false"));
}

function sentencePart(state, sentence) {
  const part = make("div", "tl-mention");
  const quote = make("blockquote");
  quote.append(...litWords(sentence.quote));
  const source = make("p", "tl-source");
  source.append(...sentence.source.map((fact) => make("span", "", fact)), button("Open in document", () => say(state, "opened", [sentence.document, sentence.mention])));
  part.append(quote, source);
  return part;
}

// A quote with the words that date it lit.
function litWords(parts) {
  return parts.map(([text, isDate]) => (isDate ? make("mark", "", text) : document.createTextNode(plain(text))));
}

function markInGrid(state) {
  state.root.querySelectorAll(".tl-grid tr[data-id]").forEach((line) => {
    const chosen = line.dataset.id === state.selected;
    if (chosen) line.setAttribute("aria-current", "true");
    else line.removeAttribute("aria-current");
  });
}
