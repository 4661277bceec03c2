package org.diestra.platform.writing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Word writes the items of a list as paragraphs, each with its mark and its level ({@code
 * mso-list:l0 level2 lfo1}): makes lists of them.
 */
final class WordLists {
  private static final Pattern LEVEL = Pattern.compile("\\blevel([1-9])\\b");
  private static final Pattern NUMBER = Pattern.compile("\\(?(?:\\d{1,4}|[a-zA-Z]{1,5})[.)].*");
  private static final String IGNORED = "[style*=mso-list]";

  private final Deque<Open> open = new ArrayDeque<>();

  /** A list that is being filled. */
  private record Open(int level, String tag, Element list) {}

  private WordLists() {}

  static void unfold(Document html) {
    @Nullable WordLists lists = null;
    @Nullable Element last = null;
    for (var paragraph : html.select("p" + IGNORED)) {
      var level = LEVEL.matcher(Css.of(paragraph, "mso-list"));
      if (!level.find()) {
        continue;
      }
      if (lists == null || last == null || paragraph.previousElementSibling() != last) {
        lists = new WordLists();
      }
      lists.item(paragraph, Integer.parseInt(Objects.requireNonNull(level.group(1))));
      last = paragraph;
    }
  }

  /** The first paragraph of a run holds the list, the others are emptied into it. */
  private void item(Element paragraph, int level) {
    var mark = mark(paragraph);
    var tag = NUMBER.matcher(mark).matches() ? "ol" : "ul";
    var content = new ArrayList<>(paragraph.childNodes());
    paragraph.empty();
    while (open.size() > 1 && open.getFirst().level > level) {
      open.pop();
    }
    if (open.isEmpty() || open.getFirst().level < level) {
      begin(level, tag, paragraph);
    } else if (!open.getFirst().tag.equals(tag)) {
      open.pop();
      begin(level, tag, paragraph);
    }
    var list = open.getFirst().list;
    if (tag.equals("ol") && list.childNodeSize() == 0 && mark.matches("\\d{1,4}\\D.*")) {
      list.attr("start", mark.replaceFirst("\\D.*", ""));
    }
    list.appendElement("li").appendChildren(content);
  }

  /** A list within the last item of the one around it, or in the paragraph itself. */
  private void begin(int level, String tag, Element paragraph) {
    var outer = open.peek();
    var last = outer == null ? paragraph : outer.list.lastElementChild();
    open.push(new Open(level, tag, (last == null ? paragraph : last).appendElement(tag)));
  }

  /** Takes the mark out of a paragraph. */
  private static String mark(Element paragraph) {
    for (var part : paragraph.select(IGNORED)) {
      if (Css.of(part, "mso-list").toLowerCase(Locale.ROOT).equals("ignore")) {
        var mark = part.text().strip();
        part.remove();
        return mark;
      }
    }
    return "";
  }
}
