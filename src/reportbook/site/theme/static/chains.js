/* Shows what a number rests on beside the number. Without it the number leads to the same words,
   in the list at the page's end. */
(() => {
  const NARROW = matchMedia("(max-width: 560px)");
  const GAP = 6; // pixels between a number and what is said of it

  const ROW = /^#r\d+$/;
  const within = (link) => link.getAttribute("href");

  const panel = document.createElement("div");
  panel.className = "chain";
  panel.popover = "auto"; // Escape and a touch elsewhere close it, and the focus goes back
  panel.tabIndex = -1;
  panel.setAttribute("role", "dialog");
  panel.setAttribute("aria-label", "What the number rests on");

  /* The entry of a number, and those of the rows that it names. */
  function fill(entry) {
    const rows = [...entry.querySelectorAll("a")].map(within).filter((hash) => ROW.test(hash));
    const list = document.createElement("ul");
    for (const hash of [`#${entry.id}`, ...new Set(rows)]) {
      const item = document.getElementById(hash.slice(1)).cloneNode(true);
      item.removeAttribute("id");
      for (const link of item.querySelectorAll("a")) {
        if (ROW.test(within(link))) link.replaceWith(...link.childNodes);
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
  for (const link of document.querySelectorAll("a.number")) {
    link.setAttribute("aria-haspopup", "dialog");
    link.addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      fill(document.getElementById(link.hash.slice(1)));
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
