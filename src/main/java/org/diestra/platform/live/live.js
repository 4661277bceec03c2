// One line to the house for each tab that somebody looks at. Over it come the names of what
// changed; each becomes an event on the body, "live:thread-…", by which fragments load themselves
// again. A hidden tab lets go of its line after a while, for a browser has only six for one house,
// and takes it up again where it left it.
const PATIENCE = 10_000; // milliseconds hidden before the line is closed
const AGAIN = [5_000, 30_000, 60_000, 300_000]; // after the house would have no line

const address = document.querySelector("meta[name=live]")?.content;
let line = null;
let known = null;
let closing = null;
let refusals = 0;

const announce = (name) => {
  document.body.dispatchEvent(new CustomEvent(`live:${name}`, { bubbles: true }));
};

const say = (state) => {
  document.documentElement.dataset.live = state;
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

document.addEventListener("visibilitychange", look);
addEventListener("online", look);
addEventListener("pagehide", close);
addEventListener("pageshow", look);
look();
