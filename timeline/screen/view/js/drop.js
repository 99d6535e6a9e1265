// @ts-check
// Files dropped anywhere on the page are given to “Open documents…”, which asks what to do with them.

const UPLOAD = '[data-testid="stDialog"] input[type="file"][multiple]';
const DIALOG_COMES = 5000; // milliseconds for the dialog to come

export class Drop {
  constructor() {
    this.over = (/** @type {DragEvent} */ event) => this.allow(event);
    this.dropped = (/** @type {DragEvent} */ event) => this.take(event);
    this.left = (/** @type {DragEvent} */ event) => event.relatedTarget || this.showOver(false);
    window.addEventListener("dragover", this.over);
    window.addEventListener("dragleave", this.left);
    window.addEventListener("drop", this.dropped);
  }

  stop() {
    window.removeEventListener("dragover", this.over);
    window.removeEventListener("dragleave", this.left);
    this.showOver(false);
    window.removeEventListener("drop", this.dropped);
  }

  /**
   * Whether files are dropped, and on nothing that takes files itself.
   * @param {DragEvent} event
   */
  isOurs(event) {
    const onUpload = event.target instanceof Element && event.target.closest('[data-testid="stFileUploader"]');
    return Boolean(event.dataTransfer?.types.includes("Files")) && !onUpload;
  }

  /** @param {DragEvent} event */
  allow(event) {
    if (!this.isOurs(event)) return;
    event.preventDefault();
    this.showOver(true);
  }

  /** @param {boolean} isOver whether files hang over the page */
  showOver(isOver) {
    document.body.toggleAttribute("data-dropping", isOver);
  }

  /** @param {DragEvent} event */
  async take(event) {
    this.showOver(false);
    if (!this.isOurs(event) || !event.dataTransfer) return;
    event.preventDefault(); // else the browser leaves the page for the file
    const files = new DataTransfer();
    [...event.dataTransfer.files].forEach((file) => files.items.add(file));
    if (!files.files.length) return;
    /** @type {HTMLElement | null} */
    const open = document.querySelector(".st-key-open button");
    if (!document.querySelector(UPLOAD)) open?.click();
    const upload = await waitFor(UPLOAD);
    if (!upload) return;
    upload.files = files.files;
    upload.dispatchEvent(new Event("change", { bubbles: true }));
  }
}

/**
 * What `selector` names, once it is there; null if it does not come.
 * @param {string} selector
 * @returns {Promise<HTMLInputElement | null>}
 */
async function waitFor(selector) {
  for (const until = Date.now() + DIALOG_COMES; Date.now() < until; ) {
    /** @type {HTMLInputElement | null} */
    const found = document.querySelector(selector);
    if (found) return found;
    await new Promise((done) => setTimeout(done, 50));
  }
  return null;
}
