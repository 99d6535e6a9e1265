// @ts-check
// List and panel are drawn anew with every answer, and dialogs close over buttons that are there no more: whoever goes
// by keyboard goes on from where he was, not from the top of the page.

const DIALOG = '[data-testid="stDialog"]';

/** Where the keyboard was, by a name that outlives the element. */
export class FocusKeeper {
  /** @param {import("./view.js").View} view */
  constructor(view) {
    this.view = view;
    /** @type {string} ``"row"`` for the list, the key of a button for the panel, ``""`` for elsewhere */
    this.at = "";
    this.isDialogOpen = false;
    this.dialogs = new MutationObserver(() => this.hearDialog());
    this.dialogs.observe(document.body, { childList: true });
    /** @param {FocusEvent} event */
    this.moved = ({ target }) => {
      if (target instanceof Element && !view.root.contains(target) && !target.closest(DIALOG)) this.at = "";
    };
    document.addEventListener("focusin", this.moved);
  }

  stop() {
    this.dialogs.disconnect();
    document.removeEventListener("focusin", this.moved);
  }

  hold() {
    const here = document.activeElement;
    if (this.view.panel.element.contains(here)) this.at = (here instanceof HTMLElement && here.dataset.key) || "";
    else if (this.view.list.element.contains(here)) this.at = "row";
  }

  giveBack() {
    if (!this.at || (document.activeElement && document.activeElement !== document.body) || document.querySelector(DIALOG)) return;
    const row = this.view.list.rows.get(this.view.selected);
    /**
     * @param {string} key
     * @returns {HTMLElement | null}
     */
    const named = (key) => this.view.panel.element.querySelector(`[data-key="${key}"]`);
    const target = this.at === "row" ? row : (named(this.at) ?? named("renew") ?? named("edit") ?? row);
    target?.focus({ preventScroll: true });
  }

  /** A dialog that was opened from the menu of the header leads back to it. */
  hearDialog() {
    const before = this.isDialogOpen;
    this.isDialogOpen = Boolean(document.querySelector(DIALOG));
    if (before && !this.isDialogOpen) setTimeout(() => (this.at ? this.giveBack() : this.goToMenu()), 100);
  }

  goToMenu() {
    /** @type {HTMLElement | null} */
    const menu = document.querySelector(".st-key-menu button");
    if (document.activeElement === document.body) menu?.focus();
  }
}
