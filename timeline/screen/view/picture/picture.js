// A figure as a still picture: shown, and, where the server has no browser of its own, saved by this one.

const drawings = new WeakMap();

export default function picture({ data, parentElement }) {
  const root = parentElement.querySelector(".tl-picture");
  if (drawings.get(root) === data.id) return;
  drawings.set(root, data.id);
  show(root, data).catch((error) => say(root, `The picture could not be drawn: ${error.message}.`));
}

async function show(root, data) {
  root.dataset.drawn = "no";
  const Plotly = await loadPlotly(data.plotly);
  const drawn = await drawPicture(Plotly.toImage, data.figure, { ...data.size, format: "svg" }, data.typeface);
  if (drawings.get(root) !== data.id) return;  // a later one is under way
  const image = root.querySelector("img");
  image.alt = data.alt;
  image.src = drawn;
  const save = root.querySelector("button");
  save.hidden = !data.save;
  if (data.save) {
    save.textContent = `Save ${data.save.name}`;
    save.onclick = () => download(root, Plotly, data).catch((error) => say(root, `It could not be saved: ${error.message}.`));
  }
  say(root, "");
  root.dataset.drawn = "yes";
}

async function download(root, Plotly, { figure, size, save, typeface }) {
  say(root, "Drawing …");
  const made = await drawPicture(Plotly.toImage, figure, { ...size, format: save.format, scale: save.scale }, typeface);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await (await fetch(made)).blob());
  link.download = save.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
  say(root, `${save.name} is in your downloads.`);
}

function say(root, text) {
  root.querySelector("p").textContent = text;
}
