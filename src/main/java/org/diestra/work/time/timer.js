// A timer is started and stopped without a line too: what was pressed, and when, is kept in the
// browser and sent, in order and once, as soon as there is a line. Each start has a key by which the
// house knows it, so that trying again starts and stops nothing twice.
// On a shared computer each person has their own.
const panel = () => document.getElementById("timer");
const NAME = `timer:queue:${panel()?.dataset.person ?? ""}`;
const AGAIN = 10_000; // milliseconds between two tries

const queue = () => JSON.parse(localStorage.getItem(NAME) ?? "[]");
const keep = (all) => {
  if (all.length === 0) {
    localStorage.removeItem(NAME);
  } else {
    localStorage.setItem(NAME, JSON.stringify(all));
  }
};
const say = (words) => {
  const state = panel()?.querySelector("[data-state]");
  if (state) {
    state.textContent = words;
  }
};

// The browser's clock may be wrong by hours: what counts is the house's, and what passed since then.
let offset = 0;
const listen = () => {
  const now = panel()?.dataset.now;
  offset = now ? Date.parse(now) - Date.now() : offset;
};
const houseNow = () => new Date(Date.now() + offset).toISOString();

let again = null;
let sending = false;

const show = (html) => {
  const fresh = new DOMParser().parseFromString(html, "text/html").getElementById("timer");
  const old = panel();
  if (fresh && old) {
    fresh.querySelectorAll("script, link").forEach((one) => one.remove());
    old.replaceWith(fresh);
    listen();
    window.htmx?.process(fresh);
    fresh.querySelector("[aria-invalid]")?.focus();
  }
};

// The house answers with the timer as it stands; what it refuses is shown and not sent again.
const post = async (item) => {
  const body = new URLSearchParams(item.fields);
  const token = panel()?.querySelector("[name=_csrf]")?.value;
  if (token) {
    body.set("_csrf", token);
  }
  const answer = await fetch(item.action, {
    method: "POST",
    body,
    headers: { "HX-Request": "true" },
  });
  if (answer.ok || [404, 409, 422].includes(answer.status)) {
    return answer.status === 404 ? "" : answer.text();
  }
  throw new Error(`not taken: ${answer.status}`);
};

const wait = () => {
  say(panel()?.dataset.waiting ?? "");
  clearTimeout(again);
  again = setTimeout(send, AGAIN);
};

// One tab at a time sends, as all of them read the same queue.
const send = () => {
  if (sending || queue().length === 0) {
    return;
  }
  sending = true;
  const work = async () => {
    while (queue().length > 0) {
      const [first] = queue();
      const html = await post(first);
      keep(queue().filter((item) => item.id !== first.id));
      show(html);
      document.body.dispatchEvent(new CustomEvent("hours"));
    }
  };
  const done = navigator.locks ? navigator.locks.request(NAME, work) : work();
  done.catch(wait).finally(() => {
    sending = false;
  });
};

// Without a line the page shows what was pressed: a stop ends the count, a start begins one.
const pretend = (form) => {
  const face = panel()?.querySelector("[data-since]");
  if (form.dataset.timer === "stop") {
    face?.removeAttribute("data-since");
  }
  form.querySelectorAll("button").forEach((button) => button.toggleAttribute("disabled", true));
};

const tooShort = (form) => {
  const note = form.elements.note;
  const short = form.dataset.timer === "stop" && note.value.trim().length < Number(note.dataset.least);
  if (short) {
    note.setAttribute("aria-invalid", "true");
    note.focus();
    say(note.dataset.short);
  }
  return short;
};

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (!form.matches("form[data-timer]")) {
    return;
  }
  event.preventDefault();
  event.stopImmediatePropagation();
  const keeping = event.submitter?.hasAttribute("data-keep") ?? false;
  if (keeping) {
    form.elements.at.value = "";
  } else if (form.dataset.timer === "stop" && form.elements.at.value === "") {
    form.elements.at.value = houseNow(); // stays while the note is asked for
  }
  if (!keeping && tooShort(form)) {
    return;
  }
  const data = new FormData(form, event.submitter);
  if (form.dataset.timer === "start") {
    data.set("at", houseNow());
    data.set("key", crypto.randomUUID?.() ?? data.get("key"));
  }
  const fields = [...data.entries()].filter(([name]) => name !== "_csrf");
  const action = event.submitter?.getAttribute("formaction") ?? form.getAttribute("action");
  keep([...queue(), { id: Math.random().toString(36).slice(2), action, fields }]);
  pretend(form);
  send();
}, true);

listen();
addEventListener("online", send);
document.addEventListener("live:open", send);
send();
