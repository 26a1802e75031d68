/* Shows what a number rests on, or a source, beside the number. Without it the number leads to the
   same words, in the lists at the page's end. */
(() => {
  const NARROW = matchMedia("(max-width: 560px)");
  const GAP = 6; // pixels between a number and what is said of it

  const ENTRY = /^#(\.|s)\d+$/; // a number or a printed figure, a source

  const panel = document.createElement("div");
  panel.className = "chain";
  panel.popover = "auto"; // Escape and a touch elsewhere close it, and the focus goes back
  panel.tabIndex = -1;
  panel.setAttribute("role", "dialog");

  /* The entry that a number leads to, and all that it names: figures, and their sources. */
  function fill(first) {
    const list = document.createElement("ul");
    const entries = new Set([first]);
    for (const hash of entries) { // and those that are added on the way
      const item = document.getElementById(hash.slice(1)).cloneNode(true);
      item.removeAttribute("id");
      item.querySelector(".back")?.remove();
      for (const link of item.querySelectorAll("a")) {
        if (!ENTRY.test(link.getAttribute("href"))) continue;
        entries.add(link.getAttribute("href"));
        link.replaceWith(...link.childNodes);
      }
      list.append(item);
    }
    panel.replaceChildren(list);
  }

  function place(link) {
    if (NARROW.matches) return panel.removeAttribute("style");
    const [box] = link.getClientRects();
    const right = document.documentElement.clientWidth - panel.offsetWidth - 12;
    const below = box.bottom + GAP + panel.offsetHeight < innerHeight;
    const top = below ? box.bottom + GAP : box.top - GAP - panel.offsetHeight;
    panel.style.left = `${scrollX + Math.max(Math.min(box.left, right), 12)}px`;
    panel.style.top = `${scrollY + Math.max(top, 12 - scrollY)}px`;
  }

  document.body.append(panel);
  for (const link of document.querySelectorAll("a[href^='#.']:not(.chains a), .cited a")) {
    const list = link.hash.startsWith("#.") ? ".chains" : ".notes";
    const label = document.querySelector(`${list} summary`).textContent;
    link.setAttribute("aria-haspopup", "dialog");
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      fill(link.hash);
      panel.setAttribute("aria-label", label);
      link.focus();
      panel.showPopover();
      place(link);
      panel.focus({ preventScroll: true });
    });
  }
  // Where it leads is elsewhere on the page
  panel.addEventListener("click", (event) => {
    if (event.target.closest("a[href^='#']")) panel.hidePopover();
  });
})();
