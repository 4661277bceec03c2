package org.diestra.office.booking;

import java.util.List;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.home.Wait;
import org.diestra.platform.home.Waits;
import org.springframework.stereotype.Component;

/** Appointments that guests have asked for and somebody is to say yes or no to. */
@Component
class BookingWaits implements Waits {
  private final Desk desk;

  BookingWaits(Desk desk) {
    this.desk = desk;
  }

  @Override
  public List<Wait> of(Viewer viewer) {
    return desk.waiting().stream()
        .map(line -> {
          var it = line.appointment();
          return new Wait(
              it.madeAt(),
              it.start(),
              "calendar-clock",
              "booking.wait",
              null,
              List.of(it.guest().name(), line.service(), it.start()),
              it.href(),
              "booking.wait.do");
        })
        .toList();
  }
}
