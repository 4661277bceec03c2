// A press puts a value into the clipboard. Without scripts, or where the browser has no clipboard
// (a page that is not secure), the buttons stay hidden and the text is copied by hand.
if (navigator.clipboard) {
  for (const button of document.querySelectorAll("[data-copy]")) {
    const words = button.querySelector(".copy-words");
    const before = words.textContent;
    words.setAttribute("aria-live", "polite");
    button.hidden = false;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(button.dataset.copy);
      words.textContent = button.dataset.done;
      setTimeout(() => {
        words.textContent = before;
      }, 2000);
    });
  }
}
