// @ts-check
// Tags and the comment of the selected event, and the field in which one is written.

import { button, find, keyed, make } from "./dom.js";

export class Notes {
  /** @param {import("./view.js").View} view */
  constructor(view) {
    this.view = view;
    this.asking = ""; // ``"tag"`` or ``"comment"`` while the selected event is asked for one
    this.event = ""; // that event
    /** @type {HTMLElement | null} the same one while it is asked, whatever else of the panel is drawn anew */
    this.form = null;
  }

  /**
   * Lets `draw` draw the panel anew, and whoever types into the form goes on.
   * @param {() => void} draw
   */
  keepTyping(draw) {
    const here = document.activeElement;
    const typing = here instanceof HTMLElement && this.form?.contains(here) ? here : null;
    draw();
    typing?.focus({ preventScroll: true });
  }

  /**
   * Asks for a tag or a comment of the selected event, under its title.
   * @param {"tag" | "comment"} kind
   */
  ask(kind) {
    if (!this.view.selected || !this.view.mayEdit) return;
    [this.asking, this.event, this.form] = [kind, this.view.selected, null];
    this.view.panel.show(this.view.data);
    /** @type {HTMLElement | null} */
    const field = this.view.panel.element.querySelector(".tl-ask :is(input, textarea)");
    field?.focus();
  }

  /**
   * @param {import("./types").EventData} event
   * @returns {Node[]}
   */
  makeParts(event) {
    const parts = [];
    if (event.tags?.length) parts.push(this.makeTags(event.id, event.tags));
    if (event.comment) parts.push(make("p", "tl-comment", event.comment));
    if (this.asking && this.event === event.id) parts.push((this.form ??= this.makeForm(event)));
    return parts;
  }

  /**
   * @param {string} id
   * @param {string[]} tags
   */
  makeTags(id, tags) {
    const line = make("div", "tl-facts tl-tags");
    for (const tag of tags) {
      const chip = make("span", "tl-tag", tag);
      if (this.view.mayEdit) chip.append(keyed(`untag-${tag}`, button("×", () => this.view.say("corrected", ["untag", tag, id]), `Take off the tag ${tag}`)));
      line.append(chip);
    }
    return line;
  }

  /** @param {import("./types").EventData} event */
  makeForm(event) {
    const kind = this.asking === "tag" ? "tag" : "comment";
    const before = kind === "tag" ? "" : (event.comment ?? "");
    const keep = (/** @type {string} */ text) => {
      if (kind === "tag" && text) this.view.say("corrected", ["tag", text, event.id]);
      else if (kind === "comment" && text !== before) this.view.say("corrected", ["comment", text, event.id]);
    };
    return makeForm(kind, before, this.view.data.review.tags, keep, () => {
      [this.asking, this.form] = ["", null];
      this.view.panel.show(this.view.data);
      (this.view.list.rows.get(this.view.selected) ?? this.view.panel.element).focus({ preventScroll: true });
    });
  }
}

/**
 * A field with a button that keeps what is typed; Esc leaves it.
 * @param {"tag" | "comment"} kind
 * @param {string} before
 * @param {string[]} known the tags there are
 * @param {(text: string) => void} keep
 * @param {() => void} leave
 */
export function makeForm(kind, before, known, keep, leave) {
  const form = make("form", "tl-ask");
  form.append(...(kind === "tag" ? makeTagField(known) : [makeCommentField(before)]));
  const field = /** @type {HTMLInputElement | HTMLTextAreaElement} */ (find(form, "input, textarea"));
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    keep(field.value.trim());
    leave();
  });
  form.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "Escape") leave();
    if (event.key === "Enter" && event.ctrlKey) form.requestSubmit();
  });
  const submit = make("button", "", "Keep");
  submit.type = "submit";
  form.append(submit);
  return form;
}

/** @param {string} before */
function makeCommentField(before) {
  const field = make("textarea");
  field.value = before;
  field.maxLength = 2000;
  field.placeholder = "Comment; Ctrl+Enter keeps it";
  field.setAttribute("aria-label", "Comment");
  return field;
}

/** @param {string[]} known */
function makeTagField(known) {
  const field = make("input");
  const list = make("datalist");
  list.id = "tl-known-tags";
  for (const tag of known) {
    const option = make("option");
    option.value = tag;
    list.append(option);
  }
  field.maxLength = 40;
  field.placeholder = "Tag, then Enter";
  field.setAttribute("aria-label", "Tag");
  field.setAttribute("list", list.id);
  return [field, list];
}
