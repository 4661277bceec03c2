// One line to the house for each tab that somebody looks at. Over it come the names of what
// changed; each becomes an event on the body, "live:thread-…", by which fragments load themselves
// again; one that could not is told again. A hidden tab lets go of its line after a while, for a
// browser has only six for one house, and takes it up again where it left it.
const PATIENCE = 10_000; // milliseconds hidden before the line is closed
const AGAIN = [5_000, 30_000, 60_000, 300_000]; // after the house would have no line
const LOAD = 12_000; // milliseconds until a fragment's load counts as lost
const RETELL = 3_000; // milliseconds until a fragment that could not load is told again

const address = document.querySelector("meta[name=live]")?.content;
let line = null;
let known = null;
let closing = null;
let refusals = 0;
let retelling = null;
const missed = new Set();

const announce = (name) => {
  document.body.dispatchEvent(new CustomEvent(`live:${name}`, { bubbles: true }));
};

const say = (state) => {
  document.documentElement.dataset.live = state;
};

const retell = () => {
  clearTimeout(retelling);
  const names = [...missed];
  missed.clear();
  names.forEach(announce);
};

// Without a limit, a load that hangs in a network that went away would hold up all that follow.
const begun = ({ detail }) => {
  if (detail.triggeringEvent?.type.startsWith("live:")) {
    detail.timeout = LOAD;
  }
};

const failed = ({ detail }) => {
  const told = detail.requestConfig.triggeringEvent?.type ?? "";
  const gone = detail.xhr.status >= 400 && detail.xhr.status < 500;
  if (told.startsWith("live:") && !gone) {
    missed.add(told.slice("live:".length));
    clearTimeout(retelling);
    retelling = setTimeout(retell, RETELL);
  }
};

const told = (event) => {
  known = event.lastEventId;
  const name = event.data;
  announce(name);
  if (name.includes("-")) {
    announce(name.split("-", 1)[0]);
  }
};

const close = () => {
  line?.close();
  line = null;
  say("closed");
};

const open = () => {
  clearTimeout(closing);
  if (line || !address) {
    return;
  }
  line = new EventSource(known === null ? address : `${address.split("?", 1)[0]}?after=${known}`);
  line.addEventListener("told", told);
  line.addEventListener("reset", told);
  line.addEventListener("open", () => {
    refusals = 0;
    say("open");
    announce("open");
    retell();
  });
  line.addEventListener("error", () => {
    say("down");
    if (line?.readyState === EventSource.CLOSED) {
      close();
      setTimeout(look, AGAIN[Math.min(refusals++, AGAIN.length - 1)]);
    }
  });
};

const look = () => {
  clearTimeout(closing);
  if (document.visibilityState === "visible") {
    open();
  } else {
    closing = setTimeout(close, PATIENCE);
  }
};

document.addEventListener("htmx:configRequest", begun);
for (const failure of ["htmx:sendError", "htmx:timeout", "htmx:responseError"]) {
  document.addEventListener(failure, failed);
}
document.addEventListener("visibilitychange", look);
addEventListener("online", look);
addEventListener("online", retell);
addEventListener("pagehide", close);
addEventListener("pageshow", look);
look();
