package org.diestra.money.extras;

import java.time.Clock;
import java.time.Duration;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.engagements.Engagement;
import org.diestra.work.engagements.Engagements;
import org.springframework.stereotype.Component;

/** When tips may be given: while a contract runs, and for some time after its end. */
@Component
class Season {
  /** After the end of a contract. */
  static final Duration LATELY = Duration.ofDays(90);

  private final Engagements engagements;
  private final Clock clock;

  Season(Engagements engagements, Clock clock) {
    this.engagements = engagements;
    this.clock = clock;
  }

  /** Whether its work has begun, and its end is not long ago. */
  boolean of(ContractId id) {
    return engagements
        .find(id)
        .filter(it ->
            switch (it) {
              case Engagement.Preparing preparing -> false;
              case Engagement.Ended(var facts, var end, var by) ->
                  end != Engagement.End.CANCELLED
                      && facts.since().plus(LATELY).isAfter(clock.instant());
              default -> true;
            })
        .isPresent();
  }
}
