package org.diestra.platform.blobs;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.diestra.platform.base.Problems;
import org.jspecify.annotations.Nullable;

/**
 * What the operator's page may send.
 *
 * @param megabytes whole, 1 to 1000
 * @param kinds names of {@link Kind}
 */
record LimitForm(@Nullable String megabytes, @Nullable List<String> kinds) {
  private static final Pattern WHOLE = Pattern.compile("[1-9]\\d{0,3}");

  static LimitForm of(Limit limit) {
    return new LimitForm(
        String.valueOf(Math.max(1, limit.maxBytes() / Bytes.MB)),
        limit.kinds().stream().map(Kind::name).toList());
  }

  List<String> chosen() {
    return kinds == null ? List.of() : kinds;
  }

  long maxBytes(Problems problems) {
    var typed = megabytes == null ? "" : megabytes.strip();
    long bytes = WHOLE.matcher(typed).matches() ? Long.parseLong(typed) * Bytes.MB : 0;
    if (bytes < 1 || bytes > Limit.MOST) {
      problems.add("megabytes", "blobs.limits.size.wrong", Limit.MOST / Bytes.MB);
    }
    return bytes;
  }

  Set<Kind> kinds(Problems problems) {
    var chosen = EnumSet.noneOf(Kind.class);
    Kind.brought().stream().filter(k -> chosen().contains(k.name())).forEach(chosen::add);
    if (chosen.isEmpty()) {
      problems.add("kinds", "blobs.limits.kinds.none");
    }
    return chosen;
  }
}
