// A link to a dialog opens it as one; without this the browser shows it in place, by :target.
const dialogAt = (link) => {
  const id = link.getAttribute("href")?.match(/^#(.+)/)?.[1];
  const found = id && document.getElementById(id);
  return found instanceof HTMLDialogElement ? found : null;
};

document.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (link) {
    const dialog = dialogAt(link);
    if (dialog) {
      event.preventDefault();
      dialog.showModal();
    } else if (link.matches("[data-close]") && link.closest("dialog[open]")) {
      event.preventDefault();
      link.closest("dialog").close();
    }
  } else if (event.target instanceof HTMLDialogElement && event.target.open) {
    event.target.close(); // a click on the backdrop
  }
});

const asked = document.querySelector("dialog:target");
if (asked) {
  history.replaceState(null, "", location.pathname + location.search);
  asked.showModal();
}
