package org.diestra.office.files;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Forgets who opened what, and links that are over, after their time. */
@Component
class LinkSweep {
  private final LinkStore links;
  private final OpeningStore openings;
  private final Clock clock;

  LinkSweep(LinkStore links, OpeningStore openings, Clock clock) {
    this.links = links;
    this.openings = openings;
    this.clock = clock;
  }

  @Transactional
  void sweep() {
    var before = clock.instant().minus(Openings.KEPT);
    openings.sweep(before);
    links.sweep(before);
  }
}
