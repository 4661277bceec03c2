// Suggests a password: twenty letters, digits and signs, none of which is taken for another.
const SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789-_.!";
const LENGTH = 20;

// Each sign is as likely as any other: what would favour the first ones is drawn again.
function sign() {
  const even = 256 - (256 % SIGNS.length);
  const drawn = new Uint8Array(1);
  do {
    crypto.getRandomValues(drawn);
  } while (drawn[0] >= even);
  return SIGNS[drawn[0] % SIGNS.length];
}

for (const button of document.querySelectorAll("[data-suggest]")) {
  button.hidden = false;
  button.addEventListener("click", () => {
    const field = document.getElementById(button.dataset.suggest);
    field.value = Array.from({ length: LENGTH }, sign).join("");
    field.focus();
    field.select();
  });
}
