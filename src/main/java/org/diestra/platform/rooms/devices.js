// Camera, microphone and loudspeaker of this machine.
import { say } from "platform/rooms/words.js";

const PICTURE = { width: { ideal: 1280 }, height: { ideal: 720 }, frameRate: { ideal: 30 } };
const SOUND = { echoCancellation: true, noiseSuppression: true, autoGainControl: true };

const wanted = (device, rest) => (device ? { ...rest, deviceId: { exact: device } } : rest);

/** Both, or whichever there is; the reason where something is missing. */
export const listen = async (camera, microphone) => {
  const asked = { video: wanted(camera, PICTURE), audio: wanted(microphone, SOUND) };
  for (const each of [asked, { audio: asked.audio }, { video: asked.video }]) {
    try {
      const stream = await navigator.mediaDevices.getUserMedia(each);
      return { stream, why: each === asked ? "" : say("no-device") };
    } catch (problem) {
      if (problem.name === "NotAllowedError") {
        return { stream: new MediaStream(), why: say("denied") };
      }
      if (problem.name === "NotReadableError") {
        return { stream: new MediaStream(), why: say("busy") };
      }
    }
  }
  return { stream: new MediaStream(), why: say("no-device") };
};

/** Writes what there is into a list to choose from. */
export const fill = async (select, kind, current) => {
  const found = (await navigator.mediaDevices.enumerateDevices()).filter((d) => d.kind === kind);
  const name = kind === "videoinput" ? "camera-n" : "microphone-n";
  const options = found.map(
    (d, i) => new Option(d.label || say(name, i + 1), d.deviceId, false, d.deviceId === current),
  );
  select.replaceChildren(...(options.length ? options : [new Option(say("no-devices"), "")]));
  select.disabled = options.length === 0;
};

/** Moves a meter with the sound of a stream; answers how to stop it. */
export const meter = (stream, bar) => {
  if (stream.getAudioTracks().length === 0) {
    bar.value = 0;
    return () => {};
  }
  const context = new AudioContext();
  const analyser = context.createAnalyser();
  analyser.fftSize = 512;
  context.createMediaStreamSource(stream).connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  const timer = setInterval(() => {
    analyser.getFloatTimeDomainData(samples);
    const loudest = samples.reduce((most, sample) => Math.max(most, Math.abs(sample)), 0);
    bar.value = Math.round(Math.sqrt(loudest) * 100);
  }, 100);
  return () => {
    clearInterval(timer);
    context.close();
  };
};

/** Two short tones. */
export const sound = () => {
  const context = new AudioContext();
  const gain = new GainNode(context, { gain: 0.15 });
  gain.connect(context.destination);
  [523, 659].forEach((frequency, i) => {
    const tone = new OscillatorNode(context, { frequency });
    tone.connect(gain);
    tone.start(context.currentTime + i * 0.3);
    tone.stop(context.currentTime + i * 0.3 + 0.25);
  });
  setTimeout(() => context.close(), 1000);
};
