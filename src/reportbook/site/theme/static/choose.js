/* A picture whose marks lead to rows of the page: fields choose among the marks, and what is touched,
   clicked or reached by keys is told in full below it, from its row. Without it they are links. */
(() => {
  const { count, row: way_, name: title_, printed, untold } = document.currentScript.dataset;
  const UNTOLD = untold.split("|"); // cells that say too little to be repeated
  const lines = (mark) => new Map(mark.dataset.tip.split(/; |；/).map((line) => line.split(/: |：/, 2)));

  function told(link) {
    const row = document.getElementById(link.hash?.slice(1) ?? link.getAttribute("href").slice(1));
    const heads = [...row.closest("table").tHead.rows[0].cells].map((head) => head.textContent);
    const [name, ...cells] = row.cells;
    const list = document.createElement("dl");
    const add = (head, parts) => {
      const [term, said] = ["dt", "dd"].map((tag) => document.createElement(tag));
      term.textContent = head[0].toUpperCase() + head.slice(1);
      said.append(...parts);
      list.append(term, said);
    };
    const copied = (cell) => [...cell.childNodes].map((part) => part.cloneNode(true));
    const phrase = document.createElement("p");
    phrase.className = "phrase";
    const title = document.createElement("strong");
    title.append(...copied(name));
    for (const [head, value] of lines(link.querySelector("[data-tip]"))) {
      if (head !== title_) add(head, [value]);
    }
    cells.forEach((cell, at) => {
      if (heads[at + 1] === printed) phrase.append(...copied(cell));
      else if (!UNTOLD.includes(cell.textContent)) add(heads[at + 1], copied(cell));
    });
    const way = document.createElement("a");
    way.href = `#${row.id}`;
    way.textContent = way_;
    return [title, phrase, list, way];
  }

  function prepare(form) {
    const chart = form.closest(".chart");
    const plot = chart.querySelector(".chart-plot");
    const place = chart.querySelector(".told-in-full");
    const links = [...plot.querySelectorAll("a")];
    const said = form.querySelector("output");
    const hint = said.textContent;

    function tell(link) {
      if (!link) return;
      plot.querySelector(".chosen")?.classList.remove("chosen");
      link.classList.add("chosen");
      place.replaceChildren(...told(link));
    }

    function choose() {
      const wanted = [...form.querySelectorAll("select")].filter((field) => field.value);
      let left = 0, all = 0;
      for (const link of links) {
        const known = lines(link.querySelector("[data-tip]"));
        const fits = wanted.every((field) => known.get(field.name) === field.value);
        link.classList.toggle("out", !fits);
        if (!link.getClientRects().length) continue; // of the picture for another width
        all += 1;
        left += fits;
      }
      tell(links.find((link) => !link.classList.contains("out")));
      said.textContent = wanted.length
        ? count.replace("{shown}", left).replace("{all}", all) : hint;
    }

    tell(links[0]);
    const current = () => plot.querySelector("a:not(.out) .told")?.closest("a");
    form.addEventListener("change", choose);
    form.addEventListener("submit", (event) => event.preventDefault());
    plot.addEventListener("click", (event) => {
      const link = event.target.closest("a") ?? current();
      if (link) event.preventDefault();
      tell(link);
    });
    // The arrow keys have moved on by now: what moves them was there first
    plot.addEventListener("keydown", (event) => {
      if (event.key.startsWith("Arrow")) tell(current());
      if (event.key !== "Enter" || !current()) return;
      tell(current());
      place.focus();
    });
  }

  document.querySelectorAll(".choose").forEach(prepare);
})();
