/* Makes a chart interactive when a reader first touches it; the picture is there before. */
(() => {
  const script = document.currentScript;
  const bundle = new URL("vega.js", script.src).href;
  let loading;

  function load() {
    loading ??= new Promise((resolve, reject) => {
      const element = document.createElement("script");
      element.src = bundle;
      element.onload = () => resolve(window.vegaEmbed);
      element.onerror = reject;
      document.head.append(element);
    });
    return loading;
  }

  async function enliven(plot) {
    const chart = plot.closest(".chart");
    const embed = await load();
    const spec = JSON.parse(chart.querySelector("script[type='application/json']").textContent);
    for (const picture of plot.querySelectorAll("svg.marks")) {
      if (getComputedStyle(picture).display === "none") continue;
      const host = document.createElement("div");
      const name = picture.classList.contains("wide") ? "wide" : "narrow";
      await embed(host, { ...spec, width: Number(picture.getAttribute("width")) }, {
        actions: false, ast: true, renderer: "svg",
      });
      const live = host.querySelector("svg.marks");
      for (const attribute of ["role", "aria-label"]) {
        live.setAttribute(attribute, picture.getAttribute(attribute));
      }
      live.classList.add(name);
      host.className = "chart-live";
      picture.replaceWith(host);
    }
  }

  for (const plot of document.querySelectorAll(".chart-plot")) {
    const once = () => {
      for (const type of ["pointerenter", "touchstart"]) plot.removeEventListener(type, once);
      enliven(plot);
    };
    for (const type of ["pointerenter", "touchstart"]) {
      plot.addEventListener(type, once, { passive: true });
    }
  }
})();
