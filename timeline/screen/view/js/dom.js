// Every text goes through textContent: what a document says is never markup. What would turn the text after it around
// is shown as a sign in its place.

const TURNING = /[\u202a-\u202e\u2066-\u2069]/g;

function plain(text) {
  return text.replace(TURNING, "\ufffd");
}

function make(tag, name = "", text = "") {
  const element = document.createElement(tag);
  if (name) element.className = name;
  if (text) element.textContent = plain(text);
  return element;
}

function button(text, action, label = "") {
  const element = make("button", "", text);
  element.type = "button";
  if (label) element.setAttribute("aria-label", label);
  element.addEventListener("click", action);
  return element;
}

function toolbar(name, label) {
  const line = make("div", name);
  line.setAttribute("role", "toolbar");
  line.setAttribute("aria-label", label);
  return line;
}

function factsLine(facts) {
  const line = make("div", "tl-facts");
  line.append(...facts.map((fact) => make("span", "", fact)));
  return line;
}

function actorChip([name, colour]) {
  const chip = make("span", "tl-actor", name);
  chip.title = name;
  if (colour) chip.style.setProperty("--actor", colour);
  return chip;
}

// Does `action` once things have been quiet for a while, or `now`; `changed` hears of waiting and of having done it.
function wait(action, milliseconds, changed) {
  let timer = 0;
  const later = (...values) => {
    clearTimeout(timer);
    later.waiting = true;
    later.now = () => {
      clearTimeout(timer);
      later.waiting = false;
      action(...values);
      changed();
    };
    changed();
    timer = setTimeout(later.now, milliseconds);
  };
  later.waiting = false;
  return later;
}
