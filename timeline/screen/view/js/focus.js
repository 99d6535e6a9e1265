// List and panel are drawn anew with every answer, and dialogs close over buttons that are there no more: whoever goes
// by keyboard goes on from where he was, not from the top of the page.

const DIALOG = '[data-testid="stDialog"]';

function holdFocus(state) {
  const here = document.activeElement;
  if (state.panel.contains(here)) state.focus = here.dataset.key ?? "";
  else if (state.list.contains(here)) state.focus = "row";
}

function giveFocusBack(state) {
  if (!state.focus || (document.activeElement && document.activeElement !== document.body) || document.querySelector(DIALOG)) return;
  const row = state.rows.get(state.selected);
  const button = (key) => state.panel.querySelector(`[data-key="${key}"]`);
  const target = state.focus === "row" ? row : (button(state.focus) ?? button("renew") ?? button("edit") ?? row);
  target?.focus({ preventScroll: true });
}

// A dialog that was opened from the menu of the header leads back to it.
function backToMenu() {
  if (document.activeElement === document.body) document.querySelector(".st-key-menu button")?.focus();
}

function watchFocus(state) {
  let open = false;
  const closed = new MutationObserver(() => {
    const before = open;
    open = Boolean(document.querySelector(DIALOG));
    if (before && !open) setTimeout(() => (state.focus ? giveFocusBack(state) : backToMenu()), 100);
  });
  closed.observe(document.body, { childList: true });
  const moved = ({ target }) => {
    if (!state.root.contains(target) && !target.closest(DIALOG)) state.focus = "";
  };
  document.addEventListener("focusin", moved);
  return () => {
    closed.disconnect();
    document.removeEventListener("focusin", moved);
  };
}
