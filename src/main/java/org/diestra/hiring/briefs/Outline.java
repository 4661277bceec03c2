package org.diestra.hiring.briefs;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.Collectors;
import org.diestra.platform.base.Area;
import org.diestra.platform.page.Formats;

/** Instructions to be filled in: a heading for each {@link Aspect}, and blanks in brackets. */
public final class Outline {
  private Outline() {}

  /** In Markdown, in the language of whoever writes. */
  public static String of(Collection<Area> areas, Formats words) {
    return Arrays.stream(Aspect.values())
        .map(aspect -> part(aspect, areas, words))
        .collect(Collectors.joining("\n\n"));
  }

  private static String part(Aspect aspect, Collection<Area> areas, Formats words) {
    var heading = "## " + words.words("briefs.outline." + aspect.slug()) + "\n";
    return heading
        + (aspect == Aspect.WHAT
            ? areas.stream()
                .sorted()
                .map(area ->
                    "- "
                        + words.words(area.key())
                        + ": "
                        + blank("briefs.outline.blank." + area.slug(), words))
                .collect(Collectors.joining("\n"))
            : blank("briefs.outline.blank." + aspect.slug(), words));
  }

  private static String blank(String key, Formats words) {
    return "[" + words.words(key) + "]";
  }
}
