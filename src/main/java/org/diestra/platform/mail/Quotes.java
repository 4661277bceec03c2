package org.diestra.platform.mail;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Cuts what a mail program quotes below an answer: from our own mark, from the line in which it
 * says who wrote, or from a block of quoted lines at the end; and the signature.
 */
final class Quotes {
  /** Stands in our letters above what may be quoted, whatever the language around it. */
  static final String MARK = "##-";

  private static final int LONGEST_LINE = 400;
  private static final Pattern WROTE =
      Pattern.compile(
          "(?:On|El|Am|Le|Em|Il) .{4,200}(?:wrote|escribió|schrieb|écrit|escreveu|scritto).{0,3}:");
  private static final Pattern BEGINNING = Pattern.compile("(?:On|El) .{4,200}");
  private static final Pattern RULE =
      Pattern.compile("-{3,} ?(?:Original|Mensaje|Forwarded|Reenviado).{0,40}-{3,}|_{20,}");
  private static final Pattern HEADER = Pattern.compile("\\*?(?:From|De):\\*? .{1,200}");
  private static final Pattern NEXT_HEADER =
      Pattern.compile("\\*?(?:Sent|Enviado|Date|Fecha|To|Para):?\\*? ?.{0,200}");

  private Quotes() {}

  static String cut(String text) {
    var lines = text.lines().toList();
    int end = end(lines);
    while (end > 0 && quotedOrEmpty(lines.get(end - 1))) {
      end--;
    }
    return String.join("\n", lines.subList(0, end)).strip();
  }

  private static int end(List<String> lines) {
    for (int i = 0; i < lines.size(); i++) {
      if (begins(lines, i)) {
        return i;
      }
    }
    return lines.size();
  }

  private static boolean begins(List<String> lines, int at) {
    var line = lines.get(at).strip();
    if (line.contains(MARK) || lines.get(at).equals("-- ")) {
      return true;
    }
    if (line.length() > LONGEST_LINE) {
      return false;
    }
    var next = at + 1 < lines.size() ? lines.get(at + 1).strip() : "";
    return WROTE.matcher(line).matches()
        || (BEGINNING.matcher(line).matches() && WROTE.matcher(line + " " + next).matches())
        || RULE.matcher(line).matches()
        || (HEADER.matcher(line).matches() && NEXT_HEADER.matcher(next).matches());
  }

  private static boolean quotedOrEmpty(String line) {
    return line.isBlank() || line.startsWith(">");
  }
}
