// One other person: the connection to that browser, by perfect negotiation. The house says who is
// polite and yields when both make an offer at once. Only at the very beginning the polite one waits
// for the other's offer: Chromium may never look for a path again once its first offer was withdrawn.
const RESTART = 4_000; // milliseconds until the first new try to find a path; each takes longer
const SLOWEST = 20_000;

export class Peer extends EventTarget {
  #pc;
  #channel;
  #send;
  #paths;
  #id = crypto.randomUUID();
  #other = null;
  #offering = false;
  #ignoring = false;
  #settling = false;
  #timer = 0;
  #tries = 0;
  #closed = false;

  /**
   * @param person who, name, host, instance and polite, as the house tells them
   * @param send passes a message to that browser; false where the line is down
   * @param paths fetches fresh servers for a new path
   */
  constructor(person, servers, send, paths) {
    super();
    this.who = person.who;
    this.name = person.name;
    this.host = person.host;
    this.instance = person.instance;
    this.state = {};
    this.polite = person.polite;
    this.#send = (data) => send({ ...data, from: this.#id });
    this.#paths = paths;
    this.#pc = new RTCPeerConnection({ iceServers: servers });
    this.#channel = this.#pc.createDataChannel("room", { negotiated: true, id: 0 });
    this.#listen();
    this.#later(() => this.#unlessConnected());
  }

  #listen() {
    const pc = this.#pc;
    pc.addEventListener("negotiationneeded", () => {
      if (!this.polite || pc.remoteDescription) {
        this.#offer();
      }
    });
    pc.addEventListener("icecandidate", ({ candidate }) => this.#send({ candidate }));
    pc.addEventListener("track", ({ track, streams }) => this.#tell("track", { track, streams }));
    pc.addEventListener("connectionstatechange", () => this.#changed());
    this.#channel.addEventListener("open", () => this.#tell("open"));
    this.#channel.addEventListener("message", (event) => this.#hear(event.data));
  }

  get connected() {
    return this.#pc.connectionState === "connected";
  }

  get connection() {
    return this.#pc;
  }

  #hear(text) {
    try {
      this.#tell("said", JSON.parse(text));
    } catch {
      this.#tell("said", {}); // whatever another page may send does no harm
    }
  }

  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  say(message) {
    if (this.#channel.readyState === "open") {
      this.#channel.send(JSON.stringify(message));
    }
  }

  add(track, stream) {
    return this.#pc.addTrack(track, stream);
  }

  remove(track) {
    const sender = this.#pc.getSenders().find((each) => each.track === track);
    if (sender) {
      this.#pc.removeTrack(sender);
    }
  }

  replace(old, track) {
    return this.#pc.getSenders().find((each) => each.track === old)?.replaceTrack(track);
  }

  async #offer() {
    try {
      this.#offering = true;
      await this.#pc.setLocalDescription();
      this.#send({ description: this.#pc.localDescription });
    } catch (problem) {
      this.#restartSoon(problem);
    } finally {
      this.#offering = false;
    }
  }

  /** Whether this comes from another connection than the one that is known. */
  isAnother({ from }) {
    return this.#other !== null && from !== this.#other;
  }

  /** A description or a candidate from the other browser. */
  async take({ description, candidate, from }) {
    const pc = this.#pc;
    this.#other = from;
    if (this.#closed) {
      return;
    }
    if (description) {
      const late = this.#settling || pc.signalingState !== "have-local-offer";
      if (description.type === "answer" && late) {
        return; // an offer that was sent again is answered again
      }
      const ready =
        !this.#offering && (pc.signalingState === "stable" || this.#settling);
      const collision = description.type === "offer" && !ready;
      this.#ignoring = !this.polite && collision;
      if (this.#ignoring) {
        return;
      }
      this.#settling = description.type === "answer";
      try {
        await pc.setRemoteDescription(description);
      } finally {
        this.#settling = false;
      }
      if (description.type === "offer") {
        await pc.setLocalDescription();
        this.#send({ description: pc.localDescription });
      }
    } else if (candidate !== undefined) {
      try {
        await pc.addIceCandidate(candidate ?? undefined);
      } catch (problem) {
        if (!this.#ignoring) {
          this.#restartSoon(problem);
        }
      }
    }
  }

  #changed() {
    const now = this.#pc.connectionState;
    this.#tell("changed", now);
    clearTimeout(this.#timer);
    if (now === "connected") {
      this.#tries = 0;
    } else if (now === "failed") {
      this.restart();
    } else if (now === "disconnected") {
      this.#timer = setTimeout(() => this.restart(), RESTART / 2);
    }
  }

  #restartSoon(problem) {
    console.info("a new path is looked for:", problem?.name);
    this.#later(() => this.restart());
  }

  /** The polite one waits longer, so that both seldom begin anew at once. */
  #later(act) {
    clearTimeout(this.#timer);
    const wait = Math.min(RESTART * 1.5 ** this.#tries, SLOWEST);
    this.#timer = setTimeout(act, this.polite ? wait * 1.5 : wait);
  }

  #unlessConnected() {
    if (!this.connected) {
      this.restart();
    }
  }

  /** Looks for a new path, with fresh servers, until there is one. */
  async restart() {
    clearTimeout(this.#timer);
    if (this.#closed) {
      return;
    }
    const servers = await this.#paths();
    if (this.#closed) {
      return;
    }
    if (servers.length > 0) {
      this.#pc.setConfiguration({ ...this.#pc.getConfiguration(), iceServers: servers });
    }
    this.#pc.restartIce();
    this.#repeat();
    this.#tries += 1;
    this.#later(() => this.#unlessConnected());
  }

  /** An offer without an answer may not have arrived; where there was none at all, one is due. */
  #repeat() {
    if (this.#pc.signalingState === "have-local-offer") {
      this.#send({ description: this.#pc.localDescription });
    } else if (!this.#pc.remoteDescription) {
      this.#offer();
    }
  }

  /** The line to the house is back: what was said meanwhile did not arrive. */
  resume() {
    if (this.connected) {
      this.#repeat();
    } else {
      this.restart();
    }
  }

  close() {
    this.#closed = true;
    clearTimeout(this.#timer);
    this.#pc.close();
  }
}
