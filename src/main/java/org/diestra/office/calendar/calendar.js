// An event is dragged to another day, or to another hour of one; the server moves it, as the form
// does. On a line of hours each quarter counts.
const QUARTERS = 96;
const cal = document.querySelector("[data-cal]");
const form = document.querySelector("form[data-drag]");
let dragged = null;
let late = false; // something has changed while somebody drags

const two = (number) => String(number).padStart(2, "0");
const target = (event) => event.target.closest("[data-drop], [data-slots]");

const place = (where, event) => {
  if (where.dataset.drop) {
    return where.dataset.drop;
  }
  const box = where.getBoundingClientRect();
  const at = Math.floor(((event.clientY - box.top) / box.height) * QUARTERS);
  const quarter = Math.min(Math.max(at, 0), QUARTERS - 1);
  return `${where.dataset.slots}T${two(Math.floor(quarter / 4))}:${two((quarter % 4) * 15)}`;
};

const fits = (where) => where !== null && !(where.dataset.slots && dragged.dataset.day);

const leave = () => {
  for (const over of document.querySelectorAll(".cal-over")) {
    over.classList.remove("cal-over");
  }
};

if (cal && form) {
  cal.addEventListener("dragstart", (event) => {
    dragged = event.target.closest("[data-event]");
    dragged?.classList.add("dragging");
  });
  cal.addEventListener("dragend", () => {
    dragged?.classList.remove("dragging");
    dragged = null;
    leave();
    if (late) {
      late = false;
      document.body.dispatchEvent(new CustomEvent("live:calendar", { bubbles: true }));
    }
  });
  cal.addEventListener("dragover", (event) => {
    const where = dragged && target(event);
    leave();
    if (where && fits(where)) {
      event.preventDefault();
      where.classList.add("cal-over");
    }
  });
  cal.addEventListener("drop", (event) => {
    const where = dragged && target(event);
    if (where && fits(where)) {
      event.preventDefault();
      form.action = `/calendar/events/${dragged.dataset.event}/place`;
      form.elements.at.value = dragged.dataset.at;
      form.elements.to.value = place(where, event);
      form.elements.back.value = cal.dataset.back;
      form.requestSubmit();
    }
  });
}

// j and k go through the events, Enter opens one, n is a new one, arrows turn the page, t is today;
// m, w, d and a change the view. Never while somebody types.
const typing = (from) => from.closest("input, textarea, select, dialog[open]") !== null;

const go = (by) => {
  const all = [...document.querySelectorAll("a.cal-event")];
  const here = all.indexOf(document.activeElement);
  all[Math.min(Math.max(here + by, 0), all.length - 1)]?.focus();
};

document.addEventListener("keydown", (event) => {
  if (!cal || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) {
    return;
  }
  if (event.key === "j") {
    go(1);
  } else if (event.key === "k") {
    go(-1);
  } else if (event.key === "n") {
    document.querySelector("a[data-new]")?.click();
  } else if (!event.target.closest("[data-grid]") || !event.key.startsWith("Arrow")) {
    document.querySelector(`a[data-key="${CSS.escape(event.key)}"]`)?.click();
  }
});

// The hours begin at eight, where days do; what is loaded again stays where it was,
// and whoever is at an event stays at it, wherever it has moved. What somebody drags is not taken
// from their hand: it is loaded again afterwards.
const hours = () => document.querySelector("[data-grid]");
const begin = () => {
  const slots = hours()?.querySelector(".cal-clock");
  if (slots) {
    hours().scrollTop = (slots.offsetHeight * 7.5) / 24;
  }
};
let scrolled = 0;
let here = null; // the link somebody is at
begin();
cal?.addEventListener("htmx:beforeSwap", ({ detail }) => {
  if (dragged) {
    detail.shouldSwap = false;
    late = true;
    return;
  }
  scrolled = hours()?.scrollTop ?? 0;
  const at = document.activeElement?.closest("[data-cal] a");
  here = at && { href: at.getAttribute("href"), event: at.dataset.event };
});
cal?.addEventListener("htmx:afterSwap", () => {
  if (hours()) {
    hours().scrollTop = scrolled;
  }
  if (here) {
    const all = [...cal.querySelectorAll("a")];
    const same = all.find((a) => a.getAttribute("href") === here.href);
    const moved = all.find((a) => here.event && a.dataset.event === here.event);
    (same ?? moved)?.focus({ preventScroll: true });
  }
});
