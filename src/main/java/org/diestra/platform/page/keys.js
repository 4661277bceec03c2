// "/" goes to the search, "?" shows the keys, "g h" goes home. Never while somebody types.
let before = "";

const typing = (target) =>
  target.closest("input, textarea, select, [contenteditable], dialog[open]") !== null;

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) {
    return;
  }
  const pair = before + event.key;
  before = event.key === "g" ? "g" : "";
  if (event.key === "/") {
    const search = document.querySelector("main input[type=search], input[type=search]");
    if (search) {
      event.preventDefault();
      search.focus();
      search.select();
    }
  } else if (event.key === "?") {
    document.getElementById("shortcuts").showModal();
  } else if (pair === "gh") {
    location.assign(document.querySelector(".bar .brand").href);
  }
});
