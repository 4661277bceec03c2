package org.diestra.hiring.tryouts;

import java.util.List;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.jspecify.annotations.Nullable;

/**
 * What a bidder hands in, as typed.
 *
 * @param version the sample's when the page was made
 * @param text Markdown
 * @param files ids of files that were taken in already
 */
record HandIn(@Nullable String version, @Nullable String text, @Nullable List<String> files) {
  static final HandIn EMPTY = new HandIn(null, null, List.of());

  HandIn with(List<String> kept) {
    return new HandIn(version, text, kept);
  }

  List<String> kept() {
    return files == null ? List.of() : files;
  }

  /** Which version the page showed; 0 where it told none. */
  int seen() {
    return version != null && version.matches("\\d{1,6}") ? Integer.parseInt(version) : 0;
  }

  /** The text; only to be used where there are no problems. */
  String read(Problems problems) {
    var said = new Typed(problems).text("text", text, Delivery.LONGEST);
    if (said.isEmpty() && kept().isEmpty()) {
      problems.add("text", "tryouts.text.missing");
    }
    if (kept().size() > Delivery.MOST) {
      problems.add("brought", "tryouts.files.many", Delivery.MOST);
    }
    return said;
  }
}
