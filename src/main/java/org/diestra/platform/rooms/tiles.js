// The pictures on the stage: one for each person, one more for a screen that is shared.
import { say } from "platform/rooms/words.js";

const stage = document.getElementById("tiles");

const initials = (name) =>
  name
    .split(/\s+/)
    .filter(Boolean)
    .slice(0, 2)
    .map((word) => [...word][0])
    .join("");

export class Tile {
  #item = document.createElement("li");
  #video = document.createElement("video");
  #face = document.createElement("span");
  #name = document.createElement("span");
  #notes = document.createElement("span");

  constructor(key, name, own = false) {
    this.#item.className = "room-tile";
    this.#item.dataset.tile = key;
    this.#item.classList.toggle("own", own);
    this.#video.autoplay = true;
    this.#video.playsInline = true;
    this.#video.muted = own;
    this.#video.setAttribute("aria-label", name);
    this.#face.className = "room-face";
    this.#face.setAttribute("aria-hidden", "true");
    this.#face.textContent = initials(name);
    this.#name.className = "room-name";
    this.#name.textContent = name;
    this.#notes.className = "room-notes";
    const foot = document.createElement("p");
    foot.append(this.#name, this.#notes);
    this.#item.append(this.#face, this.#video, foot);
    stage.append(this.#item);
    this.shown(false);
  }

  set stream(stream) {
    if (this.#video.srcObject !== stream) {
      this.#video.srcObject = stream;
    }
  }

  /** Whether there is a picture; else the initials stand there. */
  shown(yes) {
    this.#item.classList.toggle("blank", !yes);
  }

  screen() {
    this.#item.classList.add("screen");
  }

  notes(...keys) {
    this.#notes.textContent = keys.map((key) => say(key)).join(" · ");
    this.#item.classList.toggle("hand", keys.includes("hand-up"));
  }

  gone() {
    this.#video.srcObject = null;
    this.#item.remove();
  }
}
