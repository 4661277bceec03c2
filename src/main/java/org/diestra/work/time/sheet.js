// The week's sheet under the keyboard: arrows, Enter and Tab move, Escape takes back what was typed,
// and a block that was copied from a spreadsheet fills the cells from here on.
const cell = (target) => target.closest?.("table[data-sheet=true] .sheet-cell");

const place = (input) => {
  const [, row, column] = input.name.split("-");
  return [Number(row), Number(column)];
};

const at = (table, row, column) => table.querySelector(`[name="cell-${row}-${column}"]`);

const go = (input, down, right) => {
  const table = input.closest("table");
  let [row, column] = place(input);
  for (let step = 0; step < 20; step++) {
    row += down;
    column += right;
    const next = at(table, row, column);
    if (next) {
      next.focus();
      next.select();
      return true;
    }
    if (row < 0 || column < 0 || row > 200 || column > 8) {
      return false;
    }
  }
  return false;
};

const mark = (input) => {
  input.toggleAttribute("data-dirty", input.value.trim() !== input.defaultValue.trim());
};

const whole = (input) => input.selectionStart === 0 && input.selectionEnd === input.value.length;

document.addEventListener("keydown", (event) => {
  const input = cell(event.target);
  if (!input || event.altKey || event.isComposing) {
    return;
  }
  const start = input.selectionStart === 0 && input.selectionEnd === 0;
  const end = input.selectionStart === input.value.length && input.selectionEnd === input.value.length;
  const moves = {
    ArrowUp: () => go(input, -1, 0),
    ArrowDown: () => go(input, 1, 0),
    ArrowLeft: () => (start || whole(input)) && go(input, 0, -1),
    ArrowRight: () => (end || whole(input)) && go(input, 0, 1),
    Enter: () => !event.ctrlKey && !event.metaKey && (go(input, event.shiftKey ? -1 : 1, 0), true),
    Escape: () => {
      input.value = input.defaultValue;
      mark(input);
      input.select();
      return true;
    },
  };
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
    event.preventDefault();
    input.form.requestSubmit();
  } else if (!event.ctrlKey && !event.metaKey && moves[event.key]?.()) {
    event.preventDefault();
  }
});

document.addEventListener("focusin", (event) => cell(event.target)?.select());
document.addEventListener("input", (event) => {
  const input = cell(event.target);
  const loose = event.target.closest?.("#hours .sheet-note, #hours #extra");
  if (input ?? loose) {
    mark(input ?? loose);
  }
});

// What was recorded elsewhere on the page is not shown over what is being typed.
document.addEventListener("htmx:beforeRequest", (event) => {
  const hours = event.target;
  if (hours.id !== "hours") {
    return;
  }
  const typing = hours.contains(document.activeElement) && document.activeElement.matches("input");
  if (typing || hours.querySelector("[data-dirty], [aria-invalid=true], #by-hand[open]")) {
    event.preventDefault();
  }
});

document.addEventListener("paste", (event) => {
  const input = cell(event.target);
  const text = event.clipboardData?.getData("text/plain") ?? "";
  if (!input || !/[\t\n]/.test(text.trimEnd())) {
    return;
  }
  event.preventDefault();
  const [row, column] = place(input);
  const table = input.closest("table");
  text.trimEnd().split(/\r?\n/).forEach((line, down) => {
    line.split("\t").forEach((value, right) => {
      const target = at(table, row + down, column + right);
      if (target) {
        target.value = value.trim().slice(0, 20);
        mark(target);
      }
    });
  });
});
