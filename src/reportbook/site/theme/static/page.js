/* The page's own behaviour: light or dark, the chapters on a phone, where one reads. */
// The faces of every page are fetched before its text is set. From a disk none can be fetched ahead,
// and one that came late would never be used: there it takes its place when it comes.
if (location.protocol === "file:") {
  for (const face of document.fonts) face.display = "swap";
} else {
  const chinese = document.documentElement.lang === "zh-CN" ? ["ReportSansSC-1", "ReportSansSC-zh"] : [];
  for (const face of ["ReportSans", "ReportSerif", ...chinese]) {
    const link = document.createElement("link");
    const href = new URL(`${face}.woff2`, document.currentScript.src).href;
    Object.assign(link, { rel: "preload", as: "font", type: "font/woff2", crossOrigin: "", href });
    document.head.append(link);
  }
}
(() => {
  // What a page holds and a reader doesn't see without a touch, and the letters of pictures
  const UNSEEN = ".cell_input, .code, .aside, .back, .notes, [hidden], svg";
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const wide = matchMedia("(min-width: 1280px)");

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

  /* The code that an address leads to, whatever the switch says. */
  function ask() {
    reveal(location.hash.slice(1))?.scrollIntoView();
  }

  function reveal(id) {
    const code = document.getElementById(id)?.closest("details.code");
    code?.classList.add("asked");
    if (code) code.open = true;
    return code;
  }

  root.classList.add("js");
  show(); // before the first paint
  fold();
  dark.addEventListener("change", show);
  // Where code is shown, each cell is open from the moment it arrives, so that nothing moves
  const arriving = new MutationObserver(fold);
  if (root.classList.contains("code-shown")) {
    arriving.observe(root, { childList: true, subtree: true });
  }

  document.addEventListener("DOMContentLoaded", () => {
    arriving.disconnect();
    show();
    fold();
    ask();
    addEventListener("hashchange", ask);
    addEventListener("click", ({ target }) => {
      target.closest("[data-cells]")?.dataset.cells.split(" ").forEach(reveal);
    });
    document.querySelector("[data-code]")?.addEventListener("click", () => {
      const shown = root.classList.contains("code-shown");
      localStorage.setItem("code", shown ? "hidden" : "shown");
      fold();
    });
    document.querySelector("[data-mode]")?.addEventListener("click", () => {
      localStorage.setItem("mode", mode() === "dark" ? "light" : "dark");
      show();
    });

    // The same place and state in the other language: where the address leads, or what is read
    for (const type of ["click", "auxclick"]) {
      document.querySelector(".language")?.addEventListener(type, ({ currentTarget: link }) => {
        const read = document.querySelector(".contents li li [aria-current]");
        link.search = location.search;
        link.hash = location.hash || (read?.hash ?? "");
      });
    }

    for (const button of document.querySelectorAll("[data-opens]")) {
      const part = document.getElementById(button.dataset.opens);
      const open = (yes) => {
        button.setAttribute("aria-expanded", yes);
        part.classList.toggle("open", yes);
      };
      button.addEventListener("click", () => open(!part.classList.contains("open")));
      button.parentElement.parentElement.addEventListener("keydown", (event) => {
        if (event.key !== "Escape" || !part.classList.contains("open")) return;
        open(false);
        button.focus();
      });
    }

    const contents = document.querySelector("[data-open-wide]");
    if (contents) {
      const fit = () => { contents.open = wide.matches; };
      fit();
      wide.addEventListener("change", fit);
      mark(contents);
    }

    // A page opened from disk may not read another one for the summary of a result.
    if (typeof DOCUMENTATION_OPTIONS !== "undefined" && location.protocol === "file:") {
      DOCUMENTATION_OPTIONS.SHOW_SEARCH_SUMMARY = false;
    }

    // Around the words that were found a result shows what a reader sees of the page, and no code.
    if (typeof Search !== "undefined") {
      const text = Search.htmlToText;
      Search.htmlToText = (html, anchor) => {
        const read = new DOMParser().parseFromString(html, "text/html");
        for (const hidden of read.querySelectorAll(UNSEEN)) hidden.remove();
        return text(read.documentElement.outerHTML, anchor).replace(/\s+/g, " ");
      };
    }
  });

  /* Marks in the contents the section that is being read. */
  function mark(contents) {
    const links = new Map();
    for (const link of contents.querySelectorAll("a[href^='#']")) {
      const section = document.getElementById(decodeURIComponent(link.hash.slice(1)));
      if (section) links.set(section, link);
    }
    const seen = new Set();
    const observer = new IntersectionObserver((entries) => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) seen.add(target);
        else seen.delete(target);
      }
      const current = [...links.keys()].filter((section) => seen.has(section)).pop();
      for (const [section, link] of links) {
        if (section === current) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      }
    }, { rootMargin: "0px 0px -70% 0px" });
    for (const section of links.keys()) observer.observe(section);
  }
})();
