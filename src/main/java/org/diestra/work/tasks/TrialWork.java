package org.diestra.work.tasks;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.data.HouseRights;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.contracts.Contracts;
import org.diestra.work.engagements.Engagements;
import org.diestra.work.tasks.Facts.Count;
import org.diestra.work.tasks.Task.Agreed;
import org.diestra.work.tasks.Task.Stage;
import org.diestra.work.tasks.TaskMoves.With;
import org.diestra.work.tasks.Work.Criterion;
import org.diestra.work.tasks.Work.Due;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door for paid trials: the one task of a trial's contract, which both have agreed to with
 * their signatures, and what becomes of it where nobody does anything.
 */
@Service
public class TrialWork {
  /** Domain rules, section 6: no price goes back while its assistant was at work within this. */
  private static final Duration SILENT = Duration.ofDays(7);

  /** How long a payment that is on its way is waited for, before it is asked for again. */
  private static final Duration PATIENCE = Duration.ofDays(1);

  private final TaskStore store;
  private final TraceStore traces;
  private final LastWork lastWork;
  private final TaskMoves moves;
  private final Tasks tasks;
  private final Contracts contracts;
  private final Engagements engagements;
  private final ObjectProvider<TaskFunding> funding; // of the module that has money
  private final HouseRights house;
  private final Clock clock;

  TrialWork(
      TaskStore store,
      TraceStore traces,
      LastWork lastWork,
      TaskMoves moves,
      Tasks tasks,
      Contracts contracts,
      Engagements engagements,
      ObjectProvider<TaskFunding> funding,
      HouseRights house,
      Clock clock) {
    this.store = store;
    this.traces = traces;
    this.lastWork = lastWork;
    this.moves = moves;
    this.tasks = tasks;
    this.contracts = contracts;
    this.engagements = engagements;
    this.funding = funding;
    this.house = house;
    this.clock = clock;
  }

  /**
   * What is to be done.
   *
   * @param title 3–120 characters
   * @param brief Markdown, at most 10,000 characters
   * @param criteria what it is accepted by: 1–12, of 3–300 characters each
   * @param price for all of it, above zero
   * @param dueAt until when it is delivered
   * @param zone on whose clock that was meant
   */
  public record Wanted(
      String title, String brief, List<String> criteria, Money price, Instant dueAt, ZoneId zone) {}

  /** It stands agreed, in the transaction of the second signature; nobody is told of it apart. */
  @Transactional(propagation = Propagation.MANDATORY)
  public TaskId begin(ContractId contract, Wanted wanted) {
    return house.call(() -> {
      var engagement = engagements.find(contract).orElseThrow();
      var terms = contracts.terms(contract);
      var criteria = wanted.criteria().stream().map(c -> new Criterion(Ids.fresh(), c)).toList();
      var due = new Due(wanted.dueAt(), wanted.zone());
      var work =
          new Work(
              wanted.title(),
              wanted.brief(),
              null,
              criteria,
              wanted.price(),
              null,
              due,
              null,
              null);
      var now = clock.instant();
      var facts =
          new Facts(
              Tasks.place(engagement, store.number(contract), false),
              work,
              Count.none(work, terms.revisionRounds()).agreed(null, now),
              1,
              now);
      return moves.signed(new Agreed(facts), wanted.price().currency().getCurrencyCode());
    });
  }

  /** Whether money can be held for a trial between these two; without it none is a paid one. */
  public boolean served(OrganisationId client, PersonId assistant, Currency currency) {
    return funding.stream().anyMatch(money -> money.serves(client, assistant, currency));
  }

  /**
   * Nobody has paid for it by its day: it is called off. Once more changes nothing.
   *
   * @return when to ask again, as a payment is on its way; empty where it is settled
   */
  @Transactional
  public Optional<Instant> dropUnfunded(TaskId id) {
    return house.call(() -> {
      var before = moves.locked(id);
      var now = clock.instant();
      if (!(before instanceof Agreed agreed)
          || funding.stream().noneMatch(m -> m.keeps(before.facts().place().contract()))) {
        return Optional.empty();
      }
      if (funding.stream().anyMatch(money -> money.coming(id))) {
        return Optional.of(now.plus(PATIENCE));
      }
      moves.moved(agreed, agreed.cancel(null, now), null, With.NOTHING);
      return Optional.empty();
    });
  }

  /**
   * Nothing was delivered that the client has answered, and the assistant is silent: it is called
   * off, and what is held is the client's again (domain rules, section 6). Once more changes
   * nothing.
   *
   * @return when to ask again, as the assistant has been at work lately, or the client looks at
   *     what was delivered; empty where it is settled
   */
  @Transactional
  public Optional<Instant> lapse(TaskId id) {
    return house.call(() -> {
      var before = moves.locked(id);
      var now = clock.instant();
      if (before instanceof Task.Delivered || before instanceof Task.Disputed) {
        return Optional.of(now.plus(SILENT)); // it may be taken back
      }
      var after = answered(id) ? null : lapsed(before, now);
      if (after == null) {
        return Optional.empty();
      }
      var silentAt = lastWork.of(before, now).plus(SILENT);
      if (silentAt.isAfter(now)) {
        return Optional.of(silentAt);
      }
      funding.ifAvailable(money -> money.giveBack(id));
      moves.moved(before, after, null, With.NOTHING);
      return Optional.empty();
    });
  }

  /** Whether the client has said something about a delivery, so that it can't be as if none was. */
  private boolean answered(TaskId id) {
    return traces.moves(id).stream().anyMatch(move -> move.to() == Stage.CHANGES_REQUESTED);
  }

  private static Task.@Nullable Cancelled lapsed(Task before, Instant now) {
    return switch (before) {
      case Task.Waiting waiting -> waiting.cancel(null, now);
      case Task.InProgress doing -> doing.lapse(now);
      default -> null;
    };
  }

  /**
   * How it stands.
   *
   * @param key names its stage, in every language
   * @param tone of its badge: good, wait, stop, or empty
   * @param held whether the house holds money for it
   * @param missing of its price, still to come in; null where that is no question
   */
  public record Glance(
      String href, String key, String tone, boolean held, @Nullable Money missing) {
    /** Whether it can't begin before some of its price has come in. */
    public boolean unpaid() {
      return missing != null && missing.isPositive();
    }
  }

  /**
   * @throws org.diestra.platform.base.NotFound if it is not this person's to see
   */
  @Transactional(readOnly = true)
  public Glance glance(ContractId contract, TaskId id) {
    var task = tasks.get(contract, id);
    return new Glance(
        task.facts().place().href(),
        Overview.key(task.stage()),
        Overview.tone(task.stage()),
        tasks.funded(contract),
        tasks.missing(task));
  }
}
