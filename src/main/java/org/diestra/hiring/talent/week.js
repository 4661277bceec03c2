// The lines of a week's hours become a grid to paint: by pointer, or by arrow keys and space.
// Without scripts, and where a grid would be too narrow for a thumb, the lines are the form.
const DAYS = 7, HOURS = 24;

const read = (lines) => {
  const week = new Array(DAYS * HOURS).fill(false);
  for (const line of lines.querySelectorAll("li")) {
    const day = Number(line.querySelector("[name=day]").value) - 1;
    const from = line.querySelector("[name=from]").value;
    const to = line.querySelector("[name=to]").value;
    if (from !== "" && to !== "") week.fill(true, day * HOURS + Number(from), day * HOURS + Number(to));
  }
  return week;
};

const element = (name, values = {}, ...children) => {
  const made = Object.assign(document.createElement(name), values);
  made.append(...children);
  return made;
};

class Grid {
  constructor(fieldset) {
    const lines = fieldset.querySelector(".week-lines");
    this.week = read(lines);
    this.countText = fieldset.dataset.count;
    this.names = [...lines.querySelectorAll(".first .week-day")].map((day) => day.textContent.trim());
    this.hidden = element("input", { type: "hidden", name: "hours" });
    this.count = element("p", { className: "small strong" });
    this.count.setAttribute("aria-live", "polite");
    this.cells = [];
    lines.replaceWith(
      element("p", { className: "hint", id: "week-keys", textContent: fieldset.dataset.help }),
      element("div", { className: "scroll" }, this.table(fieldset.dataset.label)),
      this.count, this.hidden);
    this.cells[9].tabIndex = 0;
    this.show();
  }

  table(label) {
    const head = element("tr", {}, element("td"));
    for (let hour = 0; hour < HOURS; hour++) {
      const set = element("button", { type: "button", textContent: hour, onclick: () => this.toggle((i) => i % HOURS === hour) });
      set.tabIndex = -1;
      head.append(element("th", { scope: "col" }, set));
    }
    const body = element("tbody");
    this.names.forEach((name, day) => body.append(this.row(name, day)));
    const table = element("table", { className: "week-grid" }, element("thead", {}, head), body);
    table.setAttribute("aria-label", label);
    table.setAttribute("aria-describedby", "week-keys");
    table.addEventListener("keydown", (event) => this.key(event));
    table.addEventListener("pointerdown", (event) => this.press(event));
    table.addEventListener("pointerover", (event) => this.drag(event));
    addEventListener("pointerup", () => (this.painting = undefined));
    return table;
  }

  row(name, day) {
    const set = element("button", { type: "button", textContent: name, onclick: () => this.toggle((i) => Math.floor(i / HOURS) === day) });
    set.tabIndex = -1;
    const row = element("tr", {}, element("th", { scope: "row" }, set));
    for (let hour = 0; hour < HOURS; hour++) {
      const cell = element("button", { type: "button", className: "hour", tabIndex: -1 });
      cell.dataset.at = day * HOURS + hour;
      cell.setAttribute("aria-label", `${name} ${String(hour).padStart(2, "0")}:00`);
      this.cells.push(cell);
      row.append(element("td", {}, cell));
    }
    return row;
  }

  toggle(fits) {
    const on = this.week.some((set, i) => fits(i) && !set);
    this.week = this.week.map((set, i) => (fits(i) ? on : set));
    this.show();
  }

  set(at, on) {
    this.week[at] = on;
    this.show();
  }

  press(event) {
    const at = event.target.dataset?.at;
    if (at === undefined || event.button !== 0) return;
    event.target.releasePointerCapture?.(event.pointerId);
    this.painting = !this.week[at];
    this.set(at, this.painting);
    this.focus(Number(at));
  }

  drag(event) {
    const at = event.target.dataset?.at;
    if (at !== undefined && this.painting !== undefined && event.pointerType !== "touch") this.set(at, this.painting);
  }

  key(event) {
    const at = Number(event.target.dataset?.at ?? NaN);
    const step = { ArrowLeft: -1, ArrowRight: 1, ArrowUp: -HOURS, ArrowDown: HOURS }[event.key];
    if (Number.isNaN(at)) return;
    if (event.key === " " || event.key === "Enter") {
      event.preventDefault();
      this.set(at, !this.week[at]);
    } else if (step !== undefined) {
      event.preventDefault();
      const next = at + step;
      if (next < 0 || next >= this.week.length) return;
      if (event.shiftKey) this.set(next, this.week[at]);
      this.focus(next);
    }
  }

  focus(at) {
    this.cells.forEach((cell, i) => (cell.tabIndex = i === at ? 0 : -1));
    this.cells[at].focus();
  }

  show() {
    this.cells.forEach((cell, i) => cell.setAttribute("aria-pressed", this.week[i]));
    this.hidden.value = this.week.map(Number).join("");
    this.count.textContent = this.countText.replace("#", this.week.filter(Boolean).length);
  }
}

if (matchMedia("(min-width: 48rem)").matches) {
  for (const fieldset of document.querySelectorAll("[data-week]")) new Grid(fieldset);
}
