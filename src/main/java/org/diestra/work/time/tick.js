// The running timer counts on the page, by the house's clock: a browser's may be wrong by hours.
const shown = new WeakMap();

const text = (milliseconds) => {
  const seconds = Math.max(0, Math.floor(milliseconds / 1000));
  const two = (n) => String(n).padStart(2, "0");
  return `${Math.floor(seconds / 3600)}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
};

const tick = () => {
  for (const face of document.querySelectorAll("[data-since]")) {
    if (!shown.has(face)) {
      shown.set(face, Date.parse(face.dataset.now) - performance.now());
    }
    const now = shown.get(face) + performance.now();
    face.textContent = text(now - Date.parse(face.dataset.since));
  }
};

tick();
setInterval(tick, 1000);
