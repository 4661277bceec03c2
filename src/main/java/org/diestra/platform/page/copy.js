// A press puts a value into the clipboard. Without scripts, or where the browser has no clipboard
// (a page that is not secure), the buttons stay hidden and the text is copied by hand.
if (navigator.clipboard) {
  const show = (within) => {
    for (const button of within.querySelectorAll("[data-copy][hidden]")) {
      button.querySelector(".copy-words").setAttribute("aria-live", "polite");
      button.hidden = false;
    }
  };
  show(document);
  document.addEventListener("htmx:load", (event) => show(event.detail.elt));
  document.addEventListener("click", async (event) => {
    const button = event.target.closest("[data-copy]");
    if (!button) {
      return;
    }
    const words = button.querySelector(".copy-words");
    const before = (button.dataset.before ??= words.textContent);
    await navigator.clipboard.writeText(button.dataset.copy);
    words.textContent = button.dataset.done;
    setTimeout(() => {
      words.textContent = before;
    }, 2000);
  });
}
