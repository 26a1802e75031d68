/* What is known before the first paint. It stands in each page, behind its style sheet. */
(() => {
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");

  // The faces of every page are fetched before its text is set. From a disk none can be fetched
  // ahead, and one that came late would never be used: there it takes its place when it comes.
  if (location.protocol === "file:") {
    for (const face of document.fonts) face.display = "swap";
  } else {
    const chinese = root.lang === "zh-CN" ? ["ReportSansSC-1", "ReportSansSC-zh"] : [];
    for (const face of ["ReportSans", "ReportSerif", ...chinese]) {
      const link = document.createElement("link");
      const href = `${document.currentScript.dataset.static}${face}.woff2`;
      Object.assign(link, { rel: "preload", as: "font", type: "font/woff2", crossOrigin: "", href });
      document.head.append(link);
    }
  }

  /* Light or dark, as a reader chose or as the machine is. */
  function mode() {
    return localStorage.getItem("mode") ?? (dark.matches ? "dark" : "light");
  }

  function show() {
    root.dataset.theme = mode();
  }

  /* All code of all pages at once, or none. */
  function fold() {
    const shown = localStorage.getItem("code") === "shown";
    root.classList.toggle("code-shown", shown);
    document.querySelector("[data-code]")?.setAttribute("aria-pressed", shown);
    for (const code of document.querySelectorAll("details.code:not(.asked)")) code.open = shown;
  }

  root.classList.add("js");
  show();
  fold();
  dark.addEventListener("change", show);
  addEventListener("click", ({ target }) => {
    if (target.closest("[data-mode]")) {
      localStorage.setItem("mode", mode() === "dark" ? "light" : "dark");
      show();
    } else if (target.closest("[data-code]")) {
      localStorage.setItem("code", root.classList.contains("code-shown") ? "hidden" : "shown");
      fold();
    }
  });
  // Where code is shown, each cell is open from the moment it arrives, so that nothing moves
  if (root.classList.contains("code-shown")) {
    const arriving = new MutationObserver(fold);
    arriving.observe(root, { childList: true, subtree: true });
    document.addEventListener("DOMContentLoaded", () => {
      arriving.disconnect();
      fold();
    });
  }
})();
