package org.diestra.work.tasks;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.diestra.work.tasks.Bargain.Kind;
import org.diestra.work.tasks.Bargains.Asked;
import org.jspecify.annotations.Nullable;

/**
 * A change order or a settlement, as a browser sends it.
 *
 * @param kind {@code extra} or {@code settlement}
 * @param amount in the task's currency; for a settlement it may be 0
 */
record BargainForm(
    @Nullable String kind,
    @Nullable String words,
    @Nullable String amount,
    @Nullable String hours,
    @Nullable String day,
    @Nullable String time,
    @Nullable String zone,
    @Nullable String rounds) {

  static BargainForm blank(Kind kind, ZoneId zone) {
    var slug = kind == Kind.EXTRA ? "extra" : "settlement";
    return new BargainForm(slug, "", kind == Kind.EXTRA ? "" : "0", "", "", "", zone.getId(), "0");
  }

  static Optional<Kind> kind(@Nullable String slug) {
    return switch (slug) {
      case "extra" -> Optional.of(Kind.EXTRA);
      case "settlement" -> Optional.of(Kind.SETTLEMENT);
      case null, default -> Optional.empty();
    };
  }

  /** Null where there are problems. */
  @Nullable Asked read(Kind what, Work work, List<ZoneId> zones, Problems problems) {
    var typed = new Typed(problems);
    var said = typed.text("words", words, Bargain.LONGEST, "tasks.bargain.words.missing");
    boolean more = what == Kind.EXTRA;
    var money = work.price() == null ? null : money(work.price(), more, problems);
    var length =
        more && work.hours() != null
            ? typed.number("hours", hours, 1, Work.MOST_HOURS, "tasks.hours.wrong")
            : null;
    var due = more ? TaskForm.due(day, time, zone, zones, problems) : null;
    var turns =
        more ? typed.number("rounds", rounds, 0, Bargain.MOST_ROUNDS, "tasks.rounds.wrong") : null;
    return problems.any()
        ? null
        : new Asked(what, said, money, length, due, turns == null ? 0 : turns);
  }

  private @Nullable Money money(Money price, boolean more, Problems problems) {
    if (more && Typed.line(amount).isEmpty()) {
      return null;
    }
    var read = Money.read(Typed.line(amount), price.currency());
    if (read.isEmpty()) {
      problems.add("amount", "tasks.price.wrong");
    }
    return read.orElse(null);
  }
}
