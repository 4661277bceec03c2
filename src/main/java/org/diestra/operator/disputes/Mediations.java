package org.diestra.operator.disputes;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.util.List;
import java.util.Optional;
import org.diestra.operator.disputes.Dispute.Appealed;
import org.diestra.operator.disputes.Dispute.Deciding;
import org.diestra.operator.disputes.Dispute.Mediation;
import org.diestra.operator.disputes.Dispute.Undecided;
import org.diestra.operator.disputes.HistoryStore.Decision;
import org.diestra.operator.disputes.Move.What;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.exchange.Exchange;
import org.diestra.work.contracts.Side;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door for operators, who propose and decide. Whoever has a tie to either side finds nothing
 * here, and nobody decides about an appeal who had a part in what it is against.
 */
@Service
class Mediations {
  private final DisputeStore store;
  private final HistoryStore history;
  private final Steps steps;
  private final Times times;
  private final DisputeNotices notices;
  private final DisputeRules rules;
  private final Exchange exchange;
  private final HouseRights house;
  private final Audit audit;

  Mediations(
      DisputeStore store,
      HistoryStore history,
      Steps steps,
      Times times,
      DisputeNotices notices,
      DisputeRules rules,
      Exchange exchange,
      HouseRights house,
      Audit audit) {
    this.store = store;
    this.history = history;
    this.steps = steps;
    this.times = times;
    this.notices = notices;
    this.rules = rules;
    this.exchange = exchange;
    this.house = house;
    this.audit = audit;
  }

  /** What a step of an operator does to a dispute that is locked. */
  private interface Doing {
    Outcome<Dispute> to(Dispute before);
  }

  private Outcome<Dispute> moving(Viewer operator, DisputeId id, Doing doing) {
    return house.call(() -> {
      seen(operator, id);
      return doing.to(steps.locked(id));
    });
  }

  /**
   * As operators see it.
   *
   * @throws NotFound if there is none, or this operator has a tie to one of its sides
   */
  @Transactional(readOnly = true)
  public Dispute get(Viewer operator, DisputeId id) {
    return house.call(() -> seen(operator, id));
  }

  private Dispute seen(Viewer operator, DisputeId id) {
    var it = store.find(id).orElseThrow(NotFound::new);
    if (!operator.operator() || !it.facts().place().neutral(operator)) {
      throw new NotFound();
    }
    return it;
  }

  /** That an operator looked at the evidence is written down. */
  @Transactional
  public void looked(Viewer operator, DisputeId id) {
    var it = get(operator, id);
    audit.record(
        Deed.of("disputes", "look")
            .by(operator.id().value())
            .on("dispute", id.value())
            .onBehalfOf(it.facts().place().client().value()));
  }

  /** Whether that operator may still take it in hand, or confirm what another decided. */
  @Transactional(readOnly = true)
  public boolean unbiased(Viewer operator, Dispute it) {
    return !(it instanceof Appealed)
        || house.call(() ->
            history.judges(it.facts().id()).stream().noneMatch(p -> p.equals(operator.id()))
                || decided(it).filter(d -> d.by().equals(operator.id())).isPresent());
  }

  /** Takes it in hand, also out of another's. */
  @Transactional
  public Outcome<Dispute> take(Viewer operator, DisputeId id) {
    return moving(
        operator,
        id,
        before -> {
          var facts = before.facts();
          if (!before.stage().ofTheHouse() || operator.id().equals(facts.mediator())) {
            return refused(Steps.MOVED);
          }
          if (!unbiased(operator, before)) {
            return refused(Refusal.conflict("disputes.conflict.biased"));
          }
          var after = before.with(facts.by(operator.id()).still());
          return done(steps.move(before, after, Move.by(What.TAKEN, operator.id())));
        });
  }

  /**
   * Asks one side for its words.
   *
   * @param seen the version that the operator had before it
   */
  @Transactional
  public Outcome<Dispute> ask(Viewer operator, DisputeId id, int seen, Side side, String words) {
    return moving(
        operator,
        id,
        before -> {
          if (!before.stage().ofTheHouse()
              || !operator.id().equals(before.facts().mediator())
              || seen != before.facts().version()) {
            return refused(Steps.MOVED);
          }
          var move = Move.by(What.ASKED, operator.id()).asking(side).saying(words);
          return done(steps.move(before, before.with(before.facts().still()), move));
        });
  }

  @Transactional
  public Outcome<Dispute> propose(Viewer operator, DisputeId id, Money figure, String words) {
    return moving(
        operator,
        id,
        before -> {
          if (!(before instanceof Mediation mediation)
              || !operator.id().equals(before.facts().mediator())) {
            return refused(Steps.MOVED);
          }
          if (!before.facts().figures().hold(figure)) {
            return refused(outside(before));
          }
          var until = times.accept(before.facts().place());
          var move = Move.by(What.PROPOSED, operator.id()).with(figure).saying(words);
          return done(steps.move(before, mediation.propose(figure, until, steps.now()), move));
        });
  }

  /** Neither gets more than it asks for, nor gives more than it is asked for. */
  private static Refusal outside(Dispute it) {
    var facts = it.facts();
    return Refusal.invalid(
        "figure",
        "disputes.figure.outside",
        facts.figure(Side.CLIENT),
        facts.figure(Side.ASSISTANT));
  }

  /** Decides; where much is at stake it holds once a second operator has confirmed it. */
  @Transactional
  public Outcome<Dispute> decide(Viewer operator, DisputeId id, Money figure, String words) {
    return moving(
        operator,
        id,
        before -> {
          var facts = before.facts();
          if (!(before instanceof Deciding || before instanceof Appealed)
              || !operator.id().equals(facts.mediator())) {
            return refused(Steps.MOVED);
          }
          if (!facts.figures().hold(figure)) {
            return refused(outside(before));
          }
          if (decided(before).filter(d -> d.same(operator.id(), figure, words)).isPresent()) {
            return done(before); // pressed twice
          }
          var decision =
              new Decision(
                  history.decisions(id).size() + 1,
                  before instanceof Appealed,
                  figure,
                  words,
                  operator.id(),
                  steps.now(),
                  null);
          history.add(id, decision);
          audit.record(
              Deed.of("disputes", "draft")
                  .by(operator.id().value())
                  .on("dispute", id.value())
                  .with("figure", figure.toString()));
          if (second(before)) {
            notices.drafted(before, operator.id(), decision.number());
            return done(before);
          }
          return done(hold(before, decision));
        });
  }

  private Dispute hold(Dispute before, Decision decision) {
    var move =
        Move.by(What.DECIDED, decision.by()).with(decision.figure()).saying(decision.words());
    return switch (before) {
      case Deciding deciding ->
          steps.move(
              deciding,
              deciding.decide(decision.figure(), times.appeal(before.facts().place()), steps.now()),
              move);
      case Appealed appealed -> {
        var heard = steps.move(appealed, appealed.with(appealed.facts().still()), move);
        yield steps.close(heard, heard.decide(decision.figure(), steps.now()));
      }
      default -> throw new IllegalStateException("not to be decided: " + before);
    };
  }

  /** What waits for a second operator, if anything: the latest that was decided at this stage. */
  private Optional<Decision> decided(Dispute it) {
    var all = history.decisions(it.facts().id());
    return all.isEmpty() || !(it instanceof Deciding || it instanceof Appealed)
        ? Optional.empty()
        : Optional.of(all.getLast()).filter(d -> d.appeal() == it instanceof Appealed);
  }

  /** Whoever may see it: a decision that waits for a second operator. */
  @Transactional(readOnly = true)
  public Optional<Decision> waiting(Dispute it) {
    return house.call(() -> decided(it));
  }

  /**
   * A second operator agrees with what another decided.
   *
   * @param number of the decision that it had before it
   */
  @Transactional
  public Outcome<Dispute> confirm(Viewer operator, DisputeId id, int number) {
    return moving(
        operator,
        id,
        before -> {
          var decision = decided(before).filter(d -> d.number() == number).orElse(null);
          if (decision == null) {
            return refused(Steps.MOVED);
          }
          if (decision.by().equals(operator.id())
              || before instanceof Appealed && !unbiased(operator, before)) {
            return refused(Refusal.conflict("disputes.conflict.biased"));
          }
          if (!before.facts().figures().hold(decision.figure())) {
            return refused(Refusal.conflict("disputes.conflict.outside"));
          }
          history.confirm(id, number, operator.id(), steps.now());
          return done(hold(before, decision));
        });
  }

  /** All that are open to this operator, and the last that are over. */
  @Transactional(readOnly = true)
  public List<Dispute> queue(Viewer operator, boolean over, int most) {
    return house.call(() -> over ? store.over(most) : store.queue(most)).stream()
        .filter(it -> it.facts().place().neutral(operator))
        .toList();
  }

  /** Whether it takes a second operator to decide; an appeal is heard by another one anyway. */
  boolean second(Dispute it) {
    return it instanceof Undecided && rules.second(it.facts().figures().stake(), exchange);
  }
}
