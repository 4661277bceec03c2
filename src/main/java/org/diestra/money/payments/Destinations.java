package org.diestra.money.payments;

import java.util.List;
import org.diestra.platform.base.NotFound;
import org.springframework.stereotype.Component;

@Component
class Destinations {
  private final List<Destination> all;

  Destinations(List<Destination> all) {
    this.all = List.copyOf(all);
  }

  /**
   * @throws NotFound where nobody takes money for it
   */
  Destination of(Subject subject) {
    return all.stream().filter(d -> d.takes(subject)).findFirst().orElseThrow(NotFound::new);
  }
}
