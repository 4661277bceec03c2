// Passkeys: asks the browser what a form [data-passkey] holds and sends the answer with that form.
// The form shows only where passkeys can work: with scripts, in a browser that knows them, at the
// address that they are bound to.
const bytes = (text) =>
  Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (c) => c.charCodeAt(0));

const text = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

const named = (list) => list?.map((one) => ({ ...one, id: bytes(one.id) }));

const asked = (question) => ({
  ...question,
  challenge: bytes(question.challenge),
  ...(question.user && { user: { ...question.user, id: bytes(question.user.id) } }),
  ...(question.excludeCredentials && { excludeCredentials: named(question.excludeCredentials) }),
  ...(question.allowCredentials && { allowCredentials: named(question.allowCredentials) }),
});

const answered = ({ id, rawId, type, response }) => ({
  id,
  rawId: text(rawId),
  type,
  clientExtensionResults: {},
  response: response.attestationObject
    ? {
        attestationObject: text(response.attestationObject),
        clientDataJSON: text(response.clientDataJSON),
        transports: response.getTransports?.() ?? [],
      }
    : {
        authenticatorData: text(response.authenticatorData),
        clientDataJSON: text(response.clientDataJSON),
        signature: text(response.signature),
        userHandle: response.userHandle ? text(response.userHandle) : null,
      },
});

const atHome = (question) => {
  const home = question.rpId ?? question.rp.id;
  return location.hostname === home || location.hostname.endsWith(`.${home}`);
};

const possible = (question) => "PublicKeyCredential" in window && atHome(question);

// The browser's own list under a field with autocomplete="webauthn" offers passkeys too.
const offerInField = async (publicKey, signal, send) => {
  const able = await PublicKeyCredential.isConditionalMediationAvailable?.();
  if (able && document.querySelector("input[autocomplete~=webauthn]")) {
    const found = await navigator.credentials.get({ publicKey, signal, mediation: "conditional" });
    send(found);
  }
};

const enliven = (form) => {
  const question = JSON.parse(form.dataset.passkey);
  if (!possible(question)) {
    return;
  }
  const publicKey = asked(question);
  const failed = form.querySelector("[data-passkey-failed]");
  const field = new AbortController();
  const send = (credential) => {
    form.elements.answer.value = JSON.stringify(answered(credential));
    form.submit();
  };
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    field.abort();
    failed.hidden = true;
    try {
      send(await navigator.credentials[question.user ? "create" : "get"]({ publicKey }));
    } catch (refused) {
      failed.hidden = false;
      console.info(refused);
    }
  });
  form.hidden = false;
  if (!question.user) {
    offerInField(publicKey, field.signal, send).catch((ended) => console.info(ended));
  }
};

document.querySelectorAll("form[data-passkey]").forEach(enliven);
if ("PublicKeyCredential" in window) {
  document.querySelectorAll("[data-passkey-able]").forEach((one) => (one.hidden = false));
  document.querySelectorAll("[data-passkey-unable]").forEach((one) => (one.hidden = true));
}
