package org.diestra.hiring.talent;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The name in an assistant's public address: 3–40 small letters and digits with single hyphens
 * between them. Nobody else ever gets one that somebody has held.
 */
public record Handle(String text) {
  static final int SHORTEST = 3;
  static final int LONGEST = 40;
  private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");

  /** Words that could pass for the house itself, or that an address may need one day. */
  private static final Set<String> RESERVED =
      Set.of(
          "admin",
          "administrator",
          "api",
          "diestra",
          "edit",
          "help",
          "me",
          "new",
          "official",
          "operator",
          "profile",
          "ranking",
          "root",
          "saved",
          "search",
          "staff",
          "support",
          "team");

  public Handle {
    if (!fits(text)) {
      throw new IllegalArgumentException("not a handle: " + text);
    }
  }

  /** Reads what somebody typed or an address holds; capitals become small letters. */
  public static Optional<Handle> read(String typed) {
    var text = typed.strip().toLowerCase(Locale.ROOT);
    return fits(text) ? Optional.of(new Handle(text)) : Optional.empty();
  }

  /** A first handle for somebody of that name: "Lucía Gómez" becomes lucia-gomez. */
  static Handle from(String name) {
    var plain = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFD)).replaceAll("");
    var joined = trimmed(OTHERS.matcher(plain.toLowerCase(Locale.ROOT)).replaceAll("-"));
    var cut = trimmed(joined.substring(0, Math.min(joined.length(), LONGEST - 5)));
    return fits(cut) ? new Handle(cut) : new Handle(trimmed("assistant-" + cut));
  }

  /**
   * @param number 2–9999
   */
  Handle numbered(int number) {
    var cut = text.substring(0, Math.min(text.length(), LONGEST - 5));
    return new Handle(trimmed(cut) + "-" + number);
  }

  private static boolean fits(String text) {
    return text.length() >= SHORTEST
        && text.length() <= LONGEST
        && FORM.matcher(text).matches()
        && !RESERVED.contains(text);
  }

  private static String trimmed(String text) {
    return text.replaceAll("^-+|-+$", "");
  }

  @Override
  public String toString() {
    return text;
  }
}
