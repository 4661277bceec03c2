// What one sends and says: the buttons below the stage, the chat, captions.
import { captionsAreThere, understand } from "platform/rooms/captions.js";
import { say } from "platform/rooms/words.js";

const byId = (id) => document.getElementById(id);
const SHOWN = 7_000; // milliseconds that a caption stands

const press = (button, on) => button.setAttribute("aria-pressed", String(on));

const line = (name, text) => {
  const item = document.createElement("p");
  const who = document.createElement("b");
  who.textContent = name;
  item.append(who, " ", text);
  byId("chat").append(item);
  item.scrollIntoView({ block: "nearest" });
};

export const control = (call, own, self, me) => {
  const { mute, hide, share, hand, caption } = Object.fromEntries(
    ["mute", "hide", "share", "hand", "caption"].map((id) => [id, byId(id)]),
  );
  const mine = () => {
    const keys = [call.state.muted && "muted", call.state.hidden && "hidden"];
    me.notes(...[...keys, call.state.hand && "hand-up"].filter(Boolean));
    me.shown(own.getVideoTracks().length > 0 && !call.state.hidden);
  };
  const toggle = (button, name, tracks) => {
    button.disabled = tracks && tracks().length === 0;
    button.addEventListener("click", () => {
      const on = !call.state[name];
      tracks?.().forEach((track) => (track.enabled = !on));
      call.change({ [name]: on });
      press(button, on);
      mine();
    });
  };
  toggle(mute, "muted", () => own.getAudioTracks());
  toggle(hide, "hidden", () => own.getVideoTracks());
  toggle(hand, "hand");
  mine();
  sharing(call, share);
  chatting(call, self);
  captioning(call, caption);
};

const sharing = (call, button) => {
  let on = false;
  const stop = () => {
    on = false;
    press(button, false);
    call.unshare();
  };
  button.hidden = !navigator.mediaDevices.getDisplayMedia;
  button.addEventListener("click", async () => {
    if (on) {
      stop();
      return;
    }
    try {
      const stream = await navigator.mediaDevices.getDisplayMedia({ video: true, audio: false });
      const [track] = stream.getVideoTracks();
      track.contentHint = "detail";
      track.addEventListener("ended", stop);
      on = true;
      press(button, true);
      call.share(stream);
    } catch (problem) {
      if (problem.name !== "NotAllowedError") {
        byId("line").textContent = say("share-failed");
      }
    }
  });
};

const chatting = (call, self) => {
  byId("say").addEventListener("submit", (event) => {
    event.preventDefault();
    const entry = byId("line-to-say");
    const text = entry.value.trim();
    if (text) {
      call.say({ chat: text });
      line(self, text);
      entry.value = "";
    }
  });
  call.addEventListener("chat", ({ detail }) => line(detail.name, detail.text));
};

const captioning = (call, button) => {
  const place = byId("captions");
  let timer = 0;
  call.addEventListener("caption", ({ detail }) => {
    place.textContent = `${detail.name}: ${detail.text}`;
    clearTimeout(timer);
    timer = setTimeout(() => (place.textContent = ""), SHOWN);
  });
  let stop = null;
  const failed = () => {
    stop = null;
    press(button, false);
    byId("line").textContent = say("caption-failed");
  };
  button.hidden = !captionsAreThere;
  button.addEventListener("click", () => {
    stop = stop ? stop() : understand((text) => call.say({ caption: text }), failed);
    press(button, Boolean(stop));
  });
};
