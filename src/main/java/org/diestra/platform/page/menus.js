// What somebody unfolded stays so when the part of the page around it is loaded again.
let unfolded = [];
document.addEventListener("htmx:beforeSwap", (event) => {
  unfolded = [...event.detail.target.querySelectorAll("details[id][open]")].map((part) => part.id);
});
document.addEventListener("htmx:afterSwap", () => {
  for (const id of unfolded) {
    document.getElementById(id)?.setAttribute("open", "");
  }
});

// A menu closes when the attention goes elsewhere, and by Escape.
const close = (menu) => {
  menu.open = false;
};

document.addEventListener("click", (event) => {
  for (const menu of document.querySelectorAll("details[data-menu][open]")) {
    if (!menu.contains(event.target)) {
      close(menu);
    }
  }
});

document.addEventListener("keydown", (event) => {
  const menu = event.key === "Escape" && document.querySelector("details[data-menu][open]");
  if (menu) {
    close(menu);
    menu.querySelector("summary").focus();
  }
});
