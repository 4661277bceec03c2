package org.diestra.office.invited;

import org.diestra.office.calendar.CalendarId;
import org.diestra.office.calendar.EventId;
import org.diestra.office.calendar.EventWatch;
import org.diestra.office.invitations.Answer;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.icalendar.CalendarObject;
import org.springframework.stereotype.Component;

/** What people answer in their own calendar programs, and what they take out there. */
@Component
class InvitedWatch implements EventWatch {
  private final InvitedStore store;
  private final Invitations invitations;
  private final HouseRights house;

  InvitedWatch(InvitedStore store, Invitations invitations, HouseRights house) {
    this.store = store;
    this.invitations = invitations;
    this.house = house;
  }

  @Override
  public void changed(Viewer by, EventId id, CalendarObject now, boolean program) {
    if (!program || now.todo()) {
      return;
    }
    house.call(() -> {
      store
          .byCopy(id)
          .filter(it -> it.person().equals(by.id()))
          .ifPresent(it -> invitations.said(by, it, said(it, now)));
      return id;
    });
  }

  private static Answer said(Invited it, CalendarObject now) {
    return now.main().lines().stream()
        .filter(it::me)
        .findFirst()
        .map(line -> Answer.said(line.param("PARTSTAT").orElse("")))
        .orElse(Answer.NONE);
  }

  @Override
  public void removed(Viewer by, EventId id, boolean silent) {
    house.call(() -> {
      store.byCopy(id).ifPresent(it -> invitations.gone(by, it, silent));
      return id;
    });
  }

  /** Nobody hears of it: what was in it is asked anew when it changes. */
  @Override
  public void dropped(Viewer by, CalendarId calendar) {}

  /** Each of them was asked to all of it, and holds that. */
  @Override
  public void split(EventId from, EventId rest) {}

  @Override
  public void moved(EventId was, EventId now, CalendarId into) {
    house.call(() -> {
      store.moved(was, now);
      return now;
    });
  }
}
