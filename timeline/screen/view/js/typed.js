// @ts-check
// What is pasted into “Open documents…” reaches the server once the fingers rest: its button is then active, without a
// click elsewhere, for which Streamlit waits. It takes Ctrl+Enter for “that is it”, whoever presses it.

import { Delay } from "./delay.js";

const FIELD = ".st-key-pasted textarea";
const REST = 400; // milliseconds

export class Typed {
  constructor() {
    this.delay = new Delay(say, REST, () => {});
    this.hear = (/** @type {Event} */ event) => {
      const field = event.target;
      if (field instanceof HTMLTextAreaElement && field.matches(FIELD)) this.delay.later(field);
    };
    document.addEventListener("input", this.hear);
  }

  stop() {
    document.removeEventListener("input", this.hear);
  }
}

/** @param {HTMLTextAreaElement} field */
function say(field) {
  field.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", ctrlKey: true, bubbles: true }));
}
