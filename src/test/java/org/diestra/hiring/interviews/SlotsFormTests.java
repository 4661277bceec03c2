package org.diestra.hiring.interviews;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlotsFormTests {
  private static final Instant NOW = Instant.parse("2027-03-26T09:00:00Z");
  private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
  private final Problems problems = new Problems();

  private static SlotsForm form(String date, String time, String... ticked) {
    return new SlotsForm(List.of(ticked), date, time, "", "", "30", " Hello ", "0");
  }

  @Test
  void tickedAndTypedTimesGoTogetherInOrder() {
    var proposal = form("2027-03-29", "10:15", "2027-03-30T08:00:00Z").read(MADRID, NOW, problems);

    assertThat(proposal)
        .isEqualTo(
            new Interviews.Proposal(
                List.of(
                    new Slot(Instant.parse("2027-03-29T08:15:00Z"), 30),
                    new Slot(Instant.parse("2027-03-30T08:00:00Z"), 30)),
                "Hello"));
  }

  @ParameterizedTest
  @CsvSource({
    "2027-03-28, 02:30, time1, interviews.time.gap",
    "2027-03-28, '', time1, interviews.time.incomplete",
    "'', 12:00, date1, interviews.time.incomplete",
    "2027-03-26, 10:10, slot, interviews.slot.soon",
    "2027-07-26, 10:10, slot, interviews.slot.far",
    "2027-03-30, 10:20, slot, interviews.slot.overlap",
    "'', '', slot, interviews.slot.count"
  })
  void whatCannotBeMeantIsSaidAtItsField(String date, String time, String field, String why) {
    assertThat(form(date, time, "2027-03-30T08:00:00Z").read(MADRID, NOW, problems)).isNull();

    assertThat(problems.at(field)).isNotNull().extracting(Refusal::key).isEqualTo(why);
  }

  @Test
  void whatNoBrowserSendsIsRefusedToo() {
    var form = new SlotsForm(List.of("<b>"), null, null, null, null, "31", null, "x");

    assertThat(form.read(MADRID, NOW, problems)).isNull();
    assertThat(problems.all()).containsKeys("slot", "minutes");
    assertThat(form.version()).isZero();
  }
}
