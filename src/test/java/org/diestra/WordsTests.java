package org.diestra;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Every word of every page is a message, in both languages. Reads the generated templates, where
 * static HTML is exactly what stands in {@code writeContent}, so that no parser is needed.
 */
class WordsTests {
  private static final Path SOURCE = Path.of("src/main/java/org/diestra");
  private static final Path GENERATED = Path.of("target/generated-sources/jte/org/diestra");

  private static final String TEXT = "\"((?:[^\"\\\\\\n]|\\\\.)*)\"";
  private static final Pattern LITERAL = Pattern.compile(TEXT);
  private static final Pattern WRITTEN = Pattern.compile("writeContent\\(" + TEXT + "\\)");
  private static final Pattern SPOKEN =
      Pattern.compile("(?:alt|title|placeholder|aria-label|content)=\"([^\"]*\\p{L}[^\"]*)\"");
  private static final Pattern UNSEEN =
      Pattern.compile("<(script|style|code|kbd)\\b[^>]*>.*?</\\1>|<meta\\b[^>]*>", Pattern.DOTALL);
  private static final Pattern TAG = Pattern.compile("<[^>]*>");
  private static final Pattern WORD = Pattern.compile("[^<>]*\\p{L}{2,}[^<>]*");
  // Class names, keys, file names, field names and constants; words for people have capitals,
  // accents or a lower-case sentence's punctuation.
  private static final Pattern NO_WORDS =
      Pattern.compile("[\\x00-\\x40\\x5b-\\x7f]*|[a-z#/][A-Za-z0-9_.\\[\\]/#-]*|[A-Z_]+|\\P{L}*");

  private static final Set<String> NAMES = Set.of("Diestra", "· Diestra");
  private static final Pattern ASKED = Pattern.compile("\\b(?:t|words)\\(\\s*" + TEXT + "\\s*[,)]");
  private static final Pattern KEY = Pattern.compile("\"([a-z]+(?:\\.[A-Za-z0-9_/-]+)+\\.?)\"");
  // What looks like a message of a module and is none: the settings of Jakarta Mail.
  private static final Pattern SETTINGS = Pattern.compile("mail\\.(smtps?|imaps?|mime)\\.");
  private static final Pattern GIVEN = Pattern.compile("^([a-z][^=\\s]*)\\s*=");
  private static final Pattern PLACE = Pattern.compile("\\{(\\d)");

  @Test
  void templatesHoldNoTextThatIsNotAMessage() throws IOException {
    var found = new ArrayList<String>();
    for (var java : generated()) {
      var code = Files.readString(java);
      var html = UNSEEN.matcher(written(code)).replaceAll("");
      SPOKEN.matcher(html).results().forEach(m -> note(found, java, m.group(1)));
      var text = TAG.matcher(html).replaceAll("<>");
      WORD.matcher(text).results().map(MatchResult::group).forEach(w -> note(found, java, w));
      LITERAL
          .matcher(WRITTEN.matcher(code).replaceAll(""))
          .results()
          .map(m -> m.group(1).translateEscapes())
          .filter(Predicate.not(NO_WORDS.asMatchPredicate()))
          .filter(literal -> !literal.startsWith("\n\t\""))
          .forEach(literal -> note(found, java, literal));
    }
    assertThat(found).isEmpty();
  }

  @Test
  void bothLanguagesSayTheSameThings() throws IOException {
    var found = new ArrayList<String>();
    for (var english : files(SOURCE, "messages_en.properties")) {
      var en = load(english);
      var es = load(english.resolveSibling("messages_es.properties"));
      var all = new TreeSet<>(en.keySet());
      all.addAll(es.keySet());
      for (var key : all) {
        if (!en.containsKey(key) || !es.containsKey(key)) {
          found.add(key + " is missing in " + (en.containsKey(key) ? "Spanish" : "English"));
        } else if (!places(en.get(key)).equals(places(es.get(key)))) {
          found.add(key + " does not have the same arguments in both languages");
        }
      }
    }
    assertThat(found).isEmpty();
  }

  /** Of two messages under one key the last would silently take the place of the first. */
  @Test
  void noKeyIsGivenTwice() throws IOException {
    var found = new ArrayList<String>();
    for (var file : files(SOURCE, ".properties")) {
      var seen = new TreeSet<String>();
      Files.readString(file)
          .lines()
          .map(GIVEN::matcher)
          .filter(Matcher::find)
          .map(given -> given.group(1))
          .filter(Predicate.not(seen::add))
          .forEach(key -> found.add(key + " stands twice in " + file));
    }
    assertThat(found).isEmpty();
  }

  @Test
  void eachMessageIsWholeAndBelongsToItsModule() throws IOException {
    var found = new ArrayList<String>();
    for (var file : files(SOURCE, ".properties")) {
      var module = file.getParent().getFileName() + ".";
      load(file)
          .forEach((key, text) -> {
            if (!key.startsWith(module)) {
              found.add(key + " does not begin with " + module);
            }
            if (text.isBlank() || !text.equals(text.strip()) || !parses(text)) {
              found.add(key + " in " + file.getFileName() + " can't be read: " + text);
            }
          });
    }
    assertThat(found).isEmpty();
  }

  @Test
  void noMessageIsMissing() throws IOException {
    var keys = keys();
    var modules = keys.stream().map(key -> key.split("\\.")[0]).collect(toSet());
    var found = new TreeSet<String>();
    for (var file : sources()) {
      var code = Files.readString(file);
      var module = file.getParent().getFileName().toString();
      Stream.concat(
              ASKED.matcher(code).results().map(m -> m.group(1)).filter(k -> !k.endsWith(".")),
              KEY.matcher(code)
                  .results()
                  .map(m -> m.group(1))
                  .filter(k -> k.startsWith(module + ".") && modules.contains(module))
                  .filter(k -> !SETTINGS.matcher(k).lookingAt()))
          .filter(key -> !keys.contains(key) && keys.stream().noneMatch(begins(key)))
          .forEach(key -> found.add(file.getFileName() + ": " + key));
    }
    assertThat(found).isEmpty();
  }

  @Test
  void noMessageIsUnused() throws IOException {
    var literals = new TreeSet<String>();
    for (var file : sources()) {
      KEY.matcher(Files.readString(file)).results().map(m -> m.group(1)).forEach(literals::add);
    }
    assertThat(keys()).filteredOn(key -> !used(key, literals)).isEmpty();
  }

  /** Named whole, or made of a literal beginning and something that is only known at run time. */
  private static boolean used(String key, Set<String> literals) {
    for (int dot = key.lastIndexOf('.'); dot > 0; dot = key.lastIndexOf('.', dot - 1)) {
      var start = key.substring(0, dot);
      if (literals.contains(start + ".") || literals.contains(start)) {
        return true;
      }
    }
    return literals.contains(key);
  }

  private static Predicate<String> begins(String start) {
    return key -> key.startsWith(start.endsWith(".") ? start : start + ".");
  }

  private static String written(String code) {
    return WRITTEN
        .matcher(code)
        .results()
        .map(m -> m.group(1).translateEscapes())
        .collect(joining());
  }

  private static void note(List<String> found, Path file, String text) {
    if (!NAMES.contains(text.strip())) {
      found.add(file.getFileName() + ": " + text.strip());
    }
  }

  private static boolean parses(String text) {
    try {
      return new MessageFormat(text.replace("'", "''")).getFormats() != null;
    } catch (IllegalArgumentException malformed) {
      return false;
    }
  }

  private static Set<String> places(String text) {
    return new TreeSet<>(PLACE.matcher(text).results().map(m -> m.group(1)).toList());
  }

  private static Set<String> keys() throws IOException {
    var keys = new TreeSet<String>();
    for (var file : files(SOURCE, "messages_en.properties")) {
      keys.addAll(load(file).keySet());
    }
    return keys;
  }

  private static Map<String, String> load(Path file) throws IOException {
    var properties = new Properties();
    try (var in = Files.newBufferedReader(file)) {
      properties.load(in);
    }
    var out = new TreeMap<String, String>();
    properties.forEach((key, text) -> out.put(key.toString(), text.toString()));
    return out;
  }

  private static List<Path> sources() throws IOException {
    return Stream.concat(files(SOURCE, ".java").stream(), files(SOURCE, ".jte").stream()).toList();
  }

  /** Only of templates that are still there: a build does not take away what it once made. */
  private static List<Path> generated() throws IOException {
    var out = new ArrayList<Path>();
    for (var template : files(SOURCE, ".jte")) {
      var name = "Jte" + template.getFileName().toString().replace(".jte", "Generated.java");
      out.add(GENERATED.resolve(SOURCE.relativize(template)).resolveSibling(name));
    }
    return out;
  }

  private static List<Path> files(Path folder, String end) throws IOException {
    try (var all = Files.walk(folder)) {
      return all.filter(p -> p.toString().endsWith(end)).sorted().toList();
    }
  }
}
