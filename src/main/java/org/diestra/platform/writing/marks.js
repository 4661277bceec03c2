// Puts the marks of Markdown around what is selected, and takes them away again. All goes in as if
// it were typed, so that it can be undone.
const ITEM = /^(\s*)(?:([-*+])|(\d{1,6})([.)]))(\s+)(\[[ xX]\]\s+)?/;

export const insert = (text, words) => {
  text.focus();
  const done = words === "" ? document.execCommand("delete") : document.execCommand("insertText", false, words);
  if (!done) {
    text.setRangeText(words, text.selectionStart, text.selectionEnd, "end");
    text.dispatchEvent(new Event("input", { bubbles: true }));
  }
};

const replace = (text, from, to, words) => {
  text.setSelectionRange(from, to);
  if (text.value.slice(from, to) !== words) {
    insert(text, words);
  }
};

const around = (mark) => (text) => {
  const { value } = text;
  let from = text.selectionStart;
  let to = text.selectionEnd;
  while (from < to && /\s/.test(value[from])) {
    from++;
  }
  while (to > from && /\s/.test(value[to - 1])) {
    to--;
  }
  const { length } = mark;
  const marked = value.slice(from - length, from) === mark && value.slice(to, to + length) === mark;
  const more = mark === "*" && value.slice(from - 2, from) === "**" && value.slice(from - 3, from) !== "***";
  if (from >= length && marked && !more) {
    replace(text, from - length, to + length, value.slice(from, to));
    text.setSelectionRange(from - length, to - length);
  } else {
    replace(text, from, to, mark + value.slice(from, to) + mark);
    text.setSelectionRange(from + length, to + length);
  }
};

const lines = (text) => {
  const from = text.value.lastIndexOf("\n", text.selectionStart - 1) + 1;
  const end = text.value.indexOf("\n", text.selectionEnd);
  return [from, end < 0 ? text.value.length : end];
};

// Each line of the selection gets its mark; when all have it, all lose it.
const before = (mark, has) => (text) => {
  const [from, to] = lines(text);
  const old = text.value.slice(from, to).split("\n");
  const written = (line) => old.length === 1 || line.trim() !== "";
  const off = old.every((line) => !written(line) || has.test(line));
  let number = 0;
  const fresh = old.map((line) => {
    if (!written(line)) {
      return line;
    }
    const bare = line.replace(/^(\s*)(?:#{1,6}\s+|(?:[-*+]|\d{1,6}[.)])\s+(?:\[[ xX]\]\s+)?)/, "$1");
    return off ? bare : bare.replace(/^\s*/, (indent) => indent + mark(++number));
  });
  replace(text, from, to, fresh.join("\n"));
  const end = from + fresh.join("\n").length;
  text.setSelectionRange(old.length === 1 ? end : from, end);
};

const link = (text) => {
  const from = text.selectionStart;
  const chosen = text.value.slice(from, text.selectionEnd).trim();
  const isAddress = /^(https?:\/\/|mailto:)\S+$/.test(chosen);
  insert(text, isAddress ? `[](${chosen})` : `[${chosen}](https://)`);
  if (isAddress || chosen === "") {
    text.setSelectionRange(from + 1, from + 1);
  } else {
    text.setSelectionRange(from + chosen.length + 3, from + chosen.length + 11);
  }
};

export const tools = {
  bold: around("**"),
  italic: around("*"),
  heading: before(() => "## ", /^\s*#{1,6}\s/),
  list: before(() => "- ", /^\s*[-*+]\s+(?!\[[ xX]\]\s)/),
  numbers: before((number) => `${number}. `, /^\s*\d{1,6}[.)]\s/),
  checklist: before(() => "- [ ] ", /^\s*[-*+]\s+\[[ xX]\]\s/),
  link,
};

/** Goes on with a list on its next line, or ends it on an empty one; false outside of lists. */
export const next = (text) => {
  const at = text.selectionStart;
  const [from] = lines(text);
  const line = text.value.slice(from, at);
  const item = at === text.selectionEnd ? ITEM.exec(line) : null;
  if (!item) {
    return false;
  }
  if (item[0].trim() === line.trim() && text.value.slice(at).split("\n", 1)[0].trim() === "") {
    replace(text, from, at, "\n"); // a line right below would belong to the item
    return true;
  }
  const mark = item[2] ?? `${Number(item[3]) + 1}${item[4]}`;
  insert(text, `\n${item[1]}${mark}${item[5]}${item[6] ? "[ ] " : ""}`);
  return true;
};
