package org.diestra.platform.base;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text as it is compared: in lower case and without accents. */
public final class Folded {
  private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");

  private Folded() {}

  public static String of(String text) {
    return MARKS
        .matcher(Normalizer.normalize(text, Normalizer.Form.NFKD))
        .replaceAll("")
        .toLowerCase(Locale.ROOT);
  }
}
