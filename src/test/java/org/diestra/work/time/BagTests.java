package org.diestra.work.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.work.time.Samples.CONTRACT;
import static org.diestra.work.time.Samples.ROSA;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.base.Ids;
import org.diestra.work.contracts.Side;
import org.diestra.work.engagements.Engagement;
import org.diestra.work.engagements.Run;
import org.diestra.work.time.Bag.Allowance;
import org.diestra.work.time.Bag.Taken;
import org.junit.jupiter.api.Test;

class BagTests {
  private static final Allowance TWENTY = new Allowance(1_200, 300);

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  private static Instant at(String day) {
    return Instant.parse(day + "T09:00:00Z");
  }

  private static Bag first(String day) {
    return Bag.first(CONTRACT, TWENTY, day(day));
  }

  private static Engagement.Active active(String day) {
    return new Engagement.Active(
        new Engagement.Facts(
            CONTRACT,
            new WorkspaceId(Ids.fresh()),
            new OrganisationId(Ids.fresh()),
            ROSA,
            "Redes",
            Set.of(),
            false,
            7,
            2,
            at(day),
            at(day)));
  }

  private static List<Bag> begun(String now, Run... runs) {
    return BagMonths.begun(
        active("2027-01-31"), List.of(runs), List.of(), TWENTY, null, Instant.parse(now));
  }

  @Test
  void monthsAreCountedFromTheDayOnWhichWorkBegan() {
    var months = new ArrayList<Bag>();
    months.add(first("2027-01-31"));
    for (int i = 0; i < 13; i++) {
      months.add(months.getLast().next(TWENTY, months.getLast().ends()));
    }
    assertThat(months.subList(0, 4))
        .extracting(Bag::ends)
        .containsExactly(
            day("2027-02-28"), day("2027-03-31"), day("2027-04-30"), day("2027-05-31"));
    assertThat(months.get(12).begins()).isEqualTo(day("2028-01-31"));
    assertThat(months.get(12).ends()).isEqualTo(day("2028-02-29"));
    assertThat(months.get(13).ends()).isEqualTo(day("2028-03-31"));
    assertThat(first("2028-02-29").next(TWENTY, day("2028-03-29")).ends())
        .isEqualTo(day("2028-04-29"));
  }

  @Test
  void aWeekIsOfTheMonthInWhichItsMondayLiesAndTheFirstOfTheFirst() {
    var january = first("2027-01-06"); // a Wednesday
    assertThat(january.firstWeek()).isEqualTo(day("2027-01-04"));
    var february = january.next(TWENTY, january.ends()); // a Saturday
    assertThat(february.firstWeek()).isEqualTo(day("2027-02-08"));
    assertThat(BagMonths.lastWeek(january, february, active("2027-01-06")).monday())
        .isEqualTo(day("2027-02-01"));
    assertThat(BagMonths.lastWeek(february, null, active("2027-01-06")).monday())
        .isEqualTo(day("2027-03-01"));
    assertThat(first("2027-02-01").next(TWENTY, day("2027-03-01")).firstWeek())
        .isEqualTo(day("2027-03-01")); // a Monday itself
  }

  @Test
  void whatRolledInIsUsedFirstAndExpires() {
    var month = first("2027-02-01").receive(300);
    assertThat(month.taken(100)).isEqualTo(new Taken(100, 0));
    month = month.draw(month.taken(500));
    assertThat(month.used()).isEqualTo(200);
    assertThat(month.usedRolled()).isEqualTo(300);
    assertThat(month.left()).isEqualTo(1_000);
    assertThat(month.taken(5_000)).isEqualTo(new Taken(0, 1_000));
    assertThat(month.close(true).rolledOn()).isEqualTo(300);
    var unused =
        first("2027-02-01").receive(300).close(true); // its own 20 h, no more than 5 h of them
    assertThat(unused.rolledOn()).isEqualTo(300);
    var exact = month.draw(month.taken(1_000));
    assertThat(exact.left()).isZero();
    assertThat(exact.close(true).rolledOn()).isZero();
  }

  @Test
  void whatIsCountedAfterItsEndNeverTakesWhatRolledOn() {
    var month = first("2027-02-01");
    month = month.draw(month.taken(1_000)).close(true);
    assertThat(month.rolledOn()).isEqualTo(200);
    assertThat(month.left()).isZero();
    var idle = first("2027-02-01").close(true);
    assertThat(idle.left()).isEqualTo(900);
    assertThat(idle.draw(idle.taken(2_000)).left()).isZero();
    assertThat(idle.draw(idle.taken(2_000)).rolledOn()).isEqualTo(300);
  }

  @Test
  void noMonthBeginsWhileTheWorkRestsAndTheNextCountsFromTheDayItGoesOn() {
    var first = new Run(at("2027-01-31"), at("2027-02-20"));
    assertThat(begun("2027-03-20T00:00:00Z", first)).hasSize(1);
    var again = new Run(at("2027-03-10"), null);
    var months = begun("2027-05-10T00:00:00Z", first, again);
    assertThat(months)
        .extracting(Bag::begins)
        .containsExactly(
            day("2027-01-31"), day("2027-03-10"), day("2027-04-10"), day("2027-05-10"));
    assertThat(months.get(1).firstWeek()).isEqualTo(day("2027-03-08")); // nobody else's
    var within = new Run(at("2027-02-27"), null); // the month that ran goes on
    assertThat(begun("2027-02-28T00:00:00Z", first, within))
        .extracting(Bag::begins)
        .containsExactly(day("2027-01-31"), day("2027-02-28"));
  }

  @Test
  void noMonthBeginsForTheLastHoursOfANotice() {
    var run = new Run(at("2027-01-31"), Instant.parse("2027-02-28T04:59:59Z"));
    assertThat(begun("2027-03-05T00:00:00Z", run)).hasSize(1);
    var longer = new Run(at("2027-01-31"), Instant.parse("2027-03-01T04:59:59Z"));
    assertThat(begun("2027-03-05T00:00:00Z", longer)).hasSize(2);
    var it = active("2027-01-31");
    var ended =
        new Engagement.Ended(
            new Engagement.Facts(
                CONTRACT,
                it.facts().workspace(),
                it.facts().organisation(),
                ROSA,
                "Redes",
                Set.of(),
                false,
                7,
                4,
                at("2027-02-10"),
                it.facts().startedAt()),
            Engagement.End.SAFETY,
            Side.CLIENT);
    assertThat(BagMonths.lastWeek(first("2027-01-31"), null, ended).monday())
        .isEqualTo(day("2027-02-08"));
  }

  @Test
  void weeksThatAreNotClosedCountAsTheyStandAndSoDoesWhatWouldRollOn() {
    var february = first("2027-02-01");
    var march = february.next(TWENTY, february.ends());
    var open = new TreeMap<LocalDate, Integer>();
    open.put(day("2027-02-01"), 700);
    open.put(day("2027-02-22"), 400);
    open.put(day("2027-03-01"), 250);
    var room = new BagRoom(List.of(february, march), open);
    assertThat(room.before(day("2027-01-25"))).isNull();
    assertThat(room.before(day("2027-02-01"))).isEqualTo(1_200);
    assertThat(room.before(day("2027-02-08"))).isEqualTo(500);
    assertThat(room.before(day("2027-03-01"))).isEqualTo(1_300); // a hundred would roll on
    assertThat(room.before(day("2027-03-08"))).isEqualTo(1_050);
    assertThat(room.asItStands(february).drawn()).isEqualTo(1_100);
    assertThat(room.asItStands(march).usedRolled()).isEqualTo(100);
  }
}
