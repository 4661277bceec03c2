// A press on the name of a field writes it where the cursor stands in the text.
for (const list of document.querySelectorAll("[data-into]")) {
  const text = document.getElementById(list.dataset.into);
  for (const code of list.querySelectorAll("code")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button plain slim letter-field";
    button.append(...code.childNodes);
    button.addEventListener("click", () => {
      text.setRangeText(button.textContent, text.selectionStart, text.selectionEnd, "end");
      text.dispatchEvent(new Event("input", { bubbles: true }));
      text.focus();
    });
    code.replaceWith(button);
  }
}
