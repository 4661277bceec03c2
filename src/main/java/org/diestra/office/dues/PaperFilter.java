package org.diestra.office.dues;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.diestra.platform.base.Typed;
import org.jspecify.annotations.Nullable;

/**
 * What of a list of papers somebody wants to see.
 *
 * @param words of their number or party; empty for all
 * @param show one of {@link #SHOWN}; empty for all
 */
public record PaperFilter(String words, String show) {
  /** What can be asked for, in the order of a list to choose from. */
  public static final List<String> SHOWN = List.of("", "waiting", "open", "late", "paid");

  private static final int LONGEST = 100;

  /** As a browser sends it. */
  public static PaperFilter of(@Nullable String q, @Nullable String show) {
    var words = Typed.line(q);
    var chosen = Typed.line(show);
    return new PaperFilter(
        words.substring(0, Math.min(words.length(), LONGEST)),
        SHOWN.contains(chosen) ? chosen : "");
  }

  public boolean any() {
    return !words.isEmpty() || !show.isEmpty();
  }

  /** What leads to it in an address: {@code q=luz&show=open}. */
  public String query() {
    return "q=" + URLEncoder.encode(words, StandardCharsets.UTF_8) + "&show=" + show;
  }
}
