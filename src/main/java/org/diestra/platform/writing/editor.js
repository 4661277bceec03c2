// Gives a text entry that holds Markdown its toolbar, its keys, its preview and what is pasted or
// dropped into it. Without this it is an entry like any other.
import { bring, paste } from "platform/writing/bring.js";
import { next, tools } from "platform/writing/marks.js";

const KEYS = { b: "bold", i: "italic", k: "link" };

const toolbar = (editor, text) => {
  const bar = editor.querySelector("template[data-tools]").content.cloneNode(true).firstElementChild;
  const buttons = [...bar.querySelectorAll("button")];
  const files = bar.querySelector("input[type=file]");
  buttons.forEach((button, at) => {
    button.tabIndex = at === 0 ? 0 : -1;
  });
  bar.addEventListener("click", (event) => {
    const tool = event.target.closest("button")?.dataset.tool;
    if (tool === "file") {
      files.click();
    } else if (tool) {
      tools[tool](text);
    }
  });
  bar.addEventListener("keydown", (event) => {
    const at = buttons.indexOf(document.activeElement);
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: -1 }[event.key];
    if (at >= 0 && to !== undefined) {
      event.preventDefault();
      buttons[at].tabIndex = -1;
      const chosen = buttons.at(to % buttons.length);
      chosen.tabIndex = 0;
      chosen.focus();
    }
  });
  files?.addEventListener("change", () => {
    bring(editor, text, [...files.files]);
    files.value = "";
  });
  text.before(bar);
};

const keys = (text) => {
  text.addEventListener("keydown", (event) => {
    const tool = KEYS[event.key.toLowerCase()];
    const command = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (tool && command) {
      event.preventDefault();
      tools[tool](text);
    } else if (event.key === "Enter" && !command && !event.shiftKey && !event.isComposing) {
      if (next(text)) {
        event.preventDefault();
      }
    }
  });
};

const drops = (editor, text) => {
  text.addEventListener("paste", (event) => paste(editor, text, event));
  if (!editor.dataset.upload) {
    return;
  }
  const hasFiles = (event) => event.dataTransfer.types.includes("Files");
  text.addEventListener("dragover", (event) => {
    if (hasFiles(event)) {
      event.preventDefault();
      editor.classList.add("over");
    }
  });
  text.addEventListener("dragleave", () => editor.classList.remove("over"));
  text.addEventListener("drop", (event) => {
    editor.classList.remove("over");
    if (hasFiles(event)) {
      event.preventDefault();
      bring(editor, text, [...event.dataTransfer.files]);
    }
  });
};

const preview = (editor, text) => {
  const pane = editor.querySelector("[data-preview]");
  const shown = pane.querySelector("[data-shown]");
  shown.addEventListener("htmx:configRequest", (event) => {
    event.detail.parameters = { _csrf: text.form.elements._csrf.value, text: text.value };
  });
  pane.hidden = false;
  shown.dispatchEvent(new CustomEvent("written"));
};

const prepare = (editor) => {
  const text = document.getElementById(editor.dataset.editor);
  if (!editor.hasAttribute("data-ready") && text?.form) {
    editor.setAttribute("data-ready", "");
    toolbar(editor, text);
    keys(text);
    drops(editor, text);
    preview(editor, text);
  }
};

const all = (within) => within.querySelectorAll("[data-editor]").forEach(prepare);

// htmx is told of the page when it is whole, and of every part that it brings later
document.addEventListener("htmx:load", (event) => all(event.detail.elt));
if (document.readyState === "complete") {
  all(document);
}
