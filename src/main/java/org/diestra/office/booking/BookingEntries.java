package org.diestra.office.booking;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Set;
import org.diestra.office.workspaces.Level;
import org.diestra.office.workspaces.RoomEntry;
import org.diestra.platform.base.Area;
import org.diestra.platform.notifications.NoticeKind;
import org.diestra.platform.notifications.Topic;
import org.diestra.platform.page.Audience;
import org.diestra.platform.timers.Every;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class BookingEntries {
  private static final LocalTime NIGHT = LocalTime.of(3, 40);

  @Bean
  static RoomEntry bookingRoom() {
    return new RoomEntry(
        "booking", "booking.nav", "calendar-check", 7, Set.of(Area.APPOINTMENTS), Level.WORKING);
  }

  @Bean
  static Every bookingRound(ObjectProvider<Rounds> rounds) {
    return Every.interval("booking:round", Duration.ofMinutes(1), () -> rounds.getObject().go());
  }

  @Bean
  static Every bookingNight(ObjectProvider<Rounds> rounds) {
    return Every.day("booking:night", NIGHT, ZoneOffset.UTC, () -> rounds.getObject().night());
  }

  @Bean
  static NoticeKind bookingAsked() {
    return NoticeKind.mailed(
        BookingNotices.ASKED, Topic.OFFICE, "booking.kind.asked", "calendar-clock");
  }

  @Bean
  static NoticeKind bookingBooked() {
    return NoticeKind.daily(
        BookingNotices.BOOKED, Topic.OFFICE, "booking.kind.booked", "calendar-check");
  }

  @Bean
  static NoticeKind bookingOff() {
    return NoticeKind.mailed(BookingNotices.OFF, Topic.OFFICE, "booking.kind.off", "calendar-x");
  }

  @Bean
  static NoticeKind bookingLeft() {
    return NoticeKind.mailed(BookingNotices.LEFT, Topic.OFFICE, "booking.kind.left", "user-minus")
        .only(Audience.HIRING);
  }
}
