package org.diestra.office.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.diestra.platform.data.Row;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.mock.web.MockHttpServletResponse;

/** The same time for many at once. */
class RaceTests extends BookingShop {
  private static final int PEOPLE = 64;

  @Test
  void ofSixtyFourWhoBookOneTimeOneHasIt() throws Exception {
    service("Consulta");
    var at = at(5, 10);
    var calls = new ArrayList<Callable<MockHttpServletResponse>>();
    for (int i = 0; i < PEOPLE; i++) {
      calls.add(() -> guest(book("Consulta") + "/holds", "at", at.toString()));
    }
    var answers = new ArrayList<MockHttpServletResponse>();
    try (var threads = Executors.newFixedThreadPool(16)) {
      for (var answer : threads.invokeAll(calls)) {
        answers.add(answer.get());
      }
    }
    assertThat(answers).filteredOn(a -> a.getStatus() == 302).hasSize(1);
    var others = answers.stream().filter(a -> a.getStatus() == 409).toList();
    assertThat(others).hasSize(PEOPLE - 1);
    var kind = others.getFirst().getContentAsString(StandardCharsets.UTF_8);
    assertThat(kind)
        .contains("Somebody else was quicker", at(5, 9).toString(), at(5, 11).toString())
        .doesNotContain("value=\"" + at + "\"");
    assertThat(
            count("taken where :it <@ span and person = '" + owner.id().value() + "'", Row.at(at)))
        .isEqualTo(1);
  }

  /** What stands behind all of it: without it the last look alone would have to be trusted. */
  @Test
  void theDatabaseRefusesToPromiseSomebodyTwice() throws Exception {
    service("Consulta");
    booked("Consulta", at(6, 10), "Ana", "ana@guest.example");
    assertThatThrownBy(() ->
            house.call(() ->
                jdbc.sql(
                        """
                        with other as (insert into booking.appointment select gen_random_uuid(),
                            workspace, service, state, starts_at, ends_at, local_start, zone,
                            tzdata, hosts, '', '', guest_zone, locale, md5(random()::text)
                            || md5(random()::text), key_sealed, null, 0, 1, null, null, null,
                            made_at, null
                          from booking.appointment where starts_at = :at
                            and hosts = array[:owner] returning id)
                        insert into booking.taken
                        select other.id, :owner, tstzrange(:at, cast(:at as timestamptz) + interval '1 minute')
                        from other
                        """)
                    .param("at", Row.at(at(6, 10)))
                    .param("owner", owner.id().value())
                    .update()))
        .isInstanceOf(DataIntegrityViolationException.class)
        .hasMessageContaining("nobody_twice");
  }

  @Test
  void twoServicesOfOnePersonDontOverlapWhateverIsKeptFree() throws Exception {
    service("Consulta", "after", "30");
    service("Taller", "before", "15", "grid", "15");
    booked("Consulta", at(7, 9), "Ana", "ana@guest.example");
    // from nine to ten, half an hour after it, and a quarter before the other
    assertThat(offered(book("Taller") + "?from=" + date(7) + "&zone=Europe/Madrid"))
        .doesNotContain(at(7, 10), at(7, 10).plusSeconds(1800))
        .contains(at(7, 10).plusSeconds(2700));
    var refused = guest(book("Taller") + "/holds", "at", at(7, 10).toString());
    assertThat(refused.getStatus()).isEqualTo(409);
  }
}
