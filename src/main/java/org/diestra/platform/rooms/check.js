// Before one goes in: are picture, sound and connection as they should be?
import { fill, listen, meter, sound } from "platform/rooms/devices.js";
import { tryPath } from "platform/rooms/paths.js";
import { say } from "platform/rooms/words.js";

const byId = (id) => document.getElementById(id);

/** Shows the check; answers the stream as it is when one goes in. */
export const check = (room) => {
  const camera = byId("camera");
  const microphone = byId("microphone");
  let stream = new MediaStream();
  let quiet = () => {};

  const look = async () => {
    stream.getTracks().forEach((track) => track.stop());
    quiet();
    const found = await listen(camera.value, microphone.value);
    stream = found.stream;
    byId("check-problem").textContent = found.why;
    byId("mirror").srcObject = stream;
    byId("no-picture").hidden = stream.getVideoTracks().length > 0;
    quiet = meter(stream, byId("level"));
    const current = (kind) => stream[kind]()[0]?.getSettings().deviceId;
    await fill(camera, "videoinput", current("getVideoTracks"));
    await fill(microphone, "audioinput", current("getAudioTracks"));
  };

  camera.addEventListener("change", look);
  microphone.addEventListener("change", look);
  byId("speaker").addEventListener("click", sound);
  const looked = look();
  tryPath(room).then((found) => {
    byId("path").textContent = say(`path-${found}`);
    byId("path").dataset.path = found;
  });

  return {
    go: async () => {
      await looked;
      quiet();
      return stream;
    },
  };
};
