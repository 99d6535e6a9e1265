// Reviewing: how far the events are checked, what is done to several at once, tags and comments. A verdict goes on to the
// next event, with the focus, so that a list is gone through without a hand on the mouse.

function verdict(state, name) {
  if (!state.selected) return;
  const ids = tickedIds(state);
  if (ids.includes(state.selected)) {
    verdictOnMany(state, name);
    return;
  }
  const at = state.order.indexOf(state.selected);
  const next = state.order[at + 1] ?? state.order[at - 1] ?? "";
  correct(state, name);
  if (!next || at < 0) return;
  state.focus = "row";
  select(state, next, { focus: true });
}

// What a button of the panel asks for.
function act(state, name) {
  if (name === "tag" || name === "comment") ask(state, name);
  else if (name === "accept" || name === "hide") verdict(state, name);
  else correct(state, name);
}

function verdictOnMany(state, name) {
  const ids = tickedIds(state);
  if (!ids.length) return;
  say(state, "corrected", [name, ...ids]);
  setTicked(state, []);
}

function ticked(state) {
  state.ticked ??= new Set(state.data.review?.chosen ?? []);
  return state.ticked;
}

// In the order of the list; what is not in it is not meant.
function tickedIds(state) {
  return state.order.filter((id) => ticked(state).has(id));
}

function tickBox(state, row) {
  const box = make("input", "tl-tick");
  box.type = "checkbox";
  box.tabIndex = -1;
  box.checked = ticked(state).has(row.id);
  box.setAttribute("aria-label", `Tick: ${row.title}`);
  box.addEventListener("click", (event) => {
    event.stopPropagation();
    tick(state, row.id, event.shiftKey);
  });
  return box;
}

// With Shift also what lies between this event and the one ticked before.
function tick(state, id, through = false) {
  if (!id) return;
  const chosen = ticked(state);
  const on = !chosen.has(id);
  const [from, to] = [state.order.indexOf(through ? state.tickedLast : id), state.order.indexOf(id)];
  const range = from < 0 || to < 0 ? [id] : state.order.slice(Math.min(from, to), Math.max(from, to) + 1);
  range.forEach((each) => (on ? chosen.add(each) : chosen.delete(each)));
  state.tickedLast = id;
  setTicked(state, chosen);
}

function setTicked(state, ids) {
  state.ticked = new Set(ids);
  state.rows.forEach((row, id) => (row.querySelector(".tl-tick").checked = state.ticked.has(id)));
  say(state, "chosen", [...state.ticked]);
  showReview(state, state.data.review);
}

function showReview(state, review) {
  const strip = state.root.querySelector(".tl-strip");
  strip.hidden = !review?.total;
  if (strip.hidden) return;
  const many = tickedIds(state).length;
  const held = strip.contains(document.activeElement) && document.activeElement.dataset.key;
  strip.replaceChildren(...(many ? manyParts(state, many) : progressParts(state, review)), ...doneParts(state, review.done));
  if (held) strip.querySelector(`[data-key="${held}"]`)?.focus();
}

function progressParts(state, review) {
  const bar = make("progress");
  [bar.max, bar.value] = [review.total, review.checked];
  bar.setAttribute("aria-label", "Checked");
  const queue = keyed("queue", button("Least certain first", () => say(state, "queued", !review.queue)));
  queue.setAttribute("aria-pressed", String(review.queue));
  queue.title = "List what is not checked yet, the least certain first";
  return [make("span", "tl-progress", `${review.checked} of ${review.total} checked`), bar, queue];
}

function manyParts(state, many) {
  const each = (name, text) => keyed(name, button(text, () => verdictOnMany(state, name)));
  return [
    make("span", "tl-progress", `${many} ticked`), each("accept", "Accept"), each("hide", "Hide"),
    keyed("tag", button("Tag…", () => ask(state, "tag", tickedIds(state)))), keyed("tell", button("Present", () => toggleStory(state))), keyed("untick", button("Untick", () => setTicked(state, []))),
  ];
}

function doneParts(state, done) {
  if (!done) return [];
  const line = make("span", "tl-done");
  line.setAttribute("role", "status");
  line.append(make("span", "", done), keyed("undo", button("Undo", () => say(state, "corrected", ["undo"]))));
  return [line];
}

// The tags and the comment of the selected event, above its quotes.
function notesParts(state, event) {
  const parts = [];
  if (event.tags.length) {
    const line = make("div", "tl-facts tl-tags");
    for (const tag of event.tags) {
      const off = button("×", () => say(state, "corrected", ["untag", tag, event.id]), `Take off the tag ${tag}`);
      const chip = make("span", "tl-tag", tag);
      chip.append(keyed(`untag-${tag}`, off));
      line.append(chip);
    }
    parts.push(line);
  }
  if (event.comment) parts.push(make("p", "tl-comment", event.comment));
  if (state.asking?.id === event.id) parts.push(askPart(state, event, state.asking));
  return parts;
}

// Asks for a tag or a comment right under the title; of several events for a tag in the strip.
function ask(state, kind, ids = null) {
  if (ids) {
    const strip = state.root.querySelector(".tl-strip");
    strip.querySelector("form")?.remove();
    const form = askPart(state, { id: "", comment: "" }, { kind, ids });
    strip.append(form);
    form.querySelector("input").focus();
    return;
  }
  if (!state.selected) return;
  state.asking = { kind, id: state.selected };
  showPanel(state, state.data);
  state.panel.querySelector(".tl-ask :is(input, textarea)")?.focus();
}

function askPart(state, event, { kind, ids }) {
  const form = make("form", "tl-ask");
  const field = make(kind === "tag" ? "input" : "textarea");
  field.value = kind === "tag" ? "" : event.comment;
  field.maxLength = kind === "tag" ? 40 : 2000;
  field.setAttribute("aria-label", kind === "tag" ? "Tag" : "Comment");
  field.placeholder = kind === "tag" ? "Tag, then Enter" : "Comment; Ctrl+Enter keeps it";
  if (kind === "tag") offerTags(state, form, field);
  const leave = () => {
    state.asking = null;
    form.remove();
    (state.rows.get(state.selected) ?? state.panel).focus({ preventScroll: true });
  };
  form.addEventListener("submit", (submitted) => {
    submitted.preventDefault();
    const text = field.value.trim();
    const value = kind === "tag" ? ["tag", text, ...(ids ?? [event.id])] : ["comment", text, event.id];
    if (text || (kind === "comment" && event.comment)) say(state, "corrected", value);
    leave();
  });
  form.addEventListener("keydown", (pressedKey) => {
    pressedKey.stopPropagation();
    if (pressedKey.key === "Escape") leave();
    if (pressedKey.key === "Enter" && pressedKey.ctrlKey) form.requestSubmit();
  });
  const keep = make("button", "", "Keep");
  keep.type = "submit";
  form.append(field, keep);
  return form;
}

function offerTags(state, form, field) {
  const list = make("datalist");
  list.id = "tl-known-tags";
  list.append(...(state.data.review?.tags ?? []).map((tag) => Object.assign(make("option"), { value: tag })));
  field.setAttribute("list", list.id);
  form.append(list);
}
