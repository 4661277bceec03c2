// The line to the house, over which browsers are introduced to each other. It comes back by itself,
// each time with a new token; what goes from browser to browser does not need it.
const PING = 15_000; // milliseconds
const SILENCE = 2.5 * PING; // a network that went away closes no socket: it only falls silent
const PATIENCE = [300, 700, 1500, 3000, 5000, 8000];

export class Signal extends EventTarget {
  #room;
  #csrf;
  #instance = crypto.randomUUID();
  #socket = null;
  #tries = 0;
  #wanted = false;
  #timer = 0;
  #opening = false;
  #heardAt = 0;

  constructor(room, csrf) {
    super();
    this.#room = room;
    this.#csrf = csrf;
    addEventListener("online", () => this.#soon(0));
    addEventListener("offline", () => this.#drop());
    setInterval(() => this.#check(), PING);
  }

  #check() {
    if (this.up && performance.now() - this.#heardAt > SILENCE) {
      this.#drop();
    } else {
      this.send({ type: "ping" });
    }
  }

  /** Gives up a line that is dead, whether or not the browser knows it. */
  #drop() {
    const socket = this.#socket;
    if (socket) {
      this.#lost(socket);
      this.#socket = null;
      socket.close();
    }
  }

  get up() {
    return this.#socket?.readyState === WebSocket.OPEN;
  }

  open() {
    this.#wanted = true;
    this.#tries = 0;
    return this.#connect();
  }

  /** False where the line is down: whoever needs the message sends it again once it is back. */
  send(message) {
    if (!this.up) {
      return false;
    }
    this.#socket.send(JSON.stringify(message));
    return true;
  }

  leave() {
    this.#wanted = false;
    clearTimeout(this.#timer);
    this.send({ type: "leave" });
    this.#socket?.close();
  }

  async #connect() {
    if (!this.#wanted || this.up || this.#opening) {
      return;
    }
    this.#opening = true;
    try {
      const token = await this.#token();
      if (token) {
        await this.#join(token);
      }
    } catch {
      this.#soon(); // no network, or the house is closed for a moment
    } finally {
      this.#opening = false;
    }
  }

  async #token() {
    const answer = await fetch(`/rooms/${this.#room}/tokens`, {
      method: "POST",
      body: new URLSearchParams({ _csrf: this.#csrf }),
      redirect: "error",
    });
    if (answer.status === 409) {
      this.#end("closed");
      return null;
    }
    if ([401, 403, 404].includes(answer.status)) {
      this.#end("gone");
      return null;
    }
    return (await answer.json()).token;
  }

  #join(token) {
    const socket = new WebSocket(`/rooms/${this.#room}/signal`);
    this.#socket = socket;
    socket.addEventListener("message", ({ data }) => {
      if (socket === this.#socket) {
        this.#heardAt = performance.now();
        this.#hear(JSON.parse(data));
      }
    });
    socket.addEventListener("close", () => this.#lost(socket));
    return new Promise((resolve) => {
      socket.addEventListener("close", resolve);
      socket.addEventListener("open", () => {
        this.#heardAt = performance.now();
        socket.send(JSON.stringify({ type: "join", token, instance: this.#instance }));
        resolve();
      });
    });
  }

  #hear(message) {
    if (message.type === "refused") {
      this.#end(message.why);
      return;
    }
    if (message.type === "welcome" || message.type === "waiting") {
      this.#tries = 0;
    }
    this.dispatchEvent(new CustomEvent(message.type, { detail: message }));
  }

  #lost(socket) {
    if (socket === this.#socket && this.#wanted) {
      this.dispatchEvent(new CustomEvent("lost"));
      this.#soon();
    }
  }

  #soon(wait = PATIENCE[Math.min(this.#tries, PATIENCE.length - 1)]) {
    this.#tries += 1;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#connect(), wait);
  }

  #end(why) {
    this.#wanted = false;
    this.#socket?.close();
    this.dispatchEvent(new CustomEvent("refused", { detail: { why } }));
  }
}
