package org.diestra.office.dues;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.diestra.office.dues.AgedStore.Late;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.base.Area;
import org.diestra.platform.notifications.Notice;
import org.diestra.platform.notifications.Notifications;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Whoever works in the books hears once of what became late, a sentence for each side and day. What
 * is taken back to a later day is told again.
 */
@Component
class Reminders {
  static final String LATE = "dues:late";
  private static final int AT_ONCE = 500;
  private final AgedStore store;
  private final Workspaces workspaces;
  private final Notifications notifications;
  private final TransactionOperations transaction;
  private final Clock clock;

  Reminders(
      AgedStore store,
      Workspaces workspaces,
      Notifications notifications,
      TransactionOperations transaction,
      Clock clock) {
    this.store = store;
    this.workspaces = workspaces;
    this.notifications = notifications;
    this.transaction = transaction;
    this.clock = clock;
  }

  void go() {
    while (Boolean.TRUE.equals(transaction.execute(tx -> some()))) {
      // the next so many
    }
  }

  private boolean some() {
    var late = store.late(clock.instant(), AT_ONCE);
    late.forEach(this::tell);
    return late.stream().mapToInt(Late::papers).sum() == AT_ONCE;
  }

  private void tell(Late late) {
    var workspace = workspaces.get(late.workspace());
    var today = LocalDate.ofInstant(clock.instant(), workspace.zone());
    var href = workspace.href() + "/books/aged/" + late.side().slug();
    var once =
        String.join(" ", LATE, late.workspace().toString(), late.side().slug())
            + " "
            + today
            + " "
            + late.first()
            + " "
            + late.papers();
    List<Notice> notices =
        workspaces.people(late.workspace(), Area.BOOKKEEPING).stream()
            .map(person ->
                Notice.to(
                        person,
                        LATE,
                        href,
                        "dues.notice.late." + late.side().slug(),
                        late.papers(),
                        late.left(),
                        workspace.name())
                    .once(once))
            .toList();
    notifications.tell(notices);
  }
}
