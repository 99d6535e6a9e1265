// plotly.js, one copy for the page, from the server the page came from. The address carries the version, so what the
// browser has kept of an earlier visit is good, though the server does not say so: without this it would come anew
// every time.
//
// Its first line asks Chrome to compile all of it aside. Else every function is compiled when it is first called, and
// for a second or two the page can do nothing else; now the list can be read meanwhile. Other browsers pass over it.
const EAGER = "//# allFunctionsCalledOnLoad\n";

function loadPlotly(path) {
  window.briefingPlotly ??= (async () => {
    const url = new URL(path, document.baseURI).href;
    const reply = await fetch(url, { cache: "force-cache" });
    if (!reply.ok) throw new Error(`${url} answers ${reply.status}`);
    const script = document.createElement("script");
    script.src = URL.createObjectURL(new Blob([EAGER, await reply.blob()], { type: "text/javascript" }));
    await new Promise((done, failed) => {
      script.onload = done;
      script.onerror = () => failed(new Error(`the program at ${url} does not start`));
      document.head.append(script);
    });
    URL.revokeObjectURL(script.src);
    return window.Plotly;
  })();
  return window.briefingPlotly;
}
