// Every text goes through textContent: what a document says is never markup.

function make(tag, name = "", text = "") {
  const element = document.createElement(tag);
  if (name) element.className = name;
  if (text) element.textContent = text;
  return element;
}

function button(text, action, label = "") {
  const element = make("button", "", text);
  element.type = "button";
  if (label) element.setAttribute("aria-label", label);
  element.addEventListener("click", action);
  return element;
}

function actorChip([name, colour]) {
  const chip = make("span", "tl-actor", name);
  chip.title = name;
  if (colour) chip.style.setProperty("--actor", colour);
  return chip;
}

function wait(action, milliseconds) {
  let timer = 0;
  const later = (...values) => {
    clearTimeout(timer);
    timer = setTimeout(() => action(...values), milliseconds);
  };
  later.cancel = () => clearTimeout(timer);
  return later;
}
