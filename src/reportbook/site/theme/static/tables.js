/* Long tables: a field that filters their rows, heads that sort them. Without it all rows are
   there, in the order of the book; the field is in the page, so that nothing moves. */
(() => {
  const { count } = document.currentScript.dataset;
  const TURNS = { none: "ascending", ascending: "descending", descending: "none" };
  const NUMBER = /[−+-]?\d[\d,]*(?:\.\d+)?/;
  const alphabet = new Intl.Collator(document.documentElement.lang, { numeric: true });

  /* Of a cell, the first number in it; what has none stands at the end. */
  function amount(text) {
    const found = text.match(NUMBER);
    return found ? Number(found[0].replace("−", "-").replaceAll(",", "")) : Infinity;
  }

  function prepare(form) {
    const table = form.parentElement.querySelector("table");
    const field = form.querySelector("input");
    const told = form.querySelector("output");
    const groups = [...table.tBodies];
    // A row with a second line is a part of the table of its own, and they stay together
    const records = groups.length > 1 ? groups : [...groups[0].rows];
    const place = groups.length > 1 ? table : groups[0];
    const words = records.map((record) => record.textContent.toLowerCase());

    function filter() {
      const wanted = field.value.toLowerCase().split(/\s+/).filter(Boolean);
      let shown = 0;
      records.forEach((record, at) => {
        record.hidden = !wanted.every((word) => words[at].includes(word));
        shown += !record.hidden;
      });
      told.textContent = wanted.length
        ? count.replace("{shown}", shown).replace("{all}", records.length) : "";
    }

    field.addEventListener("input", filter);
    form.addEventListener("submit", (event) => event.preventDefault());
    if (field.value) filter(); // kept by the browser on the way back

    const heads = [...table.tHead.rows[0].cells];
    const cell = (record, column) => (record.rows?.[0] ?? record).cells[column].textContent;

    function sort(column) {
      const turn = TURNS[heads[column].getAttribute("aria-sort") ?? "none"];
      for (const head of heads) head.removeAttribute("aria-sort");
      let sorted = records;
      if (turn !== "none") {
        heads[column].setAttribute("aria-sort", turn);
        const key = heads[column].classList.contains("num") ? amount : (text) => text;
        const keys = new Map(records.map((record) => [record, key(cell(record, column).trim())]));
        const order = (one, other) => typeof one === "number"
          ? (one === other ? 0 : one - other) : alphabet.compare(one, other);
        const side = turn === "ascending" ? 1 : -1;
        sorted = [...records].sort((one, other) => {
          const [a, b] = [keys.get(one), keys.get(other)];
          const [lacks, lacked] = [a, b].map((it) => it === Infinity || it === "" || it === "–");
          return lacks || lacked ? lacks - lacked : side * order(a, b);
        });
      }
      place.append(...sorted);
    }

    heads.forEach((head, column) => {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "sorts";
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener("click", () => sort(column));
    });
  }

  document.querySelectorAll(".table-filter").forEach(prepare);
})();
