// Ticks all that can be posted, or none of it.
const all = document.querySelector("[data-tick-all]");
const ticks = () => [...document.querySelectorAll(".tick input")];

if (all) {
  all.hidden = false;
  all.addEventListener("click", () => {
    const on = ticks().some((tick) => !tick.checked);
    ticks().forEach((tick) => {
      tick.checked = on;
    });
  });
}
