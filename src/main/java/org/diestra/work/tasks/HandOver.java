package org.diestra.work.tasks;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.base.Ids;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.page.Pages;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.contracts.Contracts;
import org.diestra.work.engagements.Engagement;
import org.diestra.work.engagements.EngagementEnded;
import org.diestra.work.engagements.EngagementEnding;
import org.diestra.work.engagements.Engagements;
import org.diestra.work.tasks.Facts.Count;
import org.diestra.work.tasks.Task.Agreed;
import org.diestra.work.tasks.TaskMoves.With;
import org.diestra.work.tasks.Work.Criterion;
import org.diestra.work.tasks.Work.Due;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * What the end of a contract means for its tasks: with the notice, or with an end at once, there is
 * a checklist of what is handed over; what was never begun is called off.
 */
@Component
class HandOver {
  private static final List<String> CRITERIA =
      List.of(
          "tasks.hand-over.work",
          "tasks.hand-over.files",
          "tasks.hand-over.passwords",
          "tasks.hand-over.appointments");
  private final TaskStore store;
  private final TaskLists lists;
  private final TaskMoves moves;
  private final Contracts contracts;
  private final Engagements engagements;
  private final Organisations organisations;
  private final ObjectProvider<TaskFunding> funding; // of the module that has money
  private final Pages pages;
  private final HouseRights house;
  private final Clock clock;

  HandOver(
      TaskStore store,
      TaskLists lists,
      TaskMoves moves,
      Contracts contracts,
      Engagements engagements,
      Organisations organisations,
      ObjectProvider<TaskFunding> funding,
      Pages pages,
      HouseRights house,
      Clock clock) {
    this.store = store;
    this.lists = lists;
    this.moves = moves;
    this.contracts = contracts;
    this.engagements = engagements;
    this.organisations = organisations;
    this.funding = funding;
    this.pages = pages;
    this.house = house;
    this.clock = clock;
  }

  @ApplicationModuleListener
  void on(EngagementEnding event) {
    house.call(() -> !contracts.trial(event.contract()) && begin(event.contract(), event.endsAt()));
  }

  @ApplicationModuleListener
  void on(EngagementEnded event) {
    house.call(() -> {
      var waiting = lists.waiting(event.contract());
      waiting.forEach(task -> moves.locked(task.facts().id())); // all, before any money moves
      waiting.forEach(this::callOff);
      var engagement = engagements.find(event.contract()).orElseThrow();
      return engagement.facts().startedAt() == null
          || contracts.trial(event.contract()) // it opened nothing that could be handed over
          || begin(event.contract(), engagement.facts().since());
    });
  }

  private void callOff(Task task) {
    var before = moves.locked(task.facts().id());
    if (before instanceof Task.Waiting waiting) {
      if (before instanceof Task.Funded) {
        funding.ifAvailable(money -> money.giveBack(before.facts().id()));
      }
      moves.moved(before, waiting.cancel(null, clock.instant()), null, With.NOTHING);
    }
  }

  /** Once more changes nothing. */
  private boolean begin(ContractId id, Instant due) {
    int number = store.number(id);
    if (store.handsOver(id)) {
      return false;
    }
    var engagement = engagements.find(id).orElseThrow();
    var terms = contracts.terms(id);
    var work = work(engagement, terms.language(), due);
    var facts =
        new Facts(
            Tasks.place(engagement, number, true),
            work,
            Count.none(work, terms.revisionRounds()).agreed(null, clock.instant()),
            1,
            clock.instant());
    moves.begun(new Agreed(facts), terms.pay().currency().getCurrencyCode(), null);
    return true;
  }

  private Work work(Engagement engagement, String language, Instant due) {
    var zone = organisations.get(engagement.facts().organisation()).zone();
    var words = pages.formats(Locale.of(language), zone);
    var criteria =
        CRITERIA.stream().map(key -> new Criterion(Ids.fresh(), words.words(key))).toList();
    var brief =
        Stream.of(
                "tasks.hand-over.list.open",
                "tasks.hand-over.list.where",
                "tasks.hand-over.list.accounts",
                "tasks.hand-over.list.people",
                "tasks.hand-over.list.own")
            .map(key -> "- [ ] " + words.words(key))
            .reduce(words.words("tasks.hand-over.brief") + "\n", (all, line) -> all + "\n" + line);
    return new Work(
        words.words("tasks.hand-over.title"),
        brief,
        null,
        criteria,
        null,
        null,
        new Due(due, zone),
        null,
        null);
  }
}
