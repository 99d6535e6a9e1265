// @ts-check
// Elements made and found. Every text goes through textContent: what a document says is never markup. What would turn
// the text after it around is shown as a sign in its place.

const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;

/** @param {string} text */
export function plain(text) {
  return text.replace(TURNING, "\ufffd");
}

/**
 * The one element that `selector` names; the markup of the component has it.
 * @param {ParentNode} root
 * @param {string} selector
 * @returns {HTMLElement}
 */
export function find(root, selector) {
  const element = root.querySelector(selector);
  if (!element) throw new Error(`the page has no ${selector}`);
  return /** @type {HTMLElement} */ (element);
}

/**
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {string} [name]
 * @param {string} [text]
 */
export function make(tag, name = "", text = "") {
  const element = document.createElement(tag);
  if (name) element.className = name;
  if (text) element.textContent = plain(text);
  return element;
}

/**
 * @param {string} text
 * @param {() => void} action
 * @param {string} [label]
 */
export function button(text, action, label = "") {
  const element = make("button", "", text);
  element.type = "button";
  if (label) element.setAttribute("aria-label", label);
  element.addEventListener("click", action);
  return element;
}

/**
 * @param {string} url
 * @param {string} text
 */
export function link(url, text) {
  const element = make("a", "", text);
  element.href = url;
  element.target = "_blank";
  element.rel = "noopener noreferrer";
  return element;
}

/**
 * Gives `element` a name by which it is found again when it has been drawn anew.
 * @template {HTMLElement} Element
 * @param {string} name
 * @param {Element} element
 * @returns {Element}
 */
export function keyed(name, element) {
  element.dataset.key = name;
  return element;
}

/**
 * @param {string} name
 * @param {string} label
 */
export function toolbar(name, label) {
  const line = make("div", name);
  line.setAttribute("role", "toolbar");
  line.setAttribute("aria-label", label);
  return line;
}

/** @param {string[]} facts */
export function factsLine(facts) {
  const line = make("div", "tl-facts");
  line.append(...facts.map((fact) => make("span", "", fact)));
  return line;
}

/**
 * A quote with the words that date it lit.
 * @param {[text: string, isDate: boolean][]} parts
 */
export function makeQuote(parts) {
  const quote = make("blockquote");
  quote.append(...parts.map(([text, isDate]) => (isDate ? make("mark", "", text) : document.createTextNode(plain(text)))));
  return quote;
}

/** @param {import("./types").Actor} actor */
export function actorChip([name, colour]) {
  const chip = make("span", "tl-actor", name);
  chip.title = name;
  if (colour) chip.style.setProperty("--actor", colour);
  return chip;
}
