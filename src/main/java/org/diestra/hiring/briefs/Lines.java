package org.diestra.hiring.briefs;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Instructions as the sentences they are made of, each under its heading. */
final class Lines {
  private static final Pattern BREAK = Pattern.compile("(?<=[.!?;])\\s+");
  private static final Pattern BULLET = Pattern.compile("^(?:[-*+•]|\\d{1,3}[.)])\\s+");
  private static final Pattern BLANK = Pattern.compile("\\[[^\\[\\]\\n]{2,200}\\](?!\\()");
  private static final int LONGEST = 600;

  /**
   * @param text as written, without the mark of a list
   * @param folded in lower case and without accents, blanks left out
   * @param heading the folded heading above it, or the empty text
   */
  record Line(String text, String folded, String heading, boolean bullet) {
    /** Whether it says something: more than a heading's word or a blank to be filled in. */
    boolean says() {
      return folded.strip().length() >= 3;
    }
  }

  private Lines() {}

  static List<Line> of(String text) {
    var lines = new ArrayList<Line>();
    String heading = "";
    for (var raw : text.lines().toList()) {
      var line = raw.strip();
      if (line.startsWith("#")) {
        heading = fold(line);
      } else if (!line.isEmpty()) {
        add(line, heading, lines);
      }
    }
    return lines;
  }

  private static void add(String line, String heading, List<Line> into) {
    boolean bullet = BULLET.matcher(line).find();
    for (var sentence : BREAK.split(BULLET.matcher(line).replaceFirst(""))) {
      var kept = sentence.length() > LONGEST ? sentence.substring(0, LONGEST) : sentence;
      var said = BLANK.matcher(kept).replaceAll("");
      into.add(new Line(kept, fold(said), heading, bullet));
      bullet = false;
    }
  }

  /** The blanks of the outline that nobody has filled in yet: "[every Monday?]". */
  static List<String> blanks(String text) {
    return BLANK.matcher(text).results().map(found -> found.group()).distinct().toList();
  }

  static String fold(String text) {
    var bare = Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
    return bare.toLowerCase(Locale.ROOT);
  }
}
