// How this browser may find a path to another: the house's list, which is good for an hour.
export const iceServers = async (room) => {
  try {
    const answer = await fetch(`/rooms/${room}/ice`);
    return answer.ok ? await answer.json() : [];
  } catch {
    return []; // with no line to the house, a direct path may still be found
  }
};

const TRIAL = 8_000; // milliseconds

/** Calls itself, through the relay where there is one: "ok", "relay" or "none". */
export const tryPath = async (room) => {
  const servers = await iceServers(room);
  const relayed = servers.some((server) => server.credential);
  const config = { iceServers: servers, iceTransportPolicy: relayed ? "relay" : "all" };
  const one = new RTCPeerConnection(config);
  const other = new RTCPeerConnection(config);
  try {
    return (await opens(one, other)) ? (relayed ? "relay" : "ok") : "none";
  } finally {
    one.close();
    other.close();
  }
};

const opens = async (one, other) => {
  const pass = (to) => (event) => event.candidate && to.addIceCandidate(event.candidate);
  one.addEventListener("icecandidate", pass(other));
  other.addEventListener("icecandidate", pass(one));
  const channel = one.createDataChannel("trial");
  const open = new Promise((resolve) => {
    channel.addEventListener("open", () => resolve(true));
    setTimeout(resolve, TRIAL, false);
  });
  await one.setLocalDescription();
  await other.setRemoteDescription(one.localDescription);
  await other.setLocalDescription();
  await one.setRemoteDescription(other.localDescription);
  return open;
};
