// Everybody in the room: who comes and goes, what each sends, and how the line to each is.
import { iceServers } from "platform/rooms/paths.js";
import { Peer } from "platform/rooms/peer.js";
import { Person } from "platform/rooms/person.js";
import { VOICE_ALONE, watch } from "platform/rooms/quality.js";

const FORGET = 60_000; // milliseconds after which somebody who is quite gone is taken off the stage

export class Call extends EventTarget {
  #signal;
  #room;
  #own;
  #screen = null;
  #people = new Map();
  #servers = [];
  state = { muted: false, hidden: false, hand: false };

  constructor(room, signal, own) {
    super();
    this.#room = room;
    this.#signal = signal;
    this.#own = own;
    signal.addEventListener("welcome", ({ detail }) => this.#welcome(detail.people ?? []));
    signal.addEventListener("came", ({ detail }) => this.#meet(detail.person));
    signal.addEventListener("left", ({ detail }) => this.#part(detail.who));
    signal.addEventListener("away", ({ detail }) => this.#away(detail.who));
    signal.addEventListener("signal", ({ detail }) => this.#take(detail));
    addEventListener("online", () => this.#lookAgain());
    navigator.connection?.addEventListener("change", () => this.#lookAgain());
  }

  get size() {
    return this.#people.size;
  }

  async prepare() {
    this.#servers = await iceServers(this.#room);
  }

  #welcome(people) {
    const here = new Set(people.map((each) => each.who));
    for (const person of people) {
      this.#meet(person);
    }
    for (const who of this.#people.keys()) {
      if (!here.has(who)) {
        this.#away(who);
      }
    }
    this.dispatchEvent(new CustomEvent("people"));
  }

  /** Somebody new, or somebody known whose line is back. */
  #meet(person) {
    const before = this.#people.get(person.who);
    if (before && before.peer.instance === person.instance) {
      before.view.lost(false);
      before.peer.resume();
      return;
    }
    this.#part(person.who);
    const send = (data) => this.#signal.send({ type: "signal", who: person.who, data });
    const peer = new Peer(person, this.#servers, send, () => iceServers(this.#room));
    const view = new Person(peer);
    const known = { peer, view, level: 0 };
    known.watching = watch(peer, () => this.#own.getVideoTracks()[0], (level) => {
      known.level = level;
      peer.say({ state: this.#told(known) });
      this.#tellLevel();
    });
    this.#people.set(person.who, known);
    peer.addEventListener("open", () => peer.say({ state: this.#told(known) }));
    peer.addEventListener("said", ({ detail }) => this.#heard(peer, view, detail));
    peer.addEventListener("changed", ({ detail }) => this.#forgetLater(person.who, detail));
    this.#own.getTracks().forEach((track) => peer.add(track, this.#own));
    this.#screen?.getTracks().forEach((track) => peer.add(track, this.#screen));
    view.show();
    this.dispatchEvent(new CustomEvent("people"));
  }

  #heard(peer, view, said) {
    if (said.state && typeof said.state === "object") {
      peer.state = said.state;
      view.show();
    }
    for (const kind of ["chat", "caption"]) {
      if (typeof said[kind] === "string") {
        const text = said[kind].slice(0, 2000);
        this.dispatchEvent(new CustomEvent(kind, { detail: { name: peer.name, text } }));
      }
    }
  }

  #take({ who, data }) {
    const known = this.#people.get(who);
    if (known?.peer.isAnother(data)) {
      const { name, host, instance, polite } = known.peer;
      this.#part(who); // that page has made a new beginning
      this.#meet({ who, name, host, instance, polite });
    }
    this.#people.get(who)?.peer.take(data);
  }

  #away(who) {
    const known = this.#people.get(who);
    known?.view.lost(true);
    if (known && !known.peer.connected) {
      this.#forgetLater(who, "failed");
    }
  }

  #forgetLater(who, how) {
    const known = this.#people.get(who);
    if (known && how !== "connected") {
      setTimeout(() => {
        if (this.#people.get(who) === known && !known.peer.connected) {
          this.#part(who);
        }
      }, FORGET);
    }
  }

  #part(who) {
    const known = this.#people.get(who);
    if (known) {
      this.#people.delete(who);
      clearInterval(known.watching);
      known.peer.close();
      known.view.gone();
      this.#tellLevel();
      this.dispatchEvent(new CustomEvent("people"));
    }
  }

  /** The network has changed: the old paths may be dead before anybody has noticed. */
  #lookAgain() {
    for (const { peer } of this.#people.values()) {
      peer.restart();
    }
  }

  #told({ level }) {
    const still = level === VOICE_ALONE;
    return { ...this.state, still, camera: this.#own.id, screen: this.#screen?.id ?? null };
  }

  /** The worst of the lines, as the own picture is told of. */
  #tellLevel() {
    const detail = Math.max(0, ...[...this.#people.values()].map((known) => known.level));
    this.dispatchEvent(new CustomEvent("level", { detail }));
  }

  /** Says something to everybody. */
  say(message) {
    for (const { peer } of this.#people.values()) {
      peer.say(message);
    }
  }

  change(state) {
    Object.assign(this.state, state);
    for (const known of this.#people.values()) {
      known.peer.say({ state: this.#told(known) });
    }
  }

  share(stream) {
    this.#screen = stream;
    for (const { peer } of this.#people.values()) {
      stream.getTracks().forEach((track) => peer.add(track, stream));
    }
    this.change({});
  }

  unshare() {
    const stream = this.#screen;
    this.#screen = null;
    for (const track of stream?.getTracks() ?? []) {
      track.stop();
      this.#people.forEach(({ peer }) => peer.remove(track));
    }
    this.change({});
  }

  end() {
    this.#screen?.getTracks().forEach((track) => track.stop());
    this.#screen = null;
    [...this.#people.keys()].forEach((who) => this.#part(who));
  }
}
