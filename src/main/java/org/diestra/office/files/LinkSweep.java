package org.diestra.office.files;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Forgets who opened what, and links and letterboxes that are over, after their time. */
@Component
class LinkSweep {
  private final LinkStore links;
  private final LetterboxStore boxes;
  private final OpeningStore openings;
  private final Clock clock;

  LinkSweep(LinkStore links, LetterboxStore boxes, OpeningStore openings, Clock clock) {
    this.links = links;
    this.boxes = boxes;
    this.openings = openings;
    this.clock = clock;
  }

  @Transactional
  void sweep() {
    var before = clock.instant().minus(Openings.KEPT);
    openings.sweep(before);
    links.sweep(before);
    boxes.sweep(before);
  }
}
