// A form is sent once, however often its button is pressed. A download leaves the page where it
// is, so the form is free again after a while.
const PATIENCE = 8000; // milliseconds

const free = (form) => {
  form.removeAttribute("aria-busy");
};

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || form.method !== "post") {
    return;
  }
  if (form.hasAttribute("aria-busy")) {
    event.preventDefault();
  } else {
    form.setAttribute("aria-busy", "true");
    setTimeout(free, PATIENCE, form);
  }
});

addEventListener("pageshow", () => {
  document.querySelectorAll("form[aria-busy]").forEach(free);
});
