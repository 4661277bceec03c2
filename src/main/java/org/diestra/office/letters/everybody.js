// One box above a list of many ticks or unticks them all; without scripts each is ticked by itself.
for (const list of document.querySelectorAll("[data-everybody]")) {
  const boxes = () => [...list.querySelectorAll('input[type="checkbox"][name]')];
  if (boxes().length < 2) {
    continue;
  }
  const all = document.createElement("input");
  all.type = "checkbox";
  all.id = `${list.id}-everybody`;
  const label = document.createElement("label");
  label.htmlFor = all.id;
  label.textContent = list.dataset.everybody;
  const line = document.createElement("li");
  line.className = "choice letter-everybody";
  line.append(all, label);
  list.prepend(line);
  const tell = () => {
    const ticked = boxes().filter((box) => box.checked).length;
    all.checked = ticked === boxes().length;
    all.indeterminate = ticked > 0 && !all.checked;
  };
  all.addEventListener("change", () => {
    for (const box of boxes()) {
      box.checked = all.checked;
    }
    tell();
  });
  list.addEventListener("change", (event) => event.target !== all && tell());
  tell();
}
