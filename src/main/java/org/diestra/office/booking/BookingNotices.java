package org.diestra.office.booking;

import java.util.List;
import org.diestra.office.booking.Course.By;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Area;
import org.diestra.platform.notifications.Notice;
import org.diestra.platform.notifications.Notifications;
import org.springframework.stereotype.Component;

/** Whoever works with a client's appointments hears of what its guests do. */
@Component
class BookingNotices {
  static final String ASKED = "booking:asked";
  static final String BOOKED = "booking:booked";
  static final String OFF = "booking:off";
  static final String LEFT = "booking:left";
  private final Notifications notifications;
  private final Workspaces workspaces;
  private final Accounts accounts;

  BookingNotices(Notifications notifications, Workspaces workspaces, Accounts accounts) {
    this.notifications = notifications;
    this.workspaces = workspaces;
    this.accounts = accounts;
  }

  void asked(Service service, Appointment it) {
    tell(service, it, ASKED, "booking.notice.asked");
  }

  void booked(Service service, Appointment it, By by) {
    if (by.person() == null) {
      tell(service, it, BOOKED, "booking.notice.booked");
    }
  }

  void moved(Service service, Appointment was, Appointment it, By by) {
    tell(service, it, BOOKED, by.guest() ? "booking.notice.moved" : "booking.notice.clocks");
  }

  void cancelled(Service service, Appointment it, By by) {
    tell(service, it, OFF, by.guest() ? "booking.notice.off" : "booking.notice.unanswered");
  }

  private void tell(Service service, Appointment it, String kind, String key) {
    var people = workspaces.people(service.workspace(), Area.APPOINTMENTS);
    notifications.tell(
        people.stream()
            .map(person ->
                Notice.to(
                        person,
                        kind,
                        it.href(),
                        key,
                        it.guest().name(),
                        service.terms().name(),
                        it.start())
                    .once(key + ":" + it.id() + ":" + it.version()))
            .toList());
  }

  /** Somebody who was promised to guests does not work there any more. */
  void left(Service.Left left) {
    var workspace = workspaces.get(left.workspace());
    var name = accounts.names(List.of(left.person())).getOrDefault(left.person(), "");
    var keepers = workspaces.keepers(workspace);
    notifications.tell(
        keepers.stream()
            .map((PersonId keeper) ->
                Notice.to(
                        keeper,
                        LEFT,
                        workspace.href() + "/booking",
                        "booking.notice.left",
                        name,
                        left.appointments())
                    .once(
                        "booking:left:" + left.workspace() + ":" + left.person() + ":" + left.at()))
            .toList());
  }
}
