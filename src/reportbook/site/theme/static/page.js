/* The page's own behaviour: code that is asked for, the chapters on a phone, where one reads. */
(() => {
  // What a page holds and a reader doesn't see without a touch, and the letters of pictures
  const UNSEEN = ".cell_input, .code, .aside, .back, .notes, [hidden], svg";
  const wide = matchMedia("(min-width: 1280px)");

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

  ask();
  addEventListener("hashchange", ask);
  addEventListener("click", ({ target }) => {
    target.closest("[data-cells]")?.dataset.cells.split(" ").forEach(reveal);
  });

  // The same place and state in the other language: where the address leads, while that is in
  // sight, or what is read. The notes of numbers have other addresses there.
  for (const type of ["click", "auxclick"]) {
    document.querySelector(".language")?.addEventListener(type, ({ currentTarget: link }) => {
      const read = document.querySelector(".contents li li [aria-current]");
      const told = location.hash.startsWith("#.") ? "" : location.hash;
      const place = document.getElementById(decodeURIComponent(told.slice(1)));
      const { top, bottom } = place?.getBoundingClientRect() ?? {};
      link.search = location.search;
      link.hash = (bottom > 0 && top < innerHeight && told) || (read?.hash ?? told);
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
