package org.diestra.hiring.talent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.diestra.platform.base.Fluency;
import org.diestra.platform.base.Problems;
import org.jspecify.annotations.Nullable;

/** Rows of language and level, as chosen; empty rows don't count. */
record LanguagesForm(@Nullable List<String> language, @Nullable List<String> level) {
  private static final int SPARE = 2;

  /** One line of the form; each may be empty. */
  record Line(String language, String level) {
    boolean empty() {
      return language.isEmpty() && level.isEmpty();
    }
  }

  static LanguagesForm of(Profile profile) {
    return new LanguagesForm(
        profile.languages().stream().map(Fluency::language).toList(),
        profile.languages().stream().map(f -> f.level().name()).toList());
  }

  /** The lines to show: those that are filled, and some to fill. */
  List<Line> lines() {
    var lines = new ArrayList<>(filled());
    for (int spare = 0; spare < SPARE && lines.size() < Profile.MOST_LANGUAGES; spare++) {
      lines.add(new Line("", ""));
    }
    return lines;
  }

  private List<Line> filled() {
    var lines = new ArrayList<Line>();
    for (int i = 0; i < Profile.MOST_LANGUAGES; i++) {
      lines.add(new Line(at(language, i), at(level, i)));
    }
    lines.removeIf(Line::empty);
    return lines;
  }

  private static String at(@Nullable List<String> values, int i) {
    var value = values == null || i >= values.size() ? null : values.get(i);
    return value == null ? "" : value;
  }

  List<Fluency> read(Problems problems) {
    var found = new LinkedHashMap<String, Fluency>();
    var lines = filled();
    for (int i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      var fluency = Fluency.read(line.language() + "-" + line.level());
      if (fluency.isEmpty()) {
        problems.add("language-" + i, "talent.language.both");
      } else if (found.putIfAbsent(line.language(), fluency.get()) != null) {
        problems.add("language-" + i, "talent.language.twice");
      }
    }
    return List.copyOf(found.values());
  }
}
