// Says so when htmx got no answer that it can show, unless nobody asked for it.
const say = (event) => {
  if (event.detail.requestConfig?.triggeringEvent?.isTrusted) {
    const notice = document.getElementById("no-answer").content.cloneNode(true);
    document.getElementById("notices").replaceChildren(notice);
  }
};

document.addEventListener("htmx:responseError", say);
document.addEventListener("htmx:sendError", say);
