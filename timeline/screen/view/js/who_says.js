// @ts-check
// Who says what: events as rows, sources as columns. A cell opens the sentence it stands for; where a source contradicts
// the others, both sentences stand side by side.

import { button, find, make, makeQuote } from "./dom.js";

export class WhoSays {
  /** @param {import("./view.js").View} view */
  constructor(view) {
    this.view = view;
    this.element = find(view.root, ".tl-who");
    this.shown = ""; // what is on the screen, as JSON
  }

  get isShown() {
    return Boolean(this.shown);
  }

  /** @param {import("./types").WhoSaysData | null} data */
  show(data) {
    this.view.root.dataset.look = data ? "sources" : "chart";
    this.element.hidden = !data;
    const asked = data ? JSON.stringify(data) : "";
    if (data && this.shown !== asked) {
      this.element.replaceChildren(make("p", "tl-who-summary", data.summary), this.makeGrid(data));
      if (data.left_out) this.element.append(make("p", "tl-read", data.left_out));
    }
    this.shown = asked;
    this.markSelected();
  }

  /** @param {import("./types").WhoSaysData} data */
  makeGrid(data) {
    const scroller = make("div", "tl-who-scroll");
    scroller.tabIndex = 0;
    scroller.setAttribute("role", "region");
    scroller.setAttribute("aria-label", "Who says what");
    const table = make("table", "tl-grid");
    const head = make("tr");
    head.append(headCell("Event"), ...data.sources.map((source) => this.makeSource(source)));
    const top = make("thead");
    top.append(head);
    const body = make("tbody");
    body.append(...data.rows.map((row) => this.makeRow(data, row)));
    table.append(top, body);
    scroller.append(table);
    return scroller;
  }

  /** @param {import("./types").SourceColumn} source */
  makeSource(source) {
    const cell = headCell("");
    const open = () => this.view.say("opened", [source.id, ""]);
    const name = source.readable ? button(source.name, open) : make("span", "", source.name);
    name.title = source.name;
    cell.append(name, make("small", "", source.day));
    return cell;
  }

  /**
   * @param {import("./types").WhoSaysData} data
   * @param {import("./types").GridRow} row
   */
  makeRow(data, row) {
    const line = make("tr");
    line.dataset.id = row.id;
    const name = make("th");
    name.scope = "row";
    name.append(make("span", "tl-when", row.when), button(row.title, () => this.view.select(row.id)));
    if (row.alone) name.append(this.makeAlone(line, row, row.alone));
    line.append(name, ...row.cells.map((voice, place) => this.makeVoice(line, row, voice, data.sources[place])));
    return line;
  }

  /**
   * @param {HTMLElement} line
   * @param {import("./types").GridRow} row
   * @param {import("./types").Voice | null} voice
   * @param {import("./types").SourceColumn} source
   */
  makeVoice(line, row, voice, source) {
    const cell = make("td");
    if (!voice) {
      cell.append(make("span", "tl-unseen", "silent"));
      return cell;
    }
    if (voice.differs) cell.className = "tl-differs";
    const said = voice.differs ? voice.short || "other figure" : "●";
    cell.append(this.makeOpener(line, row, voice, said, `${source.name} ${voice.words}`));
    return cell;
  }

  /**
   * Who alone tells it, under the title.
   * @param {HTMLElement} line
   * @param {import("./types").GridRow} row
   * @param {import("./types").Alone} alone
   */
  makeAlone(line, row, { name, voice }) {
    const open = this.makeOpener(line, row, voice, `only in ${name}`, `only in ${name}: ${voice.words}`);
    open.className = "tl-alone";
    return open;
  }

  /**
   * The button that opens the sentence of one source.
   * @param {HTMLElement} line
   * @param {import("./types").GridRow} row
   * @param {import("./types").Voice} voice
   * @param {string} text
   * @param {string} label
   */
  makeOpener(line, row, voice, text, label) {
    const open = button(text, () => this.toggleVoice(line, row, voice, open), label);
    open.setAttribute("aria-expanded", "false");
    return open;
  }

  /**
   * One cell at a time is open; its sentences stand in a row of their own under that of the event.
   * @param {HTMLElement} line
   * @param {import("./types").GridRow} row
   * @param {import("./types").Voice} voice
   * @param {HTMLElement} open
   */
  toggleVoice(line, row, voice, open) {
    const was = open.getAttribute("aria-expanded") === "true";
    this.closeVoices();
    this.view.select(row.id);
    if (was) return;
    open.setAttribute("aria-expanded", "true");
    const under = make("tr", "tl-voices");
    const cell = make("td");
    cell.colSpan = line.childElementCount;
    const pair = make("div", "tl-pair");
    pair.append(...[voice.against, voice.said].filter((sentence) => sentence !== null).map((sentence) => this.makeSentence(sentence)));
    cell.append(pair);
    if (voice.differs && row.split && this.view.mayEdit) cell.append(button("These are two events: split…", () => this.view.say("corrected", ["split", row.id])));
    under.append(cell);
    line.after(under);
  }

  closeVoices() {
    this.element.querySelectorAll(".tl-voices").forEach((each) => each.remove());
    this.element.querySelectorAll('.tl-grid [aria-expanded="true"]').forEach((each) => each.setAttribute("aria-expanded", "false"));
  }

  /** @param {import("./types").Sentence} sentence */
  makeSentence(sentence) {
    const part = make("div", "tl-mention");
    const source = make("p", "tl-source");
    const open = button("Open in document", () => this.view.say("opened", [sentence.document, sentence.mention]));
    source.append(...sentence.source.map((fact) => make("span", "", fact)), open);
    part.append(makeQuote(sentence.quote), source);
    return part;
  }

  markSelected() {
    /** @type {NodeListOf<HTMLElement>} */
    const lines = this.element.querySelectorAll(".tl-grid tr[data-id]");
    lines.forEach((line) => {
      if (line.dataset.id === this.view.selected) line.setAttribute("aria-current", "true");
      else line.removeAttribute("aria-current");
    });
  }
}

/** @param {string} text */
function headCell(text) {
  const cell = make("th", "", text);
  cell.scope = "col";
  return cell;
}
