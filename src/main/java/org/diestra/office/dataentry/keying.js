// Keying by the keyboard alone: Enter goes to the next field and, on the last, keeps the record;
// Alt and L puts in what was typed there for the record before. Without scripts Tab does the same.
const form = document.querySelector("[data-keying]");
if (form) {
  const fields = [...form.querySelectorAll("[data-last]")];
  form.addEventListener("keydown", (event) => {
    const at = fields.indexOf(event.target);
    if (at < 0) {
      return;
    }
    if (event.key === "Enter" && !event.altKey && !event.isComposing && event.target.tagName !== "TEXTAREA") {
      if (at + 1 < fields.length) {
        event.preventDefault();
        fields[at + 1].focus();
        fields[at + 1].select?.();
      }
    } else if (event.altKey && event.code === "KeyL") {
      event.preventDefault();
      event.target.value = event.target.dataset.last;
    }
  });
}
