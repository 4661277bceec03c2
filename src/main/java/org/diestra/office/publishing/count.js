// Counts the words of a post as each of its channels does, while they are typed. The server counts
// again: Counting.java says the same.
const LINK = /https?:\/\/[^\s<>"]*[^\s<>".,;:!?)\]]/gu;
const MENTION = /(^|[^/\w])@([A-Za-z0-9_]+)@[A-Za-z0-9.-]+[A-Za-z0-9]/gu;
const EMOJI = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\u20E3/u;
const OF_23 = "x".repeat(23);
const parts = new Intl.Segmenter(undefined, { granularity: "grapheme" });
const graphemes = (text) => [...parts.segment(text)].length;
const light = (c) => c <= 4351 || (c >= 8192 && c <= 8205) || (c >= 8208 && c <= 8223) || (c >= 8242 && c <= 8247);

const COUNTS = {
  PLAIN: (text) => [...text].length,
  GRAPHEMES: graphemes,
  MASTODON: (text) => graphemes(text.replace(LINK, OF_23).replace(MENTION, "$1@$2")),
  WEIGHTED: (text) => {
    let weight = 0;
    for (const { segment } of parts.segment(text.replace(LINK, OF_23))) {
      weight += EMOJI.test(segment) ? 2 : [...segment].reduce((sum, c) => sum + (light(c.codePointAt(0)) ? 1 : 2), 0);
    }
    return weight;
  },
};

for (const form of document.querySelectorAll("form[data-post]")) {
  const value = (name) => (form.elements[name]?.value ?? "").trim().normalize("NFC");
  const show = () => {
    const text = value("text");
    const link = value("link");
    const whole = !link || text.includes(link) ? text : text ? `${text}\n\n${link}` : link;
    for (const channel of form.querySelectorAll("[data-channel]")) {
      const box = channel.querySelector("input");
      const out = channel.querySelector("[data-count]");
      if (box.type === "checkbox" && !box.checked) {
        out.textContent = "";
        continue;
      }
      const said = channel.dataset.article === "true" ? text : whole;
      const left = Number(channel.dataset.most) - COUNTS[channel.dataset.counting](said);
      out.textContent = (left < 0 ? out.dataset.over : out.dataset.left).replace("{}", Math.abs(left));
      out.dataset.is = left < 0 ? "over" : "fit";
    }
    const words = form.querySelector("[data-words]");
    if (words) {
      words.textContent = words.dataset.said.replace("{}", (text.match(/[\p{L}\p{N}]+/gu) ?? []).length);
    }
    const found = form.querySelector("[data-serp]");
    if (found) {
      found.hidden = !value("title");
      found.querySelector("[data-serp-title]").textContent = value("title").slice(0, 60);
      found.querySelector("[data-serp-slug]").textContent = value("slug");
      found.querySelector("[data-serp-text]").textContent = value("summary").slice(0, 160);
    }
  };
  form.addEventListener("input", show);
  form.addEventListener("change", show);
  show();
}
