// Times are shown on the clock of the guest's browser, unless another was chosen.
const book = document.querySelector(".book[data-zone]");
const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

if (book && zone && !book.dataset.chosen && zone !== book.dataset.zone && !location.hash) {
  const here = new URL(location.href);
  // an answer to a form has no address of its own
  if (!here.pathname.match(/\/(holds|waiting)$/) && here.searchParams.get("zone") !== zone) {
    here.searchParams.set("zone", zone);
    location.replace(here);
  }
}

document.querySelector(".book-zone select")?.addEventListener("change", (event) => event.target.form.submit());
