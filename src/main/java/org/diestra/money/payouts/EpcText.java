package org.diestra.money.payouts;

import java.text.Normalizer;
import java.util.Map;

/**
 * Text as every SEPA bank takes it (EPC 217-08): letters without accents, digits and {@code
 * /-?:().,'+}; no slash at either end and no two in a row.
 */
public final class EpcText {
  private static final Map<Integer, String> LETTERS =
      Map.ofEntries(
          Map.entry((int) 'ß', "ss"),
          Map.entry((int) 'Æ', "AE"),
          Map.entry((int) 'æ', "ae"),
          Map.entry((int) 'Œ', "OE"),
          Map.entry((int) 'œ', "oe"),
          Map.entry((int) 'Ø', "O"),
          Map.entry((int) 'ø', "o"),
          Map.entry((int) 'Ł', "L"),
          Map.entry((int) 'ł', "l"),
          Map.entry((int) 'Đ', "D"),
          Map.entry((int) 'đ', "d"),
          Map.entry((int) 'Ð', "D"),
          Map.entry((int) 'ð', "d"),
          Map.entry((int) 'Þ', "Th"),
          Map.entry((int) 'þ', "th"),
          Map.entry((int) 'ı', "i"),
          Map.entry((int) '&', "+"),
          Map.entry((int) '’', "'"),
          Map.entry((int) 'ª', "a"),
          Map.entry((int) 'º', "o"));

  private EpcText() {}

  /** At most so many characters; what has no counterpart becomes a space. */
  public static String of(String text, int most) {
    var out = new StringBuilder();
    Normalizer.normalize(text, Normalizer.Form.NFD)
        .codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .forEach(c -> {
          if (plain(c)) {
            out.append((char) c);
          } else {
            out.append(LETTERS.getOrDefault(c, " "));
          }
        });
    var line = out.toString().replaceAll("/{2,}", "/").replaceAll("\\s+", " ");
    return trimmed(trimmed(line).substring(0, Math.min(most, trimmed(line).length())));
  }

  private static String trimmed(String line) {
    return line.replaceAll("^[/ ]+|[/ ]+$", "");
  }

  private static boolean plain(int c) {
    return c >= 'a' && c <= 'z'
        || c >= 'A' && c <= 'Z'
        || c >= '0' && c <= '9'
        || "/-?:().,'+ ".indexOf(c) >= 0;
  }
}
