package org.diestra.platform.programs;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.jspecify.annotations.Nullable;

/**
 * What a browser may send for a new program.
 *
 * @param name 1–60 characters
 * @param parts names of {@link Part}, at least one
 */
record ProgramForm(@Nullable String name, @Nullable List<String> parts) {
  private static final int LONGEST = 60;

  /** With everything ticked, as most want it. */
  static ProgramForm fresh() {
    return new ProgramForm("", Part.offered().stream().map(Part::slug).toList());
  }

  List<String> chosen() {
    return parts == null ? List.of() : parts;
  }

  String named(Problems problems) {
    var line = Typed.line(name);
    if (line.isEmpty() || line.length() > LONGEST) {
      problems.add("name", "programs.name.wrong", LONGEST);
    }
    return line;
  }

  Set<Part> opened(Problems problems) {
    var opened = EnumSet.noneOf(Part.class);
    Part.offered().stream().filter(p -> chosen().contains(p.slug())).forEach(opened::add);
    if (opened.isEmpty()) {
      problems.add("parts", "programs.parts.none");
    }
    return opened;
  }
}
