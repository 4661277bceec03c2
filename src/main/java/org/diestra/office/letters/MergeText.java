package org.diestra.office.letters;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diestra.platform.base.Folded;

/**
 * A text with fields: {@code {{empresa}}}, or {@code {{empresa|cliente}}} with what stands there
 * where nothing is known. Case, accents and gaps of a name do not matter.
 */
record MergeText(String text) {
  static final int LONGEST_NAME = 60; // characters

  /** Characters beyond which nothing more is filled in: a few fields may stand for millions. */
  static final int LONGEST = 40_000;

  private static final Pattern FIELD =
      Pattern.compile("\\{\\{([^{}|\\n]{1,60})(?:\\|([^{}\\n]{0,200}))?\\}\\}");
  private static final Pattern GAP = Pattern.compile("[\\s_]+");
  private static final Pattern MARKUP = Pattern.compile("[\\\\`*_{}\\[\\]<>()#+\\-.!|~&]");

  /**
   * A text in which fields are filled.
   *
   * @param missing names, as they were written, of which nothing is known
   */
  record Filled(String text, Set<String> missing) {}

  /** As a name is compared. */
  static String key(String name) {
    return GAP.matcher(Folded.of(name).strip()).replaceAll("_");
  }

  /** All its fields, by their keys, each as it is written first. */
  Map<String, String> fields() {
    var all = new LinkedHashMap<String, String>();
    var found = FIELD.matcher(text);
    while (found.find()) {
      var name = name(found);
      if (!name.isEmpty()) {
        all.putIfAbsent(key(name), name.replace('_', ' '));
      }
    }
    return all;
  }

  /** Those that a person has to say. */
  Map<String, String> own() {
    var all = fields();
    all.keySet().removeIf(key -> Field.named(key).isPresent());
    return all;
  }

  /**
   * The same text with what its fields stand for; what is too long for a letter is not filled to
   * its end.
   *
   * @param values by key; empty where nothing is known
   * @param marked whether the text is Markdown, in which a value is what it says and no markup
   */
  Filled filled(Function<String, String> values, boolean marked) {
    var missing = new LinkedHashSet<String>();
    var filled = new StringBuilder();
    var found = FIELD.matcher(text);
    while (found.find() && filled.length() <= LONGEST) {
      var value = values.apply(key(name(found)));
      var other = found.group(2);
      if (value.isEmpty() && other == null) {
        missing.add(name(found).replace('_', ' '));
      }
      var said = value.isEmpty() ? (other == null ? "" : other.strip()) : plain(value, marked);
      found.appendReplacement(filled, Matcher.quoteReplacement(said));
    }
    found.appendTail(filled);
    return new Filled(filled.toString(), missing);
  }

  private static String name(MatchResult found) {
    return Objects.requireNonNullElse(found.group(1), "").strip();
  }

  private static String plain(String value, boolean marked) {
    return marked ? MARKUP.matcher(value).replaceAll("\\\\$0") : value;
  }
}
