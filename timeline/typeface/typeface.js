// @ts-check
// The typeface for what Plotly draws: loaded before Plotly measures any text, and put into every picture it makes.

// The faces of the page that some text needs. Where the page has none, or its server does not give them, as that of
// somebody's own script, a chart in another font is better than none.
/** @param {string} text */
export function loadTypeface(text) {
  return document.fonts.load("13px Arimo", text).catch((error) => console.warn(`The typeface is missing: ${error.message}`));
}

// A picture is a document of its own, which sees no face of the page's: `rules` is what it needs, as a style sheet.
/**
 * @param {(figure: object, options: object) => Promise<string>} toImage
 * @param {object} figure
 * @param {{format: string, scale?: number, width?: number, height?: number}} options
 * @param {string} rules
 */
export async function drawPicture(toImage, figure, { format, scale = 1, ...options }, rules) {
  await loadTypeface(JSON.stringify(figure));
  const drawn = await toImage(figure, { ...options, format: "svg", imageDataOnly: true });
  const svg = drawn.replace(/<svg[^>]*>/, (start) => `${start}<style>${rules}</style>`);
  const address = `data:image/svg+xml,${encodeURIComponent(svg)}`;
  if (format === "svg") return address;
  const image = new Image();
  image.src = address;
  await image.decode();
  const canvas = Object.assign(document.createElement("canvas"), { width: scale * image.width, height: scale * image.height });
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return canvas.toDataURL(`image/${format}`);
}
