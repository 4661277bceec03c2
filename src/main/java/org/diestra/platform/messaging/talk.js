// Keeps the reader where they are when the list of messages loads itself again, and says who wrote.
const talk = document.getElementById("talk");
const news = document.getElementById("talk-news");
const NEAR = 160; // pixels above the end that still count as being there

const newest = () => [...talk.querySelectorAll(".said")].at(-1);
const atEnd = () => {
  const last = newest();
  return !last || last.getBoundingClientRect().bottom < innerHeight + NEAR;
};

let known = Number(newest()?.dataset.number ?? 0);
let follow = false;

talk.addEventListener("htmx:beforeSwap", () => {
  follow = atEnd();
});

talk.addEventListener("htmx:afterSwap", () => {
  const last = newest();
  const number = Number(last?.dataset.number ?? 0);
  if (number > known) {
    known = number;
    if (last.dataset.author) {
      news.textContent = news.dataset.said.replace("{0}", last.dataset.author);
    }
    if (follow) {
      last.scrollIntoView({ block: "nearest" });
    }
  }
});

if (!location.hash && talk.querySelector(".said")) {
  newest().scrollIntoView({ block: "end" });
}
