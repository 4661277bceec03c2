// Sends one file by tus 1.0 (tus.io): in pieces as large as the line bears, each with its hash where
// the browser makes one. A broken line, a restarted server or a second tab only cost a pause.
const FIRST = 8 * 2 ** 20;
const LEAST = 2 ** 18;
const MOST = 32 * 2 ** 20;
const PATIENCE = 120_000; // ms that a piece may take
const LONGEST_PAUSE = 30_000;
const TRIES = 60;
const PASSING = new Set([0, 408, 409, 413, 423, 425, 429, 460, 500, 502, 503, 504]);

/** Why a file was not taken: words of the server, or none and its status. */
export class Refused extends Error {
  constructor(status, words) {
    super(words);
    this.status = status;
  }
}

const ask = (method, url, headers, body, signal, moved) => new Promise((done, stop) => {
  const request = new XMLHttpRequest();
  const abort = () => request.abort();
  request.open(method, url);
  request.timeout = PATIENCE;
  for (const [name, value] of Object.entries({ "Tus-Resumable": "1.0.0", ...headers })) {
    request.setRequestHeader(name, value);
  }
  request.upload.addEventListener("progress", (event) => moved(event.loaded));
  request.addEventListener("loadend", () => {
    signal.removeEventListener("abort", abort);
    signal.aborted ? stop(signal.reason) : done(request);
  });
  signal.addEventListener("abort", abort);
  signal.aborted ? stop(signal.reason) : request.send(body);
});

const pause = (failures, signal) => new Promise((done, stop) => {
  const ms = Math.min(LONGEST_PAUSE, 500 * 2 ** failures) * (0.75 + Math.random() / 2);
  const timer = setTimeout(go, ms);
  function go() {
    clearTimeout(timer);
    removeEventListener("online", go);
    signal.aborted ? stop(signal.reason) : done();
  }
  addEventListener("online", go);
  signal.addEventListener("abort", go, { once: true });
});

const base64 = (bytes) => btoa(String.fromCharCode(...bytes));
const text = (value) => base64(new TextEncoder().encode(value));

const sum = async (piece) =>
  globalThis.crypto?.subtle
    ? { "Upload-Checksum": `sha256 ${base64(new Uint8Array(await crypto.subtle.digest("SHA-256", await piece.arrayBuffer())))}` }
    : {};

/**
 * Sends a file to where uploads are made; ends when it is kept.
 * to: address · headers: sent along each time · told: what the file is · progress(bytes) · waits(ms)
 */
export const send = async (file, { to, headers, told, signal, progress, waits }) => {
  const metadata = Object.entries(told).map(([name, value]) => `${name} ${text(value)}`).join(",");
  let url = null;
  let offset = 0;
  let length = FIRST;
  let lost = false;
  let failures = 0;
  try {
    for (;;) {
      const asks = url !== null && lost;
      const piece = asks ? null : file.slice(offset, offset + length);
      const began = performance.now();
      const extra = asks ? {} : { "Content-Type": "application/offset+octet-stream", ...(await sum(piece)) };
      const place = url === null
        ? { "Upload-Length": file.size, "Upload-Metadata": metadata }
        : asks ? {} : { "Upload-Offset": offset };
      const answer = await ask(
        asks ? "HEAD" : url === null ? "POST" : "PATCH",
        url ?? to,
        { ...headers, ...extra, ...place },
        piece,
        signal,
        (loaded) => progress(Math.min(file.size, offset + loaded)),
      );
      const stands = answer.getResponseHeader("Upload-Offset");
      if (answer.status >= 200 && answer.status < 300 && stands !== null) {
        url ??= new URL(answer.getResponseHeader("Location"), location.href).href;
        offset = Number(stands);
        progress(offset);
        if (offset === file.size && !asks) {
          return;
        }
        if (piece?.size === length) {
          const took = performance.now() - began;
          length = Math.min(MOST, Math.max(LEAST, took < 4_000 ? length * 2 : took > 20_000 ? length / 2 : length));
        }
        failures = asks ? failures : 0;
        lost = false;
      } else if (PASSING.has(answer.status) && failures < TRIES) {
        lost = true;
        length = Math.max(LEAST, length / 2);
        progress(offset);
        waits();
        await pause(failures++, signal);
      } else if ((answer.status === 404 || answer.status === 410) && url !== null && failures < TRIES) {
        url = null; // its time was over: from the beginning
        offset = 0;
        failures += 10;
      } else {
        const words = answer.getResponseHeader("Content-Type")?.startsWith("text/plain");
        throw new Refused(stands === null && answer.status < 300 ? 401 : answer.status, words ? answer.responseText : "");
      }
    }
  } catch (why) {
    if (signal.aborted && url !== null && signal.reason === "drop") {
      drop(url, headers);
    }
    throw why;
  }
};

// The line it was sent by may still be open at the other end for a moment.
const drop = async (url, headers, tries = 4) => {
  const answer = await fetch(url, { method: "DELETE", headers: { "Tus-Resumable": "1.0.0", ...headers }, keepalive: true }).catch(() => null);
  if (tries > 0 && (answer === null || answer.status === 423)) {
    setTimeout(() => drop(url, headers, tries - 1), 1_000);
  }
};
