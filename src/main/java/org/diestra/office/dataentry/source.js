// Zoom and turn of a source: by buttons, and by Alt with +, - and R while somebody types.
const source = document.querySelector("[data-source]");
const pages = source?.querySelector(".key-pages");
if (pages) {
  let zoom = 0;
  let turn = 0;
  const show = () => {
    pages.className = `key-pages zoom-${zoom} turn-${turn}`;
  };
  const change = (by) => {
    zoom = Math.min(3, Math.max(0, zoom + by));
    show();
  };
  const rotate = () => {
    turn = (turn + 1) % 4;
    show();
  };
  source.querySelector("[data-source-tools]").hidden = false;
  source.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button?.dataset.zoom) {
      change(Number(button.dataset.zoom));
    } else if (button && "turn" in button.dataset) {
      rotate();
    }
  });
  document.addEventListener("keydown", (event) => {
    if (!event.altKey || event.ctrlKey || event.metaKey) {
      return;
    }
    if (event.key === "+" || event.key === "=") {
      change(1);
    } else if (event.key === "-") {
      change(-1);
    } else if (event.code === "KeyR") {
      rotate();
    } else {
      return;
    }
    event.preventDefault();
  });
}
