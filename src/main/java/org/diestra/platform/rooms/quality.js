// Makes the own picture smaller on a poor line, and leaves voice alone on a very poor one.
const EVERY = 3_000; // milliseconds
const BAD = 0.08; // of the packets lost
const GOOD = 0.02;
const SETTLING = 4; // samples
const PATIENCE = { down: 2, up: 5 };

/** From the best on: bits a second, how much smaller each side, pictures a second. */
export const LEVELS = [
  { maxBitrate: 1_500_000, scaleResolutionDownBy: 1, maxFramerate: 30 },
  { maxBitrate: 500_000, scaleResolutionDownBy: 2, maxFramerate: 24 },
  { maxBitrate: 150_000, scaleResolutionDownBy: 4, maxFramerate: 12 },
  null,
];

/** The level at which the own picture rests. */
export const VOICE_ALONE = LEVELS.indexOf(null);

/** The level that a sample of the line asks for: one worse, one better or the same. */
export const asked = (level, { lost, room }) => {
  const now = LEVELS[level];
  const better = LEVELS[level - 1];
  if (now && (lost > BAD || (room > 0 && room < now.maxBitrate * 0.15))) {
    return level + 1;
  }
  if (better && lost < GOOD && (room === 0 || room > better.maxBitrate * 0.25)) {
    return level - 1;
  }
  return level;
};

/** What the line loses; while the own picture rests, only the voice can tell. */
const sample = async (pc, resting) => {
  const out = { lost: 0, room: 0 };
  for (const report of (await pc.getStats()).values()) {
    if (report.type === "remote-inbound-rtp" && !(resting && report.kind === "video")) {
      out.lost = Math.max(out.lost, report.fractionLost ?? 0);
    } else if (report.type === "candidate-pair" && report.nominated) {
      out.room = report.availableOutgoingBitrate ?? 0;
    }
  }
  return out;
};

const apply = async (sender, level) => {
  const parameters = sender.getParameters();
  for (const encoding of parameters.encodings) {
    encoding.active = LEVELS[level] !== null;
    Object.assign(encoding, LEVELS[level] ?? {});
  }
  await sender.setParameters(parameters);
};

/** Watches one connection; tells each change of level, 0 being the best. */
export const watch = (peer, camera, tell) => {
  let level = 0;
  let votes = 0;
  let seen = 0;
  return setInterval(async () => {
    const sender = peer.connection.getSenders().find((s) => s.track && s.track === camera());
    if (!peer.connected || !sender) {
      return;
    }
    seen += 1;
    if (seen <= SETTLING) {
      return; // the browser is still finding out what the line bears
    }
    const next = asked(level, await sample(peer.connection, LEVELS[level] === null));
    votes = next === level ? 0 : Math.sign(next - level) * (Math.abs(votes) + 1);
    if (votes >= PATIENCE.down || votes <= -PATIENCE.up) {
      level = next;
      votes = 0;
      await apply(sender, level);
      tell(level);
    }
  }, EVERY);
};
