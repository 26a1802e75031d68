/* Says what the marks of a chart stand for: under the mouse, under a finger, by the arrow keys.
   The pictures are there before, and carry the words as `data-tip`. */
(() => {
  const { values } = document.currentScript.dataset;
  const REACH = 24; // pixels from a mark at which it still answers; some are hair-thin
  const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

  function prepare(plot) {
    const tip = document.createElement("div");
    tip.className = "chart-tip";
    tip.setAttribute("role", "status");
    plot.append(tip);
    plot.tabIndex = 0;
    plot.setAttribute("role", "group");
    plot.setAttribute("aria-label", values);
    let current = -1;

    const marks = () => [...plot.querySelectorAll("[data-tip]")]
      .filter((mark) => mark.getClientRects().length && !mark.closest(".out"));

    function show(mark) {
      plot.querySelector(".told")?.classList.remove("told");
      tip.textContent = mark ? mark.dataset.tip.replace(/; |；/g, "\n") : "";
      tip.classList.toggle("shown", Boolean(mark));
      if (!mark) return;
      mark.classList.add("told");
      const frame = plot.getBoundingClientRect();
      const box = mark.getBoundingClientRect();
      // Beside the mark, since its name stands above it; below it where there is no room
      const right = box.right - frame.left + 10;
      const left = box.left - frame.left - tip.offsetWidth - 10;
      const fits = right + tip.offsetWidth <= frame.width ? right : left;
      const beside = fits >= 0;
      const middle = (box.top + box.bottom - tip.offsetHeight) / 2;
      tip.style.left = `${beside ? fits : 0}px`;
      tip.style.top = `${(beside ? middle : box.bottom + 8) - frame.top}px`;
    }

    function near({ clientX, clientY }) {
      let nearest, least = REACH;
      for (const mark of marks()) {
        const box = mark.getBoundingClientRect();
        const x = Math.max(box.left - clientX, 0, clientX - box.right);
        const y = Math.max(box.top - clientY, 0, clientY - box.bottom);
        const distance = Math.hypot(x, y);
        if (distance < least) [nearest, least] = [mark, distance];
      }
      return nearest;
    }

    for (const type of ["pointermove", "pointerdown"]) {
      plot.addEventListener(type, (event) => show(near(event)));
    }
    plot.addEventListener("pointerleave", (event) => {
      if (event.pointerType === "mouse") show();
    });
    plot.addEventListener("focusout", () => show());
    plot.addEventListener("focus", () => {
      if (plot.matches(":focus-visible")) show(marks()[Math.max(current, 0)]);
    });
    plot.addEventListener("keydown", (event) => {
      const all = marks();
      if (event.key === "Escape") return show();
      if (!(event.key in STEPS) || !all.length) return;
      event.preventDefault();
      const told = all.findIndex((mark) => mark.classList.contains("told"));
      current = (told + STEPS[event.key] + all.length) % all.length;
      show(all[current]);
    });
  }

  for (const plot of document.querySelectorAll(".chart-plot")) {
    if (plot.querySelector("[data-tip]")) prepare(plot);
  }
})();
