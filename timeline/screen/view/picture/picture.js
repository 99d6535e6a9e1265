// @ts-check
// A figure as a still picture: shown, and, where the server has no browser of its own, saved by this one.

import { drawPicture } from "../../../typeface/typeface.js";
import { find } from "../js/dom.js";
import { loadPlotly } from "../js/plotly.js";

/**
 * What Python sends: `timeline.screen.view.picture`.
 * @typedef {object} PictureData
 * @property {string} id
 * @property {object} figure
 * @property {{width: number, height: number}} size
 * @property {string} alt
 * @property {{name: string, format: string, scale: number} | null} save
 * @property {string} typeface
 * @property {string} plotly
 */

/** @type {WeakMap<HTMLElement, string>} */
const drawings = new WeakMap();

/** @param {{data: PictureData, parentElement: HTMLElement}} component */
export default function showPicture({ data, parentElement }) {
  const root = find(parentElement, ".tl-picture");
  if (drawings.get(root) === data.id) return;
  drawings.set(root, data.id);
  new Picture(root, data).show();
}

class Picture {
  /**
   * @param {HTMLElement} root
   * @param {PictureData} data
   */
  constructor(root, data) {
    this.root = root;
    this.data = data;
  }

  async show() {
    this.root.dataset.drawn = "no";
    try {
      const drawn = await this.draw("svg", 1);
      if (drawings.get(this.root) !== this.data.id) return; // a later one is under way
      const image = /** @type {HTMLImageElement} */ (find(this.root, "img"));
      image.alt = this.data.alt;
      image.src = drawn;
      this.offer();
      this.say("");
      this.root.dataset.drawn = "yes";
    } catch (error) {
      this.say(`The picture could not be drawn: ${messageOf(error)}.`);
    }
  }

  offer() {
    const { save } = this.data;
    const button = find(this.root, "button");
    button.hidden = !save;
    if (!save) return;
    button.textContent = `Save ${save.name}`;
    button.onclick = () => this.download(save).catch((error) => this.say(`It could not be saved: ${messageOf(error)}.`));
  }

  /** @param {{name: string, format: string, scale: number}} save */
  async download({ name, format, scale }) {
    this.say("Drawing …");
    const made = await this.draw(format, scale);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await (await fetch(made)).blob());
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000);
    this.say(`${name} is in your downloads.`);
  }

  /**
   * @param {string} format
   * @param {number} scale
   */
  async draw(format, scale) {
    const Plotly = await loadPlotly(this.data.plotly);
    return drawPicture(Plotly.toImage, this.data.figure, { ...this.data.size, format, scale }, this.data.typeface);
  }

  /** @param {string} text */
  say(text) {
    find(this.root, "p").textContent = text;
  }
}

/** @param {unknown} error */
function messageOf(error) {
  return error instanceof Error ? error.message : String(error);
}
