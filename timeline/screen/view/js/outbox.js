// @ts-check
// What the user did is said again with what he does next, or after a while, until Python has heard it: of two messages
// that come while it is at work, it reads the last, and the second may cut off what the first one asked for.

import { Delay } from "./delay.js";

const PATIENCE = 1500; // milliseconds without an answer after which it is all said again

/** What the user did and Python has not heard yet. */
export class Outbox {
  /**
   * @param {() => boolean} canSend whether the page is there and Python at rest; a run under way is left to end
   * @param {() => boolean} isOpen whether the page is there
   * @param {() => void} changed hears of every message that was added
   */
  constructor(canSend, isOpen, changed) {
    this.canSend = canSend;
    this.isOpen = isOpen;
    this.changed = changed;
    this.session = "";
    /** @type {import("./types").Message[]} */
    this.said = [];
    this.number = 0;
    this.times = 0;
    /** @type {(message: import("./types").Said) => void} */
    this.send = () => {};
    /** @type {ReturnType<typeof setTimeout> | null} */
    this.sending = null;
    this.again = new Delay(() => this.sayAgain(), PATIENCE, changed);
  }

  get isEmpty() {
    return !this.said.length;
  }

  /**
   * @param {string} action
   * @param {unknown} value
   */
  say(action, value) {
    this.number += 1;
    this.said.push([this.number, action, value]);
    this.sending ??= setTimeout(() => {
      this.sending = null;
      this.sendAll();
    });
    this.again.later();
    this.changed();
  }

  /** Only what differs from the last message is heard as new, hence the count. */
  sendAll() {
    this.times += 1;
    this.send({ to: this.session, actions: [...this.said], times: this.times });
  }

  /** Nobody answers where what was asked for was cut off and nothing else changed. */
  sayAgain() {
    if (this.isEmpty || !this.isOpen()) return;
    if (this.canSend()) this.sendAll();
    this.again.later();
  }

  /**
   * Forgets what Python has heard; all of it where another session answers.
   * @param {{session: string, heard: number}} answer
   */
  forget({ session, heard }) {
    if (session === this.session) this.said = this.said.filter(([number]) => number > heard);
    else Object.assign(this, { session, said: [], number: heard });
  }

  /**
   * The last value said with `action` and not heard yet.
   * @param {string} action
   */
  lastOf(action) {
    return this.said.findLast(([, each]) => each === action)?.[2];
  }
}
