package org.diestra.hiring.interviews;

import java.time.Clock;
import org.diestra.hiring.interviews.Moving.By;
import org.diestra.hiring.proposals.BidEnds;
import org.diestra.hiring.proposals.BidId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A bid that is over needs no meeting any more: whatever is not begun is called off. */
@Component
class BidOver implements BidEnds {
  private final InterviewStore store;
  private final Moving moving;
  private final Notices notices;
  private final Clock clock;

  BidOver(InterviewStore store, Moving moving, Notices notices, Clock clock) {
    this.store = store;
    this.moving = moving;
    this.notices = notices;
    this.clock = clock;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public void ended(BidId bid) {
    store
        .open(bid)
        .flatMap(found -> store.lock(found.id()))
        .ifPresent(interview -> {
          if (interview.stage() instanceof Stage.Open stage) {
            var next =
                moving.make(interview, stage.lapse(clock.instant()), Move.Kind.CANCEL, By.HOUSE);
            notices.lapsed(next);
          }
        });
  }
}
