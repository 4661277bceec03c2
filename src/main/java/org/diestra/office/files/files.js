// Files and folders, chosen or dropped, are sent a few at a time, each with its progress; the page
// is shown anew when all are through. Without this the form sends them all at once.
import { Refused, send } from "platform/blobs/tus.js";

const AT_ONCE = 3;
const RUBBISH = /^(\.DS_Store|Thumbs\.db|desktop\.ini|\._.*)$/i; // what systems leave in folders
const form = document.querySelector("[data-upload]");
const drop = document.querySelector("[data-drop]");
const board = document.querySelector("[data-board]");

const sizes = ["B", "kB", "MB", "GB", "TB"];
const size = (bytes) => {
  const step = bytes < 1 ? 0 : Math.min(4, Math.floor(Math.log10(bytes) / 3));
  return `${Math.floor(bytes / 1000 ** step)} ${sizes[step]}`;
};
const fill = (words, ...values) => words.replace(/\{(\d)\}/g, (all, n) => values[n]);
const make = (name, text = "") => Object.assign(document.createElement(name), { textContent: text });

const words = board?.dataset ?? {};
const said = { 401: words.ended, 403: words.ended, 429: words.busy };
const reason = (why) =>
  why instanceof Refused ? why.message || said[why.status] || words.failed : words.failed;

// A number that stands for this browser where nobody is signed in, so that strangers who send the
// same file don't meet.
const visitor = () => {
  const key = "diestra-visitor";
  const there = localStorage.getItem(key) ?? `${Math.random().toString(36).slice(2)}${Date.now()}`;
  localStorage.setItem(key, there);
  return there;
};

class Job {
  constructor(file, path) {
    this.file = file;
    this.path = path;
    this.sent = 0;
    this.state = "waits";
  }

  show(list) {
    this.item ??= this.row();
    list.append(this.item);
  }

  row() {
    const item = make("li");
    this.words = make("span", words.waiting);
    this.bar = Object.assign(make("progress"), { max: 1, value: 0 });
    this.bar.setAttribute("aria-label", this.file.name);
    this.button = Object.assign(make("button", words.cancel), { type: "button", className: "button plain slim" });
    this.button.append(Object.assign(make("span", ` ${this.file.name}`), { className: "sr" }));
    this.button.addEventListener("click", () => (this.state === "failed" ? again(this) : this.cancel()));
    item.append(make("span", [...this.path, this.file.name].join("/")), this.words, this.button, this.bar);
    return item;
  }

  cancel() {
    this.state = "gone";
    this.stop?.abort("drop");
    this.item?.remove();
    tell();
  }

  moved(sent) {
    this.sent = sent;
    this.bar.value = this.file.size === 0 ? 1 : sent / this.file.size;
    this.words.textContent = fill(words.part, size(sent), size(this.file.size));
    tell();
  }

  async run(list) {
    this.stop = new AbortController();
    this.show(list);
    this.item.classList.remove("failed");
    this.button.firstChild.textContent = words.cancel;
    const { file, path } = this;
    const guest = form.dataset.guest === undefined ? "" : `${visitor()} `;
    try {
      await send(file, {
        to: form.dataset.upload,
        headers: { "X-CSRF-TOKEN": form.elements._csrf.value },
        told: {
          filename: file.name,
          folder: form.elements.parent?.value ?? "",
          path: path.join("/"),
          giver: form.elements.giver?.value ?? "",
          mark: `${guest}${file.lastModified}`,
        },
        signal: this.stop.signal,
        progress: (sent) => this.moved(sent),
        waits: () => (this.words.textContent = words.pause),
      });
      this.state = "kept";
      if (words.here === undefined) {
        this.item.remove();
      } else {
        this.words.textContent = words.here;
        this.button.remove();
      }
    } catch (why) {
      if (this.state !== "gone") {
        this.state = "failed";
        this.sent = 0;
        this.words.textContent = reason(why);
        this.item.classList.add("failed");
        this.button.firstChild.textContent = words.again;
      }
    }
    tell();
  }
}

let jobs = [];
let running = 0;
let kept = 0;
const list = board?.querySelector("ul");
const whole = board?.querySelector("[data-whole]");
const bar = board?.querySelector("progress");
const cancel = board?.querySelector("[data-cancel]");

// Spoken about is the whole alone, and not more often than somebody can listen.
let due = 0;
const tell = () => {
  due ||= setTimeout(() => {
    due = 0;
    const some = jobs.filter((job) => job.state !== "gone");
    const all = some.reduce((sum, job) => sum + job.file.size, 0);
    const sent = some.reduce((sum, job) => sum + (job.state === "kept" ? job.file.size : job.sent), 0);
    kept = some.filter((job) => job.state === "kept").length;
    board.hidden = some.length === 0;
    cancel.hidden = kept === some.length;
    bar.max = all || 1;
    bar.value = sent;
    whole.textContent = fill(words.whole, kept, some.length, size(sent), size(all));
  }, 250);
};

const next = async () => {
  const job = jobs.find((one) => one.state === "waits");
  if (job === undefined || running >= AT_ONCE) {
    if (running === 0 && job === undefined && jobs.length > 0) {
      end();
    }
    return;
  }
  running++;
  job.state = "runs";
  next();
  await job.run(list);
  running--;
  next();
};

const end = () => {
  const failed = jobs.some((job) => job.state === "failed");
  const came = jobs.some((job) => job.state === "kept");
  if (!failed && came && words.here === undefined) {
    location.reload();
  } else if (!failed && !came) {
    jobs = [];
    tell();
  }
};

const again = (job) => {
  job.state = "waits";
  next();
};

const add = (some) => {
  jobs.push(...some.filter(({ file, path }) => path.length === 0 || !RUBBISH.test(file.name)).map(({ file, path }) => new Job(file, path)));
  tell();
  next();
};

// What is dropped must be taken at once; what is in a folder is read afterwards, a few at a time.
const unpack = async (entry, path, found) => {
  if (entry.isFile) {
    found.push({ file: await new Promise((done, stop) => entry.file(done, stop)), path });
    return;
  }
  const reader = entry.createReader();
  for (let some; (some = await new Promise((done, stop) => reader.readEntries(done, stop))).length > 0; ) {
    for (const one of some) {
      await unpack(one, [...path, entry.name], found).catch(() => lost(one, [...path, entry.name]));
    }
  }
};

// What the browser can't read is named, and the page stays so that somebody reads it.
const lost = (entry, path) => {
  const job = new Job({ name: entry.name, size: 0 }, path);
  jobs.push(job);
  job.show(list);
  job.state = "failed";
  job.words.textContent = words.failed;
  job.item.classList.add("failed");
  job.button.remove();
};

const dropped = async (data) => {
  const entries = [...data.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
  if (form.dataset.flat !== undefined || entries.length === 0) {
    add([...data.files].map((file) => ({ file, path: [] })));
    return;
  }
  const found = [];
  for (const entry of entries) {
    await unpack(entry, [], found).catch(() => lost(entry, []));
  }
  add(found);
};

if (form && drop && board) {
  form.classList.add("live");
  for (const input of form.querySelectorAll("input[type=file]")) {
    input.addEventListener("change", () => {
      add([...input.files].map((file) => ({ file, path: file.webkitRelativePath.split("/").slice(0, -1) })));
      input.value = "";
    });
  }
  cancel.addEventListener("click", () => jobs.filter((job) => job.state !== "kept").forEach((job) => job.cancel()));
  addEventListener("beforeunload", (event) => {
    if (running > 0) {
      event.preventDefault();
    }
  });
  const brings = (event) => event.dataTransfer?.types.includes("Files");
  document.addEventListener("dragover", (event) => {
    if (brings(event)) {
      event.preventDefault();
      drop.classList.add("over");
    }
  });
  document.addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) {
      drop.classList.remove("over");
    }
  });
  document.addEventListener("drop", (event) => {
    if (brings(event)) {
      event.preventDefault();
      drop.classList.remove("over");
      dropped(event.dataTransfer);
    }
  });
}
