// A sample opens over the table; without this its link leads to a page of its own.
const dialog = document.getElementById("look");
const place = document.getElementById("look-at");

document.addEventListener("click", async (event) => {
  const link = event.target.closest("a[data-look]");
  if (!link || event.metaKey || event.ctrlKey || event.shiftKey) {
    return;
  }
  event.preventDefault();
  const answer = await fetch(link.dataset.look, { headers: { "HX-Request": "true" } });
  if (!answer.ok) {
    location.assign(link.href);
    return;
  }
  place.innerHTML = await answer.text();
  dialog.showModal();
});

dialog.addEventListener("close", () => place.replaceChildren());

// Another order is one choice, not a choice and a button.
document.addEventListener("change", (event) => {
  if (event.target.id === "sort") {
    event.target.form.requestSubmit();
  }
});
