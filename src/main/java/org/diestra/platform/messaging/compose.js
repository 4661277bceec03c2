// What somebody writes survives a lost line and a closed tab: it is kept in the browser as it is
// typed, on the server soon after, and sent as soon as there is a line. Each form has a key by
// which the server knows it, so that trying again never says anything twice.
const AGAIN = [1_000, 3_000, 10_000]; // milliseconds until the next try, the last from then on
const ANSWER = 15_000; // milliseconds until a form without files counts as lost on its way
const IDLE = 1_500; // milliseconds without typing before a draft goes to the server
const person = document.getElementById("talk")?.dataset.person;

const name = (form) => `draft:${person}:${form.dataset.thread}`;
const kept = (form) => JSON.parse(localStorage.getItem(name(form)) ?? "null");
const keep = (form, held) => {
  const text = form.elements.text.value;
  if (text.trim() === "") {
    localStorage.removeItem(name(form));
  } else {
    const key = form.elements.key.value;
    localStorage.setItem(name(form), JSON.stringify({ text, key, held, at: Date.now() }));
  }
};
const say = (form, words) => {
  form.querySelector("[data-state]").textContent = words;
};
const hasFiles = (form) => form.elements.brought.files.length > 0;

let idle = null;
let again = null;
let tries = 0;

const keepOnServer = (form) => {
  const data = new URLSearchParams();
  for (const field of ["_csrf", "key", "text"]) {
    data.set(field, form.elements[field].value);
  }
  fetch(`${form.getAttribute("action")}/draft`, { method: "POST", body: data }).catch(() => {
    // without a line the browser's own copy stands
  });
};

const replace = (form, html) => {
  const parsed = new DOMParser().parseFromString(html, "text/html");
  const fresh = parsed.getElementById("sheet") ?? parsed.body.firstElementChild;
  form.replaceWith(fresh);
  if (fresh.matches("form")) {
    prepare(fresh);
    (fresh.querySelector(".problems, [role=alert]") ?? fresh.elements.text).focus();
  }
};

const shown = (form) => {
  document.body.dispatchEvent(new CustomEvent(`live:thread-${form.dataset.thread}`));
};

const hold = (form) => {
  const files = hasFiles(form);
  keep(form, !files);
  form.toggleAttribute("data-held", !files);
  say(form, files ? form.dataset.filesWait : form.dataset.waiting);
  clearTimeout(again);
  if (!files) {
    again = setTimeout(send, AGAIN[Math.min(tries++, AGAIN.length - 1)], form);
  }
};

const send = async (form, submitter) => {
  if (!form.isConnected || form.hasAttribute("aria-busy")) {
    return;
  }
  clearTimeout(again);
  clearTimeout(idle);
  form.setAttribute("aria-busy", "true");
  const data = new FormData(form, submitter ?? null);
  try {
    const answer = await fetch(form.action, {
      method: "POST",
      body: data,
      headers: { "HX-Request": "true" },
      signal: hasFiles(form) ? null : AbortSignal.timeout(ANSWER),
    });
    if (answer.ok || [409, 422, 429].includes(answer.status)) {
      if (answer.ok && !data.has("drop")) {
        localStorage.removeItem(name(form));
      }
      const html = await answer.text();
      if (answer.headers.has("HX-Redirect")) {
        location.assign(answer.headers.get("HX-Redirect"));
        return;
      }
      tries = 0;
      shown(form);
      replace(form, html);
    } else if (answer.status >= 500) {
      hold(form);
    } else {
      location.reload();
    }
  } catch {
    hold(form);
  } finally {
    form.removeAttribute("aria-busy");
  }
};

const prepare = (form) => {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    send(form, event.submitter);
  });
  form.addEventListener("input", () => {
    keep(form, false);
    form.removeAttribute("data-held");
    clearTimeout(again);
    clearTimeout(idle);
    idle = setTimeout(keepOnServer, IDLE, form);
  });
  form.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) {
      form.requestSubmit();
    }
  });
};

const restore = (form) => {
  const draft = kept(form);
  if (draft && draft.text !== form.elements.text.value && draft.at > Number(form.dataset.draftAt)) {
    form.elements.text.value = draft.text;
    form.elements.key.value = draft.key;
    say(form, form.dataset.restored);
  } else if (draft) {
    form.elements.key.value = draft.key;
  }
  if (draft?.held) {
    send(form);
  }
};

const sheet = document.querySelector("form#sheet");
if (sheet) {
  prepare(sheet);
  if (!sheet.querySelector(".problems, .remarks")) {
    restore(sheet);
  }
}

const back = () => {
  const held = document.querySelector("form#sheet[data-held]");
  if (held) {
    send(held);
  }
};
addEventListener("online", back);
document.addEventListener("live:open", back);
