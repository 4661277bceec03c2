// A picture far down a list comes when it is about to be seen: a browser's own laziness begins 1250
// pixels ahead, which is most of a list. The style hides it until then, only where scripts run.
const show = (place) => place.classList.add("near");

const watch = new IntersectionObserver(
  (places) => {
    for (const { isIntersecting, target } of places) {
      if (isIntersecting) {
        show(target);
        watch.unobserve(target);
      }
    }
  },
  { rootMargin: "150px" },
);

const all = (within) => within.querySelectorAll(".later:not(.near)");

all(document).forEach((place) => watch.observe(place));
document.addEventListener("htmx:load", ({ detail }) => {
  all(detail.elt).forEach((place) => watch.observe(place));
});
addEventListener("beforeprint", () => all(document).forEach(show));
