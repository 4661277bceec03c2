package org.diestra.work.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.demo.Cast;
import org.diestra.platform.demo.DemoPart;
import org.diestra.platform.demo.Past;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.contracts.Contracts;
import org.diestra.work.time.Entry.Said;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The hours of the practice's contract by the month: a first month of which a part rolled on, and
 * the second as far as it has come.
 */
@Component
class MonthlyDemo implements DemoPart {
  private static final List<String> NOTES =
      List.of(
          "Waiting list gone through, nine gaps offered",
          "Letters to everybody who missed an appointment",
          "Reminders for next week, two moved by phone",
          "How long people waited, counted by therapist");
  private static final int[] MINUTES = {210, 150, 195, 240, 120, 225, 165}; // a week each
  private static final int AHEAD = 5; // days before a month begins on which it is paid

  private final Contracts contracts;
  private final Entries entries;
  private final Timesheets sheets;
  private final ObjectProvider<StagedMoney> money; // who ask here themselves
  private final Past past;

  MonthlyDemo(
      Contracts contracts,
      Entries entries,
      Timesheets sheets,
      ObjectProvider<StagedMoney> money,
      Past past) {
    this.contracts = contracts;
    this.entries = entries;
    this.sheets = sheets;
    this.money = money;
    this.past = past;
  }

  @Override
  public String name() {
    return "time:month";
  }

  @Override
  public String scene() {
    return "month";
  }

  @Override
  public int order() {
    return 37;
  }

  /** Something that happened then. */
  private record Deed(Instant at, Runnable what) {}

  /** In the order in which it happened, and nothing that is still to come. */
  @Override
  public void play(Cast cast) {
    var owner = cast.viewer(Cast.PRACTICE);
    var assistant = cast.viewer(Cast.ASSISTANT_4);
    var contract = contracts.of(owner, null).getFirst().id();
    var monday = past.monday().minusDays(7);
    var deeds = new ArrayList<Deed>();
    for (int week = 0; week < MINUTES.length; week++) {
      week(deeds, assistant, contract, monday.plusWeeks(week), week);
    }
    var next = on(monday.plusMonths(1).minusDays(AHEAD), LocalTime.of(10, 0), owner.zone());
    deeds.add(new Deed(next, () -> money(m -> m.topUp(owner, contract))));
    deeds.stream()
        .filter(deed -> past.has(deed.at()))
        .sorted(Comparator.comparing(Deed::at))
        .forEach(deed -> past.run(deed.at(), deed.what()));
  }

  /** Two stretches, submitted on Friday and left to its time. */
  private void week(
      List<Deed> deeds, Viewer assistant, ContractId contract, LocalDate monday, int number) {
    int first = MINUTES[number] / 2;
    write(deeds, assistant, contract, monday.plusDays(1), first, number);
    write(deeds, assistant, contract, monday.plusDays(3), MINUTES[number] - first, number + 1);
    var of = new Week(monday);
    var friday = on(monday.plusDays(4), LocalTime.of(19, 30), assistant.zone());
    deeds.add(new Deed(friday, () -> sheets.submit(assistant, contract, of).orFail()));
    deeds.add(new Deed(of.closesAt(), () -> sheets.close(contract, of)));
    deeds.add(new Deed(of.closesAt().plusSeconds(60), () -> money(StagedMoney::bill)));
  }

  private void write(
      List<Deed> deeds,
      Viewer assistant,
      ContractId contract,
      LocalDate day,
      int minutes,
      int note) {
    var from = on(day, LocalTime.of(16, 0), assistant.zone());
    var span = new Span(from, from.plus(minutes, ChronoUnit.MINUTES));
    var said = new Said(span, null, NOTES.get(note % NOTES.size()));
    var written = span.to().plus(20, ChronoUnit.MINUTES);
    deeds.add(new Deed(written, () -> entries.add(assistant, contract, said).orFail()));
  }

  private void money(Consumer<StagedMoney> deed) {
    money.orderedStream().forEach(deed);
  }

  private static Instant on(LocalDate day, LocalTime at, ZoneId zone) {
    return day.atTime(at).atZone(zone).toInstant();
  }
}
