package org.diestra.platform.base;

/** The beginning of a longer text, for lists and notices. */
public final class Excerpt {
  private Excerpt() {}

  /**
   * Its words in one line, an ellipsis in the place of what is too much.
   *
   * @param most characters (UTF-16 units), at least 2; a character of two units is never parted
   */
  public static String line(String text, int most) {
    var line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= most ? line : head(line, most - 1) + "…";
  }

  /** At most so many UTF-16 units from its start; a character of two units is never parted. */
  public static String head(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    boolean parted = most > 0 && Character.isHighSurrogate(text.charAt(most - 1));
    return text.substring(0, parted ? most - 1 : most);
  }
}
