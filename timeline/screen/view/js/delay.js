// @ts-check

/**
 * Does something once things have been quiet for a while, or at once where it is asked to.
 * @template {unknown[]} Values
 */
export class Delay {
  /**
   * @param {(...values: Values) => void} action
   * @param {number} milliseconds
   * @param {() => void} changed hears of waiting and of having done it
   */
  constructor(action, milliseconds, changed) {
    this.action = action;
    this.milliseconds = milliseconds;
    this.changed = changed;
    this.waiting = false;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    /** @type {Values | undefined} */
    this.values = undefined;
  }

  /** @param {Values} values */
  later(...values) {
    clearTimeout(this.timer);
    this.values = values;
    this.waiting = true;
    this.changed();
    this.timer = setTimeout(() => this.now(), this.milliseconds);
  }

  /** Do it now, if it is waited for. */
  now() {
    if (!this.waiting || !this.values) return;
    clearTimeout(this.timer);
    this.waiting = false;
    this.action(...this.values);
    this.changed();
  }
}
