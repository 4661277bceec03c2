package org.diestra.money.direct;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.diestra.money.direct.Proof.Said;
import org.diestra.money.payments.Plans;
import org.diestra.platform.data.HouseRights;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Silence is told of, and decides nothing: the assistant is asked after three and after seven days
 * whether it arrived, the client once the day is over on which something was due, and each week
 * after that.
 */
@Component
class Reminders {
  static final Duration FIRST = Duration.ofDays(3);

  /** From then on the operator sees it as well. */
  static final Duration SECOND = Duration.ofDays(7);

  private static final Duration PAUSE = Duration.ofDays(7);
  private static final int TIMES = 4;
  private static final int SET = 200;
  private final ProofStore proofs;
  private final DueStore dues;
  private final Plans plans;
  private final DirectNotices notices;
  private final HouseRights house;
  private final Clock clock;

  Reminders(
      ProofStore proofs,
      DueStore dues,
      Plans plans,
      DirectNotices notices,
      HouseRights house,
      Clock clock) {
    this.proofs = proofs;
    this.dues = dues;
    this.plans = plans;
    this.notices = notices;
    this.house = house;
    this.clock = clock;
  }

  /**
   * Tells of a set of what is silent; asking again tells of the next.
   *
   * @return whether there may be more
   */
  @Transactional
  public boolean set() {
    return house.call(() -> ask(SET) | remind(SET));
  }

  private boolean ask(int most) {
    var now = clock.instant();
    var silent = proofs.toRemind(now, FIRST, SECOND, most);
    var of = plans.of(silent.stream().map(p -> p.facts().contract()).distinct().toList());
    for (var proof : silent) {
      if (proof instanceof Said said) {
        long days = Duration.between(said.facts().since(), now).toDays();
        notices.askAgain(Objects.requireNonNull(of.get(said.facts().contract())), said, (int) days);
      }
    }
    return silent.size() == most;
  }

  private boolean remind(int most) {
    var now = clock.instant();
    List<Due> late = dues.toRemind(now, PAUSE, TIMES, most);
    var of = plans.of(late.stream().map(Due::contract).distinct().toList());
    late.forEach(due ->
        notices.remind(
            Objects.requireNonNull(of.get(due.contract())),
            due,
            (int) Duration.between(due.dueAt(), now).toDays()));
    return late.size() == most;
  }
}
