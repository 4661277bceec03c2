package org.diestra.hiring.samples;

import org.diestra.platform.previews.Previews;

/** What is written across the pictures of a sample, so that a copy tells where it came from. */
public final class Marks {
  private static final String HOUSE = "Diestra · ";

  private Marks() {}

  /**
   * @param owner the name of whoever brought it
   * @return at most {@link Previews#MARK} characters
   */
  public static String of(String owner) {
    int room = Previews.MARK - HOUSE.length();
    return HOUSE
        + (owner.codePointCount(0, owner.length()) <= room && owner.length() <= room
            ? owner
            : owner.substring(0, owner.offsetByCodePoints(0, room / 2)));
  }
}
