package org.diestra.operator.disputes;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import org.diestra.operator.disputes.Dispute.Decided;
import org.diestra.operator.disputes.Dispute.Named;
import org.diestra.operator.disputes.Dispute.Opened;
import org.diestra.operator.disputes.Dispute.Proposed;
import org.diestra.operator.disputes.Dispute.Undecided;
import org.diestra.operator.disputes.Move.What;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.HouseRights;
import org.diestra.work.contracts.Side;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door for both sides of a dispute: from answering it to appealing against a decision. */
@Service
class Disputes {
  /** How often one side may say something before a mediator asks: each is a letter to the other. */
  static final int WORDS = 30;

  private final DisputeStore store;
  private final HistoryStore history;
  private final Steps steps;
  private final Times times;
  private final HouseRights house;

  Disputes(DisputeStore store, HistoryStore history, Steps steps, Times times, HouseRights house) {
    this.store = store;
    this.history = history;
    this.steps = steps;
    this.times = times;
    this.house = house;
  }

  /**
   * The other side answers with its own figure.
   *
   * @param words null where its figure meets what is claimed, and there is nothing to explain
   */
  @Transactional
  public Outcome<Dispute> respond(
      Viewer viewer, DisputeId id, Money figure, @Nullable String words) {
    return moving(
        viewer,
        id,
        (before, side) -> {
          if (!(before instanceof Opened opened) || side == opened.facts().claim().side()) {
            return refused(Steps.MOVED);
          }
          var figures = opened.facts().figures();
          if (figure.isMoreThan(figures.stake())) {
            return refused(Refusal.invalid("figure", "disputes.figure.too-much", figures.stake()));
          }
          var until = times.negotiate(opened.facts().place());
          var after = opened.respond(figures.with(side, figure), until, steps.now());
          var move = Move.of(What.RESPONDED, side, viewer.id()).with(figure).saying(words);
          return done(steps.named(opened, after, move));
        });
  }

  /** What a step of one side does to a dispute that is locked. */
  private interface Doing {
    Outcome<Dispute> to(Dispute before, Side side);
  }

  /**
   * @throws NotFound if there is none that this person may commit a side of
   */
  private Outcome<Dispute> moving(Viewer viewer, DisputeId id, Doing doing) {
    return house.call(() -> {
      store.find(id).orElseThrow(NotFound::new).facts().place().side(viewer);
      var before = steps.locked(id);
      return doing.to(before, before.facts().place().side(viewer));
    });
  }

  /** One side comes closer to the other. */
  @Transactional
  public Outcome<Dispute> name(Viewer viewer, DisputeId id, Money figure) {
    return moving(
        viewer,
        id,
        (before, side) -> {
          if (!(before instanceof Named named)) {
            return refused(Steps.MOVED);
          }
          var figures = named.facts().figures();
          if (figure.isMoreThan(figures.stake()) || !figures.closer(side, figure)) {
            var key = side == Side.CLIENT ? "disputes.figure.more" : "disputes.figure.less";
            return refused(Refusal.invalid("figure", key, named.facts().figure(side)));
          }
          var after =
              (Undecided) named.with(named.facts().with(figures.with(side, figure)).still());
          var move = Move.of(What.FIGURE, side, viewer.id()).with(figure);
          return done(steps.named(named, after, move));
        });
  }

  /**
   * Words that both sides and the mediator read.
   *
   * @param seen the version that the viewer had before it, so that a second press says nothing
   */
  @Transactional
  public Outcome<Dispute> say(Viewer viewer, DisputeId id, int seen, String words) {
    return moving(
        viewer,
        id,
        (before, side) -> {
          if (!before.hears(side) || seen != before.facts().version()) {
            return refused(Steps.MOVED);
          }
          if (!before.stage().ofTheHouse() && history.said(id, side) >= WORDS) {
            return refused(Refusal.conflict("disputes.conflict.said", WORDS));
          }
          var move = Move.of(What.SAID, side, viewer.id()).saying(words);
          return done(steps.move(before, before.with(before.facts().still()), move));
        });
  }

  /** It takes what was proposed; once both do, so it is. */
  @Transactional
  public Outcome<Dispute> accept(Viewer viewer, DisputeId id) {
    return moving(
        viewer,
        id,
        (before, side) -> {
          if (!(before instanceof Proposed proposed) || side == proposed.accepted()) {
            return refused(Steps.MOVED);
          }
          var move = Move.of(What.ACCEPTED, side, viewer.id()).with(proposed.figure());
          var after = steps.move(proposed, proposed.accept(side), move);
          return done(
              proposed.accepted() == null
                  ? after
                  : steps.settle(after, Ending.PROPOSAL, proposed.figure()));
        });
  }

  /** It does not take what was proposed, so that an operator has to decide. */
  @Transactional
  public Outcome<Dispute> refuse(Viewer viewer, DisputeId id) {
    return moving(
        viewer,
        id,
        (before, side) ->
            before instanceof Proposed proposed && side != proposed.accepted()
                ? done(steps.fail(proposed, Move.of(What.REFUSED, side, viewer.id())))
                : refused(Steps.MOVED));
  }

  /** Who gets less by the decision than it asked for has another operator look at it, once. */
  @Transactional
  public Outcome<Dispute> appeal(Viewer viewer, DisputeId id, String words) {
    return moving(
        viewer,
        id,
        (before, side) -> {
          if (!(before instanceof Decided decided) || !steps.now().isBefore(decided.dueAt())) {
            return refused(Steps.MOVED);
          }
          if (!decided.facts().figures().loses(side, decided.figure())) {
            return refused(Refusal.conflict("disputes.conflict.won"));
          }
          var until = times.decide(decided.facts().place());
          var move = Move.of(What.APPEALED, side, viewer.id()).saying(words);
          return done(steps.move(decided, decided.appeal(until, steps.now()), move));
        });
  }

  /** Who opened it takes it back: the task goes on with the time that was left. */
  @Transactional
  public Outcome<Dispute> withdraw(Viewer viewer, DisputeId id, @Nullable String words) {
    return moving(
        viewer,
        id,
        (before, side) ->
            before instanceof Undecided open && side == open.facts().claim().side()
                ? done(steps.withdraw(open, viewer, words))
                : refused(Steps.MOVED));
  }
}
