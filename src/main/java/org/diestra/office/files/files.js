// Files chosen or dropped are sent one after the other, each with its progress; the page is shown
// anew when all are through. Without this the form sends them all at once.
const form = document.querySelector("[data-upload]");
const drop = document.querySelector("[data-drop]");
const list = document.querySelector("[data-progress]");

const line = (name) => {
  const item = document.createElement("li");
  const label = document.createElement("span");
  const state = document.createElement("span");
  const bar = document.createElement("progress");
  label.textContent = name;
  state.textContent = list.dataset.sending;
  bar.max = 1;
  bar.value = 0;
  bar.setAttribute("aria-label", name);
  item.append(label, state, bar);
  list.append(item);
  return { item, state, bar };
};

// What was refused says why in the page that comes back, or by its status alone.
const said = { 401: "ended", 403: "ended", 413: "large", 503: "busy", 507: "large" };
const reason = ({ status, responseText }) => {
  const page = new DOMParser().parseFromString(responseText, "text/html");
  const why = page.querySelector(".problems [data-why], .problems li, .flash.stop");
  return why?.textContent.trim() || list.dataset[said[status]] || list.dataset.failed;
};

const send = (file) => new Promise((done) => {
  const { item, state, bar } = line(file.name);
  const data = new FormData();
  for (const field of form.querySelectorAll("input[type=hidden]")) {
    data.append(field.name, field.value);
  }
  data.append("file", file);
  const request = new XMLHttpRequest();
  request.upload.addEventListener("progress", (event) => {
    bar.max = event.total;
    bar.value = event.loaded;
  });
  request.addEventListener("loadend", () => {
    const led = new URL(request.responseURL || form.action).pathname.startsWith("/login");
    const kept = request.status >= 200 && request.status < 400 && !led;
    state.textContent = kept ? list.dataset.kept : led ? list.dataset.ended : reason(request);
    item.classList.toggle("failed", !kept);
    if (kept) {
      bar.value = bar.max;
    }
    done(kept);
  });
  request.open("POST", form.action);
  request.send(data);
});

let busy = false;
const sendAll = async (files) => {
  if (busy || files.length === 0) {
    return;
  }
  busy = true;
  list.replaceChildren();
  let all = true;
  for (const file of files) {
    all = (await send(file)) && all;
  }
  busy = false;
  if (all) {
    location.reload();
  }
};

if (form && drop && list) {
  form.classList.add("live");
  const input = form.querySelector("input[type=file]");
  input.addEventListener("change", () => sendAll([...input.files]));
  window.addEventListener("beforeunload", (event) => {
    if (busy) {
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
      sendAll([...event.dataTransfer.files]);
    }
  });
}
