package org.diestra.money.invoices;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whose invoices somebody may look at: their own, and of businesses whose contracts they see. */
@Component
class Desks {
  private final Invoices invoices;

  Desks(Invoices invoices) {
    this.invoices = invoices;
  }

  /**
   * @param name of the business, or null for the viewer's own
   */
  record Desk(UUID owner, @Nullable String name) {
    boolean own() {
      return name == null;
    }

    String of() {
      return Ids.text(owner);
    }
  }

  /** One's own first, for assistants, then the businesses'. */
  static List<Desk> of(Viewer viewer) {
    var all = new ArrayList<Desk>();
    if (viewer.assistant()) {
      all.add(new Desk(viewer.id().value(), null));
    }
    viewer.memberships().stream()
        .filter(m -> m.role().seesContracts())
        .forEach(m -> all.add(new Desk(m.organisation().value(), m.name())));
    return all;
  }

  /**
   * @param of an id, or null for the first
   * @throws NotFound if that is not for this person to see
   */
  static Optional<Desk> chosen(List<Desk> desks, @Nullable UUID of) {
    return of == null
        ? desks.stream().findFirst()
        : Optional.of(
            desks.stream()
                .filter(d -> d.owner().equals(of))
                .findFirst()
                .orElseThrow(NotFound::new));
  }

  /**
   * @throws NotFound if there is none, or it is not for this person to see; an operator sees all
   */
  Invoice find(Viewer viewer, String number) {
    return invoices
        .find(number)
        .filter(i -> viewer.operator() || of(viewer).stream().anyMatch(d -> i.concerns(d.owner())))
        .orElseThrow(NotFound::new);
  }
}
