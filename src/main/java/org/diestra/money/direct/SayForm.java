package org.diestra.money.direct;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.diestra.money.direct.Claims.Saying;
import org.diestra.money.direct.DirectPages.View;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.jspecify.annotations.Nullable;

/**
 * What a client says to have paid, or an assistant to have got.
 *
 * @param id of the proof to be, so that sending the form twice is as once
 * @param due the entries that were ticked
 * @param paidOn as a date field sends it
 */
record SayForm(
    @Nullable String id,
    @Nullable List<String> due,
    @Nullable String amount,
    @Nullable String paidOn,
    @Nullable String reference) {
  private static final int REFERENCE = 140; // characters, as a SEPA transfer has
  private static final int YEARS = 2;

  /** All that is open, paid today. */
  static SayForm of(View view, String words, LocalDate today) {
    return new SayForm(
        Ids.text(Ids.fresh()),
        view.open().stream().map(d -> Ids.text(d.entry())).toList(),
        view.sumOpen().amount().toPlainString(),
        today.toString(),
        words);
  }

  /** Nothing of it is known but what may be open: which of it arrived is the assistant's word. */
  static SayForm got(View view, LocalDate today) {
    var open = view.dues().stream().filter(view::lettable).toList();
    boolean one = open.size() == 1;
    return new SayForm(
        Ids.text(Ids.fresh()),
        one ? List.of(Ids.text(open.getFirst().entry())) : List.of(),
        one ? view.toPay(open.getFirst()).amount().toPlainString() : null,
        today.toString(),
        null);
  }

  boolean chosen(Due of) {
    return due != null && due.contains(Ids.text(of.entry()));
  }

  /**
   * Empty where there are problems.
   *
   * @throws NotFound if the form's id is none
   */
  Optional<Saying> read(View view, LocalDate today, Problems problems) {
    var read =
        Money.read(Typed.line(amount), view.plan().currency())
            .filter(Money::isPositive)
            .orElse(null);
    if (read == null) {
      problems.add("amount", "direct.say.amount.wrong");
    }
    var day = day(today, problems);
    var typed = new Typed(problems);
    var words = typed.line("reference", reference, REFERENCE, "direct.say.reference.missing");
    var entries = entries();
    if (entries.isEmpty()) {
      problems.add("due", "direct.say.due.none");
    }
    return read == null || day == null || problems.any()
        ? Optional.empty()
        : Optional.of(new Saying(Ids.require(Typed.line(id)), entries, read, day, words));
  }

  private Set<UUID> entries() {
    return due == null ? Set.of() : due.stream().map(Ids::require).collect(Collectors.toSet());
  }

  private @Nullable LocalDate day(LocalDate today, Problems problems) {
    try {
      var day = LocalDate.parse(Typed.line(paidOn));
      if (!day.isAfter(today) && day.isAfter(today.minusYears(YEARS))) {
        return day;
      }
    } catch (DateTimeException notADay) {
      problems.add("paidOn", "direct.say.day.wrong");
      return null;
    }
    problems.add("paidOn", "direct.say.day.wrong");
    return null;
  }
}
