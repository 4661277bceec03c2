package org.diestra.hiring.talent;

import java.util.Arrays;
import java.util.List;
import org.diestra.hiring.talent.Profile.Evidence;
import org.diestra.hiring.talent.Profile.Reference;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.jspecify.annotations.Nullable;

/**
 * One area with what stands behind it, as typed.
 *
 * @param tools separated by commas or lines
 */
record AreaForm(
    @Nullable String years,
    @Nullable String tools,
    @Nullable String referenceName,
    @Nullable String referenceRelation,
    @Nullable String referenceContact) {
  private static final int TOOL = 40;
  private static final int LONG = 160;
  private static final int NAME = 120;

  static AreaForm empty() {
    return new AreaForm(null, null, null, null, null);
  }

  static AreaForm of(Evidence evidence) {
    var reference = evidence.reference();
    return new AreaForm(
        Integer.toString(evidence.years()),
        String.join(", ", evidence.tools()),
        reference == null ? null : reference.name(),
        reference == null ? null : reference.relation(),
        reference == null ? null : reference.contact());
  }

  Evidence read(Area area, Problems problems) {
    var typed = new Typed(problems);
    var done = typed.number("years", years, 0, Claim.MOST_YEARS, "talent.years.wrong");
    if (done == null) {
      problems.add("years", "talent.years.needed");
    }
    return new Evidence(area, done == null ? 0 : done, tools(problems), reference(typed));
  }

  private List<String> tools(Problems problems) {
    var named =
        Arrays.stream(Typed.text(tools).split("[,;\n]"))
            .map(Typed::line)
            .filter(t -> !t.isEmpty())
            .distinct()
            .toList();
    if (named.size() > Claim.MOST_TOOLS) {
      problems.add("tools", "talent.tools.many", Claim.MOST_TOOLS, named.size());
      return List.of();
    }
    named.stream()
        .filter(t -> t.codePointCount(0, t.length()) > TOOL)
        .findFirst()
        .ifPresent(t -> problems.add("tools", "talent.tools.long", TOOL));
    return named;
  }

  /** All three or none of them. */
  private @Nullable Reference reference(Typed typed) {
    var name = typed.line("referenceName", referenceName, NAME);
    var relation = typed.line("referenceRelation", referenceRelation, LONG);
    var contact = typed.line("referenceContact", referenceContact, LONG);
    if (name.isEmpty() && relation.isEmpty() && contact.isEmpty()) {
      return null;
    }
    needed(typed, "referenceName", name);
    needed(typed, "referenceRelation", relation);
    needed(typed, "referenceContact", contact);
    return new Reference(name, relation, contact);
  }

  private static void needed(Typed typed, String field, String text) {
    if (text.isEmpty()) {
      typed.problems().add(field, "talent.reference.whole");
    }
  }
}
