// @ts-check
// plotly.js, one copy for the page, from the server the page came from. The address carries the version, and the server
// lets the browser keep it for good (`timeline.screen.serving`): from the third page on it need not even be compiled.

/**
 * @param {string} path
 * @returns {Promise<import("./types").PlotlyLibrary>}
 */
export function loadPlotly(path) {
  window.briefingPlotly ??= new Promise((done, failed) => {
    const script = document.createElement("script");
    script.src = new URL(path, document.baseURI).href;
    script.onload = () => (window.Plotly ? done(window.Plotly) : failed(new Error(`${script.src} is not plotly.js`)));
    script.onerror = () => failed(new Error(`the program at ${script.src} cannot be loaded`));
    document.head.append(script);
  });
  return window.briefingPlotly;
}
