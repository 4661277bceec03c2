package org.diestra.office.files;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A file with the line in which something was found.
 *
 * @param before the line up to what was found
 * @param found may be empty, where the word stands in it in another form
 * @param after the rest of the line
 */
record TextHit(Entry entry, String before, String found, String after) {
  private static final int LONGEST = 160;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  static TextHit of(TextStore.Found found) {
    var around = found.around();
    var folded = TextReader.folded(around);
    var words = WORD.matcher(folded);
    while (words.find()) {
      var word = folded.substring(words.start(), words.end());
      if (found.stems().stream().anyMatch(stem -> begins(word, stem))) {
        return cut(found.entry(), around, words.start(), words.end());
      }
    }
    return cut(found.entry(), around, 0, 0);
  }

  /** English makes an i of a final y. */
  private static boolean begins(String word, String stem) {
    var root = stem.endsWith("i") ? stem.substring(0, stem.length() - 1) : stem;
    return !root.isEmpty() && word.startsWith(root);
  }

  private static TextHit cut(Entry entry, String around, int from, int to) {
    int begin = Math.max(around.lastIndexOf('\n', Math.max(0, from - 1)) + 1, from - LONGEST / 2);
    begin = begin > from ? from : word(around, Math.max(0, begin), from);
    int line = around.indexOf('\n', to);
    int end = Math.min(line < 0 ? around.length() : line, begin + LONGEST);
    return new TextHit(
        entry,
        around.substring(begin, from).stripLeading(),
        around.substring(from, to),
        around.substring(to, Math.max(to, end)).stripTrailing());
  }

  /** Where the next word begins, unless a line begins there. */
  private static int word(String text, int at, int most) {
    if (at == 0 || text.charAt(at - 1) == '\n') {
      return at;
    }
    int gap = text.indexOf(' ', at);
    return gap < 0 || gap >= most ? at : gap + 1;
  }

  static List<TextHit> of(List<TextStore.Found> found) {
    return found.stream().map(TextHit::of).toList();
  }
}
