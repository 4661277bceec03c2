package org.diestra.platform.page;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Stands in for a photo: a person's initials on one of a few quiet colours. */
public final class Faces {
  private static final int TINTS = 6;
  private static final Pattern SPACE = Pattern.compile("\\s+");

  private Faces() {}

  /** At most two letters, of the first and the last word. */
  public static String initials(String name) {
    var parts = Arrays.stream(SPACE.split(name.strip())).filter(p -> !p.isEmpty()).toList();
    var ends = parts.size() < 2 ? parts : List.of(parts.getFirst(), parts.getLast());
    return ends.stream()
        .map(p -> p.substring(0, p.offsetByCodePoints(0, 1)))
        .collect(Collectors.joining())
        .toUpperCase(Locale.ROOT);
  }

  /** Always the same for the same name. */
  public static String tint(String name) {
    return "tint-" + Math.floorMod(name.hashCode(), TINTS);
  }
}
