// What another person shows: face and screen, as that browser says it sends them.
import { say } from "platform/rooms/words.js";
import { Tile } from "platform/rooms/tiles.js";

export class Person {
  #tile;
  #screen = null;
  #streams = new Map();
  #peer;
  #lost = false;

  constructor(peer) {
    this.#peer = peer;
    this.#tile = new Tile(peer.who, peer.name);
    peer.addEventListener("track", ({ detail }) => this.#took(detail));
    peer.addEventListener("changed", () => this.show());
  }

  #took({ track, streams }) {
    const [stream] = streams;
    if (!stream) {
      return;
    }
    this.#streams.set(stream.id, stream);
    stream.addEventListener("removetrack", () => {
      if (stream.getTracks().length === 0) {
        this.#streams.delete(stream.id);
      }
      this.show();
    });
    track.addEventListener("unmute", () => this.show());
    this.show();
  }

  /** The line of that browser to the house is lost, or back. */
  lost(yes) {
    this.#lost = yes;
    this.show();
  }

  show() {
    const { camera, screen, muted, hidden, hand, still } = this.#peer.state;
    const face = this.#streams.get(camera) ?? this.#first(screen);
    if (face) {
      this.#tile.stream = face;
    }
    this.#tile.shown(Boolean(face?.getVideoTracks().length) && !hidden && !still);
    this.#share(this.#streams.get(screen));
    const notes = Object.entries({
      host: this.#peer.host,
      reconnecting: !this.#peer.connected && !this.#lost,
      away: !this.#peer.connected && this.#lost,
      muted,
      hidden,
      still: still && !hidden,
      "hand-up": hand,
      shares: Boolean(screen),
    });
    this.#tile.notes(...notes.filter(([, is]) => is).map(([key]) => key));
  }

  #first(screen) {
    return [...this.#streams.values()].find((stream) => stream.id !== screen);
  }

  #share(stream) {
    if (stream && !this.#screen) {
      this.#screen = new Tile(`${this.#peer.who}-screen`, say("screen-of", this.#peer.name));
      this.#screen.screen();
    } else if (!stream && this.#screen) {
      this.#screen.gone();
      this.#screen = null;
    }
    if (stream) {
      this.#screen.stream = stream;
      this.#screen.shown(true);
    }
  }

  gone() {
    this.#tile.gone();
    this.#screen?.gone();
  }
}
