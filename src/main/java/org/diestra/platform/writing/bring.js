// Brings into a text what comes from elsewhere: formatted words become Markdown, files are uploaded
// and stand where they were put.
import { insert } from "platform/writing/marks.js";

const LONGEST = 1_000_000; // characters of HTML that the server reads
const UNSEEN = /<(style|script|xml)\b[\s\S]*?<\/\1>|<!--(?!\[if !supportLists\])[\s\S]*?-->|\ssrc=("|')data:[^"']*\2/gi;

const say = (editor, words, wrong = false) => {
  const state = editor.querySelector("[data-state]");
  state.textContent = words;
  state.classList.toggle("wrong", wrong);
};

const body = (text, name, value) => {
  const data = new FormData();
  data.set("_csrf", text.form.elements._csrf.value);
  data.set(name, value);
  return data;
};

// A file stands apart from the words before and after it.
const place = (text, markdown) => {
  const before = text.value.slice(0, text.selectionStart);
  const gap = before === "" || before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n";
  insert(text, `${gap}${markdown.trim()}\n\n`);
};

const upload = async (editor, text, file) => {
  const answer = await fetch(editor.dataset.upload, { method: "POST", body: body(text, "file", file) });
  const isWords = answer.headers.get("Content-Type")?.startsWith("text/plain");
  if (answer.ok && isWords) {
    place(text, await answer.text());
    return "";
  }
  if (answer.status === 413) {
    return editor.dataset.tooLarge;
  }
  return isWords ? answer.text() : editor.dataset.failed;
};

export const bring = async (editor, text, files) => {
  let wrong = "";
  for (const file of files) {
    say(editor, editor.dataset.uploading.replace("{0}", file.name));
    try {
      wrong = (await upload(editor, text, file)) || wrong;
    } catch {
      wrong = editor.dataset.failed;
    }
  }
  say(editor, wrong, wrong !== "");
};

const convert = async (editor, text, html, words) => {
  say(editor, editor.dataset.pasting);
  try {
    const answer = await fetch("/writing/paste", { method: "POST", body: body(text, "html", html) });
    const isWords = answer.ok && answer.headers.get("Content-Type")?.startsWith("text/plain");
    insert(text, isWords ? await answer.text() : words);
  } catch {
    insert(text, words);
  }
  say(editor, "");
};

export const paste = (editor, text, event) => {
  const brought = event.clipboardData;
  const words = brought.getData("text/plain");
  const html = brought.getData("text/html").replace(UNSEEN, "");
  if (words.trim() !== "" && html !== "" && html.length <= LONGEST) {
    event.preventDefault();
    convert(editor, text, html, words);
  } else if (words.trim() === "" && brought.files.length > 0 && editor.dataset.upload) {
    event.preventDefault();
    bring(editor, text, [...brought.files]);
  }
};
