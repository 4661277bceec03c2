package org.diestra.office.contacts;

import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.diestra.office.workspaces.Level;
import org.diestra.office.workspaces.RoomEntry;
import org.diestra.platform.timers.Every;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ContactsEntries {
  private static final LocalTime NIGHT = LocalTime.of(3, 50);

  @Bean
  static RoomEntry contactsRoom() {
    return RoomEntry.shared("contacts", "contacts.nav", "contact-round", 7, Level.WORKING);
  }

  /** What was brought and not taken in goes after a day. */
  @Bean
  static Every contactsIntake(ObjectProvider<Intakes> intakes) {
    return Every.interval(
        "contacts:intake", Duration.ofHours(6), () -> intakes.getObject().forget());
  }

  @Bean
  static Every contactsNight(ObjectProvider<Contacts> contacts) {
    return Every.day("contacts:night", NIGHT, ZoneOffset.UTC, () -> contacts.getObject().forget());
  }
}
