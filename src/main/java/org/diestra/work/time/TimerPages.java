package org.diestra.work.time;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.engagements.Engagements;
import org.diestra.work.time.HoursCover.Cover;
import org.diestra.work.time.PlanStore.Plan;
import org.diestra.work.time.Subjects.Subject;
import org.diestra.work.time.WeekView.MonthView;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what the timer shows, wherever it stands. */
@Component
class TimerPages {
  private final RunningStore store;
  private final PlanStore plans;
  private final SheetStore sheets;
  private final Engagements engagements;
  private final Subjects subjects;
  private final MonthPages months;
  private final ObjectProvider<HoursCover> cover; // who ask here themselves
  private final Clock clock;

  TimerPages(
      RunningStore store,
      PlanStore plans,
      SheetStore sheets,
      Engagements engagements,
      Subjects subjects,
      MonthPages months,
      ObjectProvider<HoursCover> cover,
      Clock clock) {
    this.store = store;
    this.plans = plans;
    this.sheets = sheets;
    this.engagements = engagements;
    this.subjects = subjects;
    this.months = months;
    this.cover = cover;
    this.clock = clock;
  }

  /**
   * What the timer shows.
   *
   * @param person whose it is, as a browser keeps apart what waits to be sent
   * @param running what runs, or null
   * @param plans of contracts for which it can be started
   * @param here the contract whose page it stands on, or null
   * @param subjects of the contract that runs, or of the page's
   * @param cover of that contract's hours, or null where no money is held for them
   * @param month of a retainer that its hours draw from now, or null
   * @param key under which the next start is known
   */
  record TimerView(
      String person,
      @Nullable Running running,
      @Nullable String title,
      List<Plan> plans,
      @Nullable ContractId here,
      List<Subject> subjects,
      @Nullable Cover cover,
      @Nullable MonthView month,
      String key,
      Instant now) {
    int minutes() {
      var started = running == null ? now : running.startedAt();
      return (int) java.time.Duration.between(started, now).toMinutes();
    }

    /** Where it loads itself again. */
    String href() {
      return here == null ? "/time/panel" : "/time/panel?here=" + here;
    }
  }

  /** A contract in the list of an assistant's hours. */
  record WeekRow(Plan plan, int minutes) {
    String href() {
      return "/contracts/" + plan.contract() + "/time";
    }
  }

  @Transactional(readOnly = true)
  public TimerView view(Viewer viewer, @Nullable ContractId here) {
    var running = store.find(viewer.id()).orElse(null);
    var open =
        engagements.running(viewer.id()).stream()
            .map(it -> it.facts().contract())
            .collect(Collectors.toSet());
    var all = plans.of(viewer.id());
    var of = running == null ? here : running.contract();
    return new TimerView(
        Ids.text(viewer.id().value()),
        running,
        Optional.ofNullable(running)
            .flatMap(r -> all.stream().filter(p -> p.contract().equals(r.contract())).findFirst())
            .map(Plan::title)
            .orElse(null),
        all.stream().filter(p -> open.contains(p.contract())).toList(),
        here,
        of == null ? List.of() : subjects.of(of).stream().filter(Subject::open).toList(),
        all.stream().anyMatch(p -> p.contract().equals(of))
            ? cover(Objects.requireNonNull(of))
            : null,
        of == null ? null : month(all, of),
        Ids.text(Ids.fresh()),
        clock.instant());
  }

  private @Nullable MonthView month(List<Plan> plans, ContractId contract) {
    return plans.stream()
        .filter(p -> p.contract().equals(contract) && p.allowance() != null)
        .findFirst()
        .map(p -> months.of(contract, Week.of(clock.instant()), p.tariff()))
        .orElse(null);
  }

  private @Nullable Cover cover(ContractId contract) {
    return cover.orderedStream().flatMap(c -> c.of(contract).stream()).findFirst().orElse(null);
  }

  /** The contracts that pay this person's hours, with what this week has of each. */
  @Transactional(readOnly = true)
  public List<WeekRow> week(Viewer viewer) {
    var minutes =
        sheets.of(viewer.id(), Week.of(clock.instant())).stream()
            .collect(Collectors.toMap(s -> s.facts().contract(), s -> s.facts().minutes()));
    return plans.of(viewer.id()).stream()
        .map(plan -> new WeekRow(plan, minutes.getOrDefault(plan.contract(), 0)))
        .toList();
  }
}
