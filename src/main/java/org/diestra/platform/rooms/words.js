// What scripts say, in the page's language: the template of the page holds all of it.
const words = new Map();
for (const each of document.getElementById("room-words").content.querySelectorAll("[data-word]")) {
  words.set(each.dataset.word, each.textContent);
}

export const say = (key, ...args) =>
  args.reduce((text, arg, i) => text.replace(`{${i}}`, () => arg), words.get(key) ?? key);
