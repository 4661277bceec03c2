package org.diestra.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.diestra.HouseTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A client opens a page for customers, and one who has no account books there. */
@Tag("browser")
@HouseTest
class BookingStory extends Story {
  @ParameterizedTest
  @EnumSource(names = {"ENGLISH", "SPANISH_WITHOUT_SCRIPTS"})
  void aCustomerBooksAndCancelsWithoutAnAccount(Way way) {
    var client = window(way, client(way, "Lucía Ferrer"));
    client.open("/w");
    client.open(client.path() + "/booking");
    var room = client.path();
    client.press("main .empty a.button.main");
    var handle = "faro-" + UUID.randomUUID().toString().substring(0, 13);
    client.fill("handle", handle);
    client.forward();
    client.press("main .empty a.button.main");
    client.fill("name", "Consulta");
    client.forward();
    client.says("booking.hours.unset");
    client.forward();
    client.says("booking.hours.put");

    var guest = guest(way);
    guest.open("/book/" + handle);
    guest.press("main .card.link a");
    guest.open(guest.path() + "?zone=America/New_York");
    guest.press(".book-time");
    guest.fill("name", "Ana Ruiz");
    var email = UUID.randomUUID() + "@example.org";
    guest.fill("email", email);
    guest.forward();
    guest.says("booking.mine.confirmed");

    client.open(room);
    client.shows("Ana Ruiz");
    client.press(".book-line h4 a");
    client.shows(email);

    guest.open(letter(email).link("/appointments/"));
    guest.seen("#cancel > summary").click();
    guest.fill("words", "Lo siento");
    guest.press("#cancel button");
    guest.says("booking.mine.cancelled");
    assertThat(letter(email).subject()).contains("Consulta");
  }
}
