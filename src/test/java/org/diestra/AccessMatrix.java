package org.diestra;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code access.txt}, read: the things that are asked for, by name, and for each route what each
 * role is answered.
 */
record AccessMatrix(Map<String, String> things, List<Line> lines) {
  static final Path FILE = Path.of("src/test/java/org/diestra/access.txt");

  private static final Pattern THING = Pattern.compile("([a-z]+) += +(.+)");
  private static final Pattern VARIABLE = Pattern.compile("\\{[^/]*}|\\*\\*");
  private static final Pattern NAME = Pattern.compile("\\{([a-z]+)}");

  /** Who asks, in the order of the columns. */
  enum Role {
    /** Not signed in. */
    GUEST,
    /** Whose bid, profile, offer and contract it is. */
    ASSISTANT,
    /** Another assistant. */
    RIVAL,
    /** Owns the business whose job and contract it is. */
    OWNER,
    /** Approves for that business, and does not hire. */
    APPROVER,
    /** Owns another business. */
    STRANGER,
    OPERATOR
  }

  /**
   * @param path of the route, with the name of a thing where the route has a variable; a query may
   *     follow it
   * @param answers {@code yes}, {@code login} or a status
   */
  record Line(int number, String method, String path, Map<Role, String> answers, Set<Mark> marks) {
    /** The route it speaks of. */
    String route() {
      return method + " " + route(path.replaceAll("\\?.*", ""));
    }

    static String route(String pattern) {
      return VARIABLE.matcher(pattern).replaceAll("{}");
    }

    String address(UnaryOperator<String> thing) {
      return NAME.matcher(path).replaceAll(m -> Matcher.quoteReplacement(thing.apply(m.group(1))));
    }

    boolean has(Mark mark) {
      return marks.contains(mark);
    }

    boolean namesThings() {
      return NAME.matcher(path.replaceAll("\\?.*", "")).find();
    }

    boolean changes() {
      return !method.equals("GET") && !method.equals("ANY");
    }

    @Override
    public String toString() {
      return method + " " + path;
    }
  }

  /** What is unusual about a route. */
  enum Mark {
    /** It takes what comes without a token of ours: from mail programs, from other servers. */
    NO_CSRF,
    /** A GET that leaves something behind: that a notice was read, which language was chosen. */
    WRITES,
    /** What is not there is answered with a page that says so, and not with 404. */
    ANYTHING,
    /** Only there with a setting that these tests lack: its module's own tests say who may. */
    UNASKED;

    static Mark of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
  }

  static AccessMatrix read() throws IOException {
    var things = new LinkedHashMap<String, String>();
    var lines = new ArrayList<Line>();
    var name = "";
    int number = 0;
    for (var text : Files.readAllLines(FILE)) {
      number++;
      if (text.isBlank() || text.startsWith("#")) {
        continue;
      }
      var thing = THING.matcher(text);
      if (text.startsWith("  ")) {
        things.merge(name, text.strip(), (begun, more) -> begun + " " + more);
      } else if (thing.matches()) {
        name = thing.group(1);
        things.put(name, thing.group(2));
      } else {
        lines.add(line(number, text.strip().split(" +")));
      }
    }
    return new AccessMatrix(things, lines);
  }

  private static Line line(int number, String[] words) {
    int columns = Role.values().length;
    if (words.length < 2 + columns) {
      throw new IllegalArgumentException(
          FILE + ":" + number + " needs a method, a path and " + columns + " answers");
    }
    var answers = new EnumMap<Role, String>(Role.class);
    for (var role : Role.values()) {
      answers.put(role, words[2 + role.ordinal()]);
    }
    var marks = List.of(words).subList(2 + columns, words.length).stream().map(Mark::of).toList();
    return new Line(number, words[0], words[1], answers, Set.copyOf(marks));
  }
}
