package org.diestra.work.time;

import static java.time.temporal.ChronoUnit.MINUTES;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.demo.Cast;
import org.diestra.platform.demo.DemoPart;
import org.diestra.platform.demo.Past;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.contracts.Contracts;
import org.diestra.work.time.Entry.Said;
import org.diestra.work.time.Stopwatch.Start;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The hours of the bookshop's contract: weeks that are accepted, the last one under review, and
 * this one as far as it has come.
 */
@Component
class HoursDemo implements DemoPart {
  private static final Duration HOLD = Duration.ofDays(6); // and some hours
  private final Contracts contracts;
  private final Subjects subjects;
  private final Stopwatch stopwatch;
  private final Entries entries;
  private final EntryStore store;
  private final Timesheets sheets;
  private final Reviews reviews;
  private final ObjectProvider<StagedMoney> money; // who ask here themselves
  private final Past past;

  HoursDemo(
      Contracts contracts,
      Subjects subjects,
      Stopwatch stopwatch,
      Entries entries,
      EntryStore store,
      Timesheets sheets,
      Reviews reviews,
      ObjectProvider<StagedMoney> money,
      Past past) {
    this.contracts = contracts;
    this.subjects = subjects;
    this.stopwatch = stopwatch;
    this.entries = entries;
    this.store = store;
    this.sheets = sheets;
    this.reviews = reviews;
    this.money = money;
    this.past = past;
  }

  @Override
  public String name() {
    return "time:hours";
  }

  @Override
  public String scene() {
    return "hours";
  }

  @Override
  public int order() {
    return 27;
  }

  @Override
  public void play(Cast cast) {
    var assistant = cast.viewer(Cast.ASSISTANT);
    var contract = contracts.of(assistant, null).getFirst().id();
    var owner = cast.viewer(Cast.CLIENT);
    new Season(contract, assistant, owner, cast.viewer(Cast.ACCOUNTANT), past.monday()).play();
  }

  /** Something that happened then. */
  private record Deed(Instant at, Runnable what) {}

  /** All weeks of the contract, from the Monday on which its work began. */
  private final class Season {
    private final List<Deed> deeds = new ArrayList<>();
    private final ContractId contract;
    private final Viewer assistant;
    private final Viewer owner;
    private final Viewer accountant;
    private final LocalDate monday;

    Season(
        ContractId contract, Viewer assistant, Viewer owner, Viewer accountant, LocalDate monday) {
      this.contract = contract;
      this.assistant = assistant;
      this.owner = owner;
      this.accountant = accountant;
      this.monday = monday;
    }

    /** In the order in which it happened, and nothing that is still to come. */
    void play() {
      HoursText.LINES.forEach(this::plan);
      var weeks = new TreeSet<>(HoursText.LINES.stream().map(HoursText.Line::week).toList());
      weeks.headSet(weeks.last()).forEach(week -> plan(week, weeks.last() - week));
      deeds.stream()
          .filter(deed -> past.has(deed.at()))
          .sorted(Comparator.comparing(Deed::at))
          .forEach(deed -> past.run(deed.at(), deed.what()));
    }

    private void plan(HoursText.Line line) {
      var from = on(line.week(), line.day().ordinal(), line.from(), assistant.zone());
      var span = new Span(from, from.plus(line.minutes(), MINUTES));
      if (!past.has(span.to())) {
        return;
      }
      if (line.source() == Entry.Source.TIMER) {
        var key = Ids.fresh();
        deeds.add(new Deed(from, () -> start(line, key)));
        deeds.add(new Deed(span.to(), () -> stop(line, key)));
      } else {
        deeds.add(new Deed(span.to().plus(20, MINUTES), () -> write(line, span)));
      }
      var question = line.question();
      if (question != null) {
        var asked = on(line.week(), 5, LocalTime.of(10, 30), owner.zone());
        deeds.add(new Deed(asked, () -> ask(question, span)));
        var answered = on(line.week(), 6, LocalTime.of(11, 0), assistant.zone());
        deeds.add(new Deed(answered, () -> answer(line.answer(), span)));
      }
    }

    /**
     * Submitted on Friday evening; the week before last is looked at by the accountant, one is left
     * to its time, and the last is still under review.
     *
     * @param ago how many weeks lie between it and this one
     */
    private void plan(int week, int ago) {
      var of = new Week(monday.plusWeeks(week));
      var friday = on(week, 4, LocalTime.of(17, 45), assistant.zone());
      deeds.add(new Deed(friday, () -> sheets.submit(assistant, contract, of).orFail()));
      var toppedUp = on(week, 7, LocalTime.of(9, 15), owner.zone());
      deeds.add(new Deed(toppedUp, () -> money(m -> m.topUp(owner, contract))));
      if (ago > 1 && ago != 4) {
        var by = ago == 2 ? accountant : owner;
        var accepted = on(week, 8, LocalTime.of(10, 0), by.zone());
        deeds.add(new Deed(accepted, () -> reviews.acceptAll(by, contract, of, null).orFail()));
      }
      deeds.add(new Deed(of.closesAt(), () -> sheets.close(contract, of)));
      deeds.add(new Deed(of.closesAt().plusSeconds(60), () -> money(StagedMoney::bill)));
      deeds.add(new Deed(of.closesAt().plus(HOLD), () -> money(StagedMoney::mature)));
    }

    private void money(Consumer<StagedMoney> deed) {
      money.orderedStream().forEach(deed);
    }

    private void start(HoursText.Line line, UUID key) {
      var start = new Start(contract, task(line), line.note(), key, null);
      stopwatch.start(assistant, start).orFail();
    }

    private void stop(HoursText.Line line, UUID key) {
      stopwatch.stop(assistant, key, line.note(), null).orFail();
    }

    private void write(HoursText.Line line, Span span) {
      entries.add(assistant, contract, new Said(span, task(line), line.note())).orFail();
    }

    private void ask(String words, Span span) {
      var line = line(span);
      reviews.query(owner, contract, line.id(), line.version(), words).orFail();
    }

    private void answer(String words, Span span) {
      var line = line(span);
      reviews.answer(assistant, contract, line.id(), line.version(), words).orFail();
    }

    private Entry.Facts line(Span span) {
      return store.week(contract, Week.of(span.from())).stream()
          .map(Entry::facts)
          .filter(facts -> facts.span().equals(span))
          .findFirst()
          .orElseThrow();
    }

    private @Nullable UUID task(HoursText.Line line) {
      return line.task().isEmpty()
          ? null
          : subjects.of(contract).stream()
              .filter(s -> s.title().startsWith(line.task()))
              .findFirst()
              .orElseThrow()
              .id();
    }

    /**
     * @param day after the Monday of that week
     */
    private Instant on(int week, int day, LocalTime at, ZoneId zone) {
      return monday.plusWeeks(week).plusDays(day).atTime(at).atZone(zone).toInstant();
    }
  }
}
