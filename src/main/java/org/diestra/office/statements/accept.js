// "a" takes what is suggested for the line in focus, or for the first; "j" and "k" move between lines.
const forms = () => [...document.querySelectorAll("[data-accept=true]")];
const hint = document.querySelector("[data-keys]");

if (hint && forms().length > 0) {
  hint.hidden = false;
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, textarea, select")) {
      return;
    }
    const all = forms();
    const at = all.findIndex((form) => form.contains(document.activeElement));
    if (event.key === "a") {
      all[Math.max(0, at)]?.requestSubmit();
    } else if (event.key === "j" || event.key === "k") {
      const next = Math.min(all.length - 1, Math.max(0, at + (event.key === "j" ? 1 : -1)));
      all[next]?.querySelector("button").focus();
    }
  });
}
