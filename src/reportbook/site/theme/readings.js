/* Turns what depends on the reading of an open phrase: the one that the address asks for, as
   `?years=july`, or else the first. It stands in the page, since that is known before the first
   paint; paper has all of them. */
(() => {
  const root = document.documentElement;
  const asked = new URLSearchParams(location.search);
  const shown = new Map(root.dataset.readings.split(" ").map((line) => {
    const [name, keys] = line.split("=");
    const [first, ...others] = keys.split(",");
    return [name, others.includes(asked.get(name)) ? asked.get(name) : first];
  }));
  const style = document.createElement("style");
  document.head.append(style);

  /* What isn't shown keeps its room where readings stand in one place, so that nothing moves. */
  function show() {
    const rules = Array.from(shown, ([name, key]) => `
      .of-${name}:not(.${name}-${key}) { display: none; }
      .readings > .of-${name}:not(.${name}-${key}) { display: block; visibility: hidden; }`);
    style.textContent = `@media screen { ${rules.join("")} }`;
  }

  root.dataset.turns = ""; // now readings may stand in one place
  show();
  document.addEventListener("DOMContentLoaded", () => {
    for (const button of document.querySelectorAll(".switch input")) {
      const { name, value } = button;
      button.checked = shown.get(name) === value;
      button.addEventListener("change", () => {
        shown.set(name, value);
        show();
        const address = new URL(location);
        address.searchParams.set(name, value);
        history.replaceState(history.state, "", address);
        const figure = button.closest("figure");
        const told = figure.querySelector(`.${name}-${value} .chart-headline`).textContent;
        figure.querySelector("[role=status]").textContent = told;
      });
    }
  });
})();
