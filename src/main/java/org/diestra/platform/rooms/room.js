// A room's page from the check to the end: each of its views stands alone.
import { Call } from "platform/rooms/call.js";
import { check } from "platform/rooms/check.js";
import { control } from "platform/rooms/controls.js";
import { VOICE_ALONE } from "platform/rooms/quality.js";
import { Signal } from "platform/rooms/signal.js";
import { Tile } from "platform/rooms/tiles.js";
import { say } from "platform/rooms/words.js";

const page = document.getElementById("room");
const byId = (id) => document.getElementById(id);

const SHOWN = 5_000; // milliseconds that good news stand

const view = (name) => {
  for (const each of page.querySelectorAll("[data-view]")) {
    each.hidden = each.dataset.view !== name;
  }
  page.dataset.now = name;
};

const knock = (signal, { who, name }) => {
  byId(`knock-${who}`)?.remove();
  const box = document.createElement("div");
  box.id = `knock-${who}`;
  box.className = "room-knock";
  const text = document.createElement("p");
  text.textContent = say("knocks", name);
  box.append(text);
  for (const type of ["admit", "refuse"]) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = type === "admit" ? "button main slim" : "button plain slim";
    button.textContent = say(type);
    button.addEventListener("click", () => {
      signal.send({ type, who });
      box.remove();
    });
    box.append(button);
  }
  byId("knocks").append(box);
};

const over = (why) => {
  view("over");
  byId("over-why").textContent = say(`why-${why}`);
};

const goIn = async (own) => {
  const signal = new Signal(page.dataset.room, page.querySelector("[name=_csrf]").value);
  const call = new Call(page.dataset.room, signal, own);
  const name = page.dataset.name;
  const status = byId("line");
  let me = null;
  let wasLost = false;

  const settle = () => {
    if (!wasLost) {
      status.textContent = call.size ? "" : say("alone");
    }
  };
  const end = (why) => {
    call.end();
    own.getTracks().forEach((track) => track.stop());
    over(why);
  };
  signal.addEventListener("waiting", () => view("waiting"));
  signal.addEventListener("welcome", () => {
    if (!me) {
      me = new Tile("own", say("you", name), true);
      me.stream = own;
      control(call, own, name, me);
    }
    view("call");
    byId("knocks").replaceChildren();
    status.textContent = wasLost ? say("line-back") : call.size ? "" : say("alone");
    if (wasLost) {
      setTimeout(settle, SHOWN);
    }
    wasLost = false;
  });
  signal.addEventListener("lost", () => {
    wasLost = true;
    status.textContent = say("line-lost");
  });
  signal.addEventListener("knock", ({ detail }) => knock(signal, detail));
  signal.addEventListener("settled", ({ detail }) => byId(`knock-${detail.who}`)?.remove());
  signal.addEventListener("refused", ({ detail }) => end(detail.why));
  call.addEventListener("people", () => {
    if (!wasLost && status.textContent !== say("line-back")) {
      settle();
    }
  });
  call.addEventListener("level", ({ detail }) => {
    byId("quality").textContent = detail === 0 ? "" : say(detail === VOICE_ALONE ? "audio-only" : "poor");
  });
  for (const button of page.querySelectorAll("[data-leave]")) {
    button.addEventListener("click", () => {
      signal.leave();
      end("left");
    });
  }
  addEventListener("pagehide", () => signal.leave());
  await call.prepare();
  await signal.open();
};

if (globalThis.RTCPeerConnection && navigator.mediaDevices?.getUserMedia) {
  view("check");
  const ready = check(page.dataset.room);
  byId("enter").addEventListener(
    "click",
    async () => {
      byId("enter").disabled = true;
      await goIn(await ready.go());
    },
    { once: true },
  );
  byId("again").addEventListener("click", () => location.reload());
} else {
  view("unable");
}
