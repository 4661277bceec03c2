package org.diestra.operator.disputes;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.diestra.operator.disputes.Openings.Opening;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.diestra.work.tasks.TaskDisputes.Offered;
import org.jspecify.annotations.Nullable;

/**
 * What a dispute is opened with, as a browser sends it.
 *
 * @param seen the version of the task
 * @param cited ids of criteria and steps
 */
record OpenForm(
    @Nullable String seen,
    @Nullable String figure,
    @Nullable String reason,
    @Nullable String words,
    @Nullable List<String> cited) {
  static final int LEAST = 20;
  static final int LONGEST = 4_000;

  static OpenForm blank(Offered offered) {
    return new OpenForm(String.valueOf(offered.matter().version()), "", "", "", List.of());
  }

  List<String> chosen() {
    return cited == null ? List.of() : cited;
  }

  /** Null where there are problems. */
  @Nullable Opening read(Offered offered, Problems problems) {
    var typed = new Typed(problems);
    var amount = money(figure, offered.matter().left(), problems);
    var why = Reason.read(reason, offered.side()).orElse(null);
    if (why == null) {
      problems.add("reason", "disputes.reason.missing");
    }
    var said = words(typed, "words", words);
    var version = Typed.line(seen).matches("[0-9]{1,9}") ? Integer.parseInt(Typed.line(seen)) : 0;
    return amount == null || why == null || problems.any()
        ? null
        : new Opening(version, amount, why, said, ids());
  }

  private Set<UUID> ids() {
    var ids = new HashSet<UUID>();
    chosen().forEach(text -> Ids.read(text).ifPresent(ids::add));
    return ids;
  }

  /** Words that reasons are given with. */
  static String words(Typed typed, String field, @Nullable String said) {
    var text = typed.text(field, said, LONGEST, "disputes.words.missing");
    if (!text.isEmpty() && text.length() < LEAST) {
      typed.problems().add(field, "disputes.words.short", LEAST);
    }
    return text;
  }

  /** An amount up to what is at stake; null, and a problem, for anything else. */
  static @Nullable Money money(@Nullable String typed, @Nullable Money stake, Problems problems) {
    if (stake == null) {
      return null;
    }
    var read = Money.read(Typed.line(typed), stake.currency()).orElse(null);
    if (read == null) {
      problems.add("figure", "disputes.figure.wrong");
      return null;
    }
    if (read.isMoreThan(stake)) {
      problems.add("figure", "disputes.figure.too-much", stake);
      return null;
    }
    return read;
  }
}
