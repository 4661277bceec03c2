package org.diestra.office.files;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;

/** What a file or folder may be called, and what it is called when the name is taken. */
final class EntryName {
  private static final int LONGEST = 255;
  private static final int NON_JOINER = 0x200C; // Persian and Indic scripts need both
  private static final int JOINER = 0x200D;

  private EntryName() {}

  /**
   * In composed letters (NFC), so that a name is the same whichever system it comes from. Nothing
   * is put right behind anybody's back: what can't be a name is refused.
   */
  static Outcome<String> read(String typed) {
    var name = Normalizer.normalize(typed, Normalizer.Form.NFC);
    if (name.isBlank() || name.equals(".") || name.equals("..")) {
      return refused("files.name.none");
    }
    if (name.codePoints().anyMatch(EntryName::hides) || broken(name)) {
      return refused("files.name.letters");
    }
    return bytes(name) > LONGEST ? refused("files.name.long") : Outcome.done(name);
  }

  /** What parts a path, or can't be seen and makes a name read as another. */
  private static boolean hides(int c) {
    return c == '/'
        || Character.isISOControl(c)
        || Character.getType(c) == Character.FORMAT && c != JOINER && c != NON_JOINER;
  }

  private static Outcome<String> refused(String key) {
    return Outcome.refused(Refusal.invalid("name", key));
  }

  /** Half of a character has no bytes. */
  private static boolean broken(String name) {
    return !StandardCharsets.UTF_8.newEncoder().canEncode(name);
  }

  private static int bytes(String name) {
    return name.getBytes(StandardCharsets.UTF_8).length;
  }

  /** {@code report (2).pdf}: the same with a number, short enough. */
  static String numbered(String name, int number) {
    int dot = name.lastIndexOf('.');
    boolean ending = dot > 0 && name.length() - dot <= 12;
    var stem = ending ? name.substring(0, dot) : name;
    var tail = " (" + number + ")" + (ending ? name.substring(dot) : "");
    while (bytes(stem + tail) > LONGEST) {
      stem = stem.substring(0, stem.offsetByCodePoints(stem.length(), -1));
    }
    return stem + tail;
  }
}
