package org.diestra.work.tasks;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.jspecify.annotations.Nullable;

/**
 * A delivery, as a browser sends it.
 *
 * @param links a line each
 * @param files ids of those that are there already
 */
record DeliveryForm(
    int seen, @Nullable String words, @Nullable String links, @Nullable List<String> files) {
  private static final int LONGEST_LINK = 2_000;

  List<String> had() {
    return files == null ? List.of() : files;
  }

  DeliveryForm with(List<String> ids) {
    return new DeliveryForm(seen, words, links, ids);
  }

  @Nullable String said(Problems problems) {
    var text = new Typed(problems).text("words", words, Delivery.LONGEST);
    return text.isEmpty() ? null : text;
  }

  List<String> linked(Problems problems) {
    var lines = Typed.text(links).lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
    if (lines.size() > Delivery.MOST_LINKS) {
      problems.add("links", "tasks.links.many", Delivery.MOST_LINKS);
    }
    lines.stream()
        .filter(line -> !web(line))
        .findFirst()
        .ifPresent(line ->
            problems.add(
                "links", "tasks.links.wrong", line.substring(0, Math.min(60, line.length()))));
    return lines;
  }

  private static boolean web(String link) {
    try {
      var uri = new URI(link);
      var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      return (scheme.equals("https") || scheme.equals("http"))
          && uri.getHost() != null
          && link.length() <= LONGEST_LINK;
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
