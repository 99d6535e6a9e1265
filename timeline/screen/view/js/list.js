// The list by month: the spine of the page, and the way of keyboard and screen reader to every event.

function showList(state, months) {
  const box = state.root.querySelector(".tl-rows");
  const top = state.list.scrollTop;
  box.replaceChildren(...months.flatMap((month, index) => showMonth(state, month, index)));
  state.order = months.flatMap((month) => month.rows.map((row) => row.id));
  state.rows = new Map([...box.querySelectorAll(".tl-row")].map((element) => [element.dataset.id, element]));
  state.list.scrollTop = top;
}

function showMonth(state, month, index) {
  const group = make("div", "tl-group");
  group.style.containIntrinsicBlockSize = `auto ${month.rows.reduce((height, row) => height + rowHeight(row), 2)}rem`;
  group.setAttribute("role", "group");
  const heading = make("div", "tl-month", month.heading);
  heading.id = `tl-month-${index}`;
  heading.setAttribute("role", "presentation");
  group.setAttribute("aria-labelledby", heading.id);
  group.append(heading, ...month.rows.map((row) => showRow(state, row)));
  return [group];
}

// Months out of sight are not laid out, which is most of what drawing a long list costs. They take up as much room as
// they will when they are: titles in one line, actors and marks in another, the quote in a third.
function rowHeight(row) {
  return 1.93 + 1.14 * (Number(row.actors.length + row.marks.length > 0) + Number(Boolean(row.quote)));
}

function showRow(state, row) {
  const element = make("div", "tl-row");
  element.dataset.id = row.id;
  element.id = `tl-event-${row.id}`;
  element.tabIndex = -1;
  nameRow(state, element, false);
  const facts = make("div", "tl-line");
  facts.append(...row.actors.map(actorChip), ...row.marks.map((mark) => make("span", "tl-mark", mark)));
  element.append(make("span", "tl-when", row.when), make("span", "tl-title", row.title), make("span", "tl-count", row.sources));
  if (facts.childElementCount) element.append(facts);
  if (row.quote) element.append(make("div", "tl-quote", row.quote));
  element.addEventListener("click", () => select(state, state.shape === "narrow" && state.selected === row.id ? "" : row.id));
  return element;
}

// Beside a panel the rows are options, of which one is chosen; on a phone each is a button under which its event opens.
function nameRow(state, row, chosen) {
  const [role, said, other] = state.shape === "narrow" ? ["button", "aria-expanded", "aria-selected"] : ["option", "aria-selected", "aria-expanded"];
  row.setAttribute("role", role);
  row.setAttribute(said, String(chosen));
  row.removeAttribute(other);
}

function nameRows(state) {
  state.root.querySelector(".tl-rows").setAttribute("role", state.shape === "narrow" ? "group" : "listbox");
  state.rows.forEach((row, id) => nameRow(state, row, id === state.selected));
}

function showMore(state, page) {
  state.root.querySelectorAll(".tl-more").forEach((element) => element.remove());
  const box = state.root.querySelector(".tl-rows");
  const turn = (to, text) => {
    const more = button(text, () => say(state, "turned", to));
    more.className = "tl-more";
    return more;
  };
  if (page.earlier) box.before(turn(page.earlier_page, `${page.earlier} earlier events`));
  if (page.later) box.after(turn(page.later_page, `${page.later} later events`));
}

function markSelected(state, { scroll = true, focus = false } = {}) {
  state.list.querySelectorAll('.tl-row:is([aria-selected="true"], [aria-expanded="true"])').forEach((row) => nameRow(state, row, false));
  state.rows.forEach((row) => (row.tabIndex = -1));
  const row = state.rows.get(state.selected);
  const reachable = row ?? state.rows.get(state.order[0]);
  if (reachable) reachable.tabIndex = 0;
  if (!row) return;
  nameRow(state, row, true);
  if (focus) row.focus({ preventScroll: true });
  if (scroll) reveal(state, row);
}

// Scrolls the list, never the page around it, and only as far as needed to see the whole row under its month's heading.
function reveal(state, row) {
  if (state.shape === "narrow") {
    row.scrollIntoView({ block: "nearest" });
    return;
  }
  const heading = row.parentElement.firstElementChild.offsetHeight;
  const list = state.list.getBoundingClientRect();
  const box = row.getBoundingClientRect();
  if (box.top < list.top + heading) state.list.scrollTop -= list.top + heading - box.top;
  else if (box.bottom > list.bottom) state.list.scrollTop += box.bottom - list.bottom;
}
