package org.diestra.office.booking;

import org.diestra.office.workspaces.AccessEnded;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.base.Area;
import org.diestra.platform.data.HouseRights;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** What follows from an appointment, and from somebody's leaving; each bears being done twice. */
@Component
class Followers {
  private final Mirrors mirrors;
  private final HoursStore hours;
  private final WaitingList list;
  private final RoundStore round;
  private final BookingNotices notices;
  private final Workspaces workspaces;
  private final HouseRights house;

  Followers(
      Mirrors mirrors,
      HoursStore hours,
      WaitingList list,
      RoundStore round,
      BookingNotices notices,
      Workspaces workspaces,
      HouseRights house) {
    this.mirrors = mirrors;
    this.hours = hours;
    this.list = list;
    this.round = round;
    this.notices = notices;
    this.workspaces = workspaces;
    this.house = house;
  }

  /**
   * First its events, which would stand in the way, then whoever waits for that day: they hear of
   * it if there is a time indeed.
   */
  @ApplicationModuleListener
  void changed(AppointmentChanged event) {
    mirrors.follow(new AppointmentId(event.appointment()));
    var freed = event.freed();
    if (freed != null) {
      list.tell(new ServiceId(event.service()), freed);
    }
  }

  /** Nobody is promised whom the client has let out. */
  @ApplicationModuleListener
  void left(AccessEnded event) {
    boolean gone =
        house.call(() -> {
          var still = workspaces.people(event.workspace(), Area.APPOINTMENTS);
          if (!still.contains(event.person())
              && hours.leave(event.workspace(), event.person()) > 0) {
            int ahead = round.ahead(event.workspace(), event.person(), event.at()).size();
            notices.left(new Service.Left(event.workspace(), event.person(), ahead, event.at()));
          }
          return !still.contains(event.person());
        });
    if (gone) { // and out of their calendar goes what it tells of guests
      house
          .call(() -> round.ahead(event.workspace(), event.person(), event.at()))
          .forEach(mirrors::follow);
    }
  }
}
