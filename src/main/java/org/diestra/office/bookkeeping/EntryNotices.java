package org.diestra.office.bookkeeping;

import java.util.List;
import org.diestra.office.bookkeeping.Entry.Proposed;
import org.diestra.office.bookkeeping.Entry.Returned;
import org.diestra.office.books.Desk;
import org.diestra.platform.notifications.Notice;
import org.diestra.platform.notifications.Notifications;
import org.springframework.stereotype.Component;

/** Whoever proposed an entry hears that it came back. */
@Component
class EntryNotices {
  static final String RETURNED = "bookkeeping:returned";
  private final Notifications notifications;

  EntryNotices(Notifications notifications) {
    this.notifications = notifications;
  }

  void returned(Desk desk, Proposed proposed, Returned returned) {
    var facts = returned.facts();
    var by = desk.pass().viewer();
    notifications.tell(
        List.of(
            Notice.to(
                    proposed.proposedBy(),
                    RETURNED,
                    facts.href(),
                    "bookkeeping.notice.returned",
                    by.name(),
                    facts.written().text())
                .once(RETURNED + " " + facts.id() + " " + facts.version())
                .from(by.name())));
  }
}
