package org.diestra.hiring.interviews;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Pattern;
import org.diestra.HouseTest;
import org.diestra.hiring.interviews.Meeting.Pair;
import org.diestra.platform.accounts.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@HouseTest
class InvitesTests {
  @Autowired Meeting meeting;
  @Autowired Interviews interviews;
  @Autowired JdbcClient jdbc;
  Pair pair;

  @BeforeEach
  void twoPeople() {
    pair = meeting.pair();
  }

  /** What that person's calendar was sent, in order, unfolded. */
  private List<String> sent(Viewer to) {
    return jdbc
        .sql(
            """
            select a.type, a.content from mail.attachment a join mail.letter l on l.id = a.letter
            where l.address = :address and a.type like 'text/calendar%' order by l.id
            """)
        .param("address", to.email().toLowerCase(java.util.Locale.ROOT))
        .query((r, n) -> r.getString("type") + "\n" + new String(r.getBytes("content"), UTF_8))
        .list()
        .stream()
        .map(text -> text.replace("\r\n ", "").replace("\r\n", "\n"))
        .toList();
  }

  private static String line(String calendar, String name) {
    var event = calendar.substring(calendar.indexOf("BEGIN:VEVENT"));
    var found = Pattern.compile("(?m)^" + name + "[;:].*$").matcher(event);
    return found.find() ? found.group() : "";
  }

  @Test
  void bothGetAnInvitationInWhichNobodyElsesAddressStands() {
    var id = meeting.agreed(pair, 24);

    for (var person : List.of(pair.client(), pair.assistant())) {
      var other = person == pair.client() ? pair.assistant() : pair.client();
      assertThat(sent(person))
          .singleElement()
          .satisfies(calendar ->
              assertThat(calendar)
                  .startsWith("text/calendar; method=REQUEST; charset=UTF-8")
                  .contains("METHOD:REQUEST", "mailto:" + person.email(), "STATUS:CONFIRMED")
                  .contains("DTSTART;TZID=" + person.zone())
                  .contains("/interviews/" + id + "/room")
                  .doesNotContain(other.email()));
    }
  }

  @Test
  void aChangeComesUnderTheSameNameWithAHigherNumber() {
    var id = meeting.agreed(pair, 24);
    interviews.otherTimes(pair.client(), id, 2, meeting.times(30, 54)).orFail();
    interviews.pick(pair.assistant(), id, 3, meeting.slot(54)).orFail();
    interviews.cancel(pair.assistant(), id, 4, "").orFail();

    var all = sent(pair.assistant());
    assertThat(all)
        .extracting(c -> line(c, "UID"))
        .hasSize(4)
        .containsOnly(line(all.get(0), "UID"));
    assertThat(all)
        .extracting(c -> line(c, "SEQUENCE"))
        .containsExactly("SEQUENCE:2", "SEQUENCE:3", "SEQUENCE:4", "SEQUENCE:5");
    assertThat(all)
        .extracting(c -> line(c, "STATUS"))
        .containsExactly(
            "STATUS:CONFIRMED", "STATUS:TENTATIVE", "STATUS:CONFIRMED", "STATUS:CANCELLED");
    assertThat(all.getLast()).contains("method=CANCEL", "METHOD:CANCEL");
  }

  @Test
  void whatWasNeverAgreedNeedsNoCalendar() {
    var id = meeting.proposed(pair, 24, 48);
    interviews.cancel(pair.client(), id, 1, "").orFail();

    assertThat(sent(pair.client())).isEmpty();
    assertThat(sent(pair.assistant())).isEmpty();
  }
}
