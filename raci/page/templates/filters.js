// The matrix shows the rows that all filters keep, and the areas that have any.
const filters = document.getElementById("filters");
const none = document.getElementById("none");
const table = document.querySelector("#matrix .box");
const chosen = (by) => document.getElementById(`filter-${by}`).value;

function filter() {
  const words = wordsOf(chosen("text"));
  const [role, area, status, kind] = ["role", "area", "status", "kind"].map(chosen);
  let shown = 0;
  all(document, "table.matrix tbody").forEach((group) => {
    const rows = all(group, "tr:not(.group)");
    rows.forEach((row) => {
      const text = wordsOf(`${row.cells[0].textContent} ${group.dataset.area}`);
      const kept = words.every((word) => text.some((each) => each.startsWith(word)))
        && (!role || row.dataset.roles.split(" ").includes(role))
        && (!area || group.dataset.area === area)
        && (!status || row.dataset.status === status)
        && (!kind || row.dataset.kind === kind);
      row.hidden = !kept;
      shown += kept ? 1 : 0;
    });
    group.hidden = rows.every((row) => row.hidden);
  });
  const total = all(document, "table.matrix tbody tr:not(.group)").length;
  none.hidden = shown > 0 || !total;
  table.hidden = !none.hidden;
  document.getElementById("count").textContent = `${shown} of ${total} pieces of work`;
}

filters.addEventListener("input", filter);
filters.addEventListener("submit", (event) => event.preventDefault());
filters.addEventListener("reset", () => setTimeout(() => {
  const leaving = none.contains(document.activeElement);
  filter();
  if (leaving) table.focus({ preventScroll: true }); // its button is gone
}));
filter();

// All parts begin folded; without scripts the picture is to be seen, as in a preview where nothing can be opened.
all(document, ".part").forEach((each) => {
  each.open = false;
});

// On a phone the filters are folded.
document.getElementById("folded").open = matchMedia("(min-width: 40rem)").matches;

// What a link leads to is opened, with all that it is folded into; on paper everything is.
function reveal() {
  const target = document.querySelector(":target");
  const folded = all(document, "details:not([open])").filter((each) => each.contains(target));
  folded.forEach((each) => {
    each.open = true;
  });
  if (folded.length) target.scrollIntoView();
}

const closed = [];
addEventListener("hashchange", reveal);
addEventListener("beforeprint", () => closed.push(...all(document, "details:not([open])").map((each) => {
  each.open = true;
  return each;
})));
addEventListener("afterprint", () => closed.splice(0).forEach((each) => {
  each.open = false;
}));
reveal();
