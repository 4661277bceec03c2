// j and k go through the tasks, x chooses one, Enter opens it, n is a new one. Never while somebody
// types.
let here = -1;

const typing = (target) =>
  target.closest("input:not([type=checkbox]), textarea, select, dialog[open]") !== null;
const rows = () => [...document.querySelectorAll("[data-row]")];

const go = (by) => {
  const all = rows();
  if (all.length === 0) {
    return;
  }
  all[here]?.classList.remove("here");
  here = Math.min(Math.max(here + by, 0), all.length - 1);
  const row = all[here];
  row.classList.add("here");
  opener(row).focus({ preventScroll: true });
  row.scrollIntoView({ block: "nearest" });
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) {
    return;
  }
  if (event.key === "j") {
    go(1);
  } else if (event.key === "k") {
    go(-1);
  } else if (event.key === "x") {
    rows()[here]?.querySelector("input[type=checkbox]")?.click();
  } else if (event.key === "n") {
    document.querySelector("a[data-new]")?.click();
  }
});

// What was chosen stays chosen, and whoever was at a task stays there, when the list loads itself
// again.
let chosen = new Set();
let place = null;
const opener = (row) => (row.matches("[data-open]") ? row : row.querySelector("[data-open]"));

document.addEventListener("htmx:beforeSwap", () => {
  chosen = new Set([...document.querySelectorAll("[name=task]:checked")].map((box) => box.value));
  const row = rows()[here];
  place = row === undefined ? null : opener(row).getAttribute("href");
});
document.addEventListener("htmx:afterSwap", () => {
  for (const box of document.querySelectorAll("[name=task]")) {
    box.checked = chosen.has(box.value);
  }
  here = rows().findIndex((row) => opener(row).getAttribute("href") === place);
  const row = rows()[here];
  row?.classList.add("here");
  if (row !== undefined && document.activeElement === document.body) {
    opener(row).focus({ preventScroll: true });
  }
});
