package org.diestra.work.time;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.data.HouseRights;
import org.diestra.work.contracts.ContractId;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to the hours that retainers buy. What a week draws is decided when it is closed, in the
 * transaction that closes it; of two weeks that are closed at once the earlier draws first.
 */
@Service
public class Bags {
  private final BagStore store;
  private final PlanStore plans;
  private final BagCourse course;
  private final ObjectProvider<BagFollower> followers; // who ask here themselves
  private final HouseRights house;
  private final Clock clock;

  Bags(
      BagStore store,
      PlanStore plans,
      BagCourse course,
      ObjectProvider<BagFollower> followers,
      HouseRights house,
      Clock clock) {
    this.store = store;
    this.plans = plans;
    this.course = course;
    this.followers = followers;
    this.house = house;
    this.clock = clock;
  }

  /** Those of a contract that have begun, in order; whoever asks. */
  @Transactional(readOnly = true)
  public List<Bag> of(ContractId contract) {
    return house.call(() -> store.of(contract));
  }

  /**
   * The same as they stand with all that is recorded, also in weeks that are not closed, and with
   * what the month before would roll on.
   */
  @Transactional(readOnly = true)
  public List<Bag> asTheyStand(ContractId contract) {
    return house.call(() -> {
      var room = store.room(contract);
      return room.bags().stream().map(room::asItStands).toList();
    });
  }

  /** Those that are not closed, as they stand; row security decides for whom. */
  List<Bag> open(ContractId contract) {
    if (!drawnFrom(contract)) {
      return List.of();
    }
    var room = store.room(contract);
    return room.bags().stream().filter(b -> !b.closed()).map(room::asItStands).toList();
  }

  /** What closed weeks drew from one, in order; whoever asks. */
  @Transactional(readOnly = true)
  public List<Draw> draws(ContractId contract, int number) {
    return house.call(() -> store.draws(contract, number));
  }

  /** The day on which the next one may begin, as it stands; empty where none will. */
  @Transactional(readOnly = true)
  public Optional<LocalDate> next(ContractId contract) {
    return house.call(() -> course.next(contract));
  }

  /** The next one, as it would begin as it stands; empty where none will. */
  @Transactional(readOnly = true)
  public Optional<Bag> ahead(ContractId contract) {
    return house.call(() -> {
      var agreed = plans.find(contract).map(PlanStore.Plan::allowance).orElse(null);
      var begun = store.of(contract);
      return agreed == null
          ? Optional.<Bag>empty()
          : course
              .next(contract)
              .map(day ->
                  begun.isEmpty()
                      ? Bag.first(contract, agreed, day)
                      : begun.getLast().next(agreed, day));
    });
  }

  /** Whether it has a retainer. */
  boolean drawnFrom(ContractId contract) {
    return plans.find(contract).filter(p -> p.allowance() != null).isPresent();
  }

  /** What a week that is closed may draw: locks its contract's months, and closes what is over. */
  @Nullable Integer closing(ContractId contract, Week week) {
    if (!drawnFrom(contract)) {
      return null;
    }
    return house
        .call(() -> {
          course.move(contract);
          return Optional.ofNullable(store.room(contract).of(week.monday())).map(Bag::left);
        })
        .orElse(null);
  }

  /** A week is closed, and draws; its contract's months are locked. */
  @Transactional(propagation = Propagation.MANDATORY)
  void draw(Timesheet.Facts facts, Tally tally) {
    var room = tally.bag();
    if (room == null) {
      return;
    }
    house.call(() -> {
      var week = facts.week().monday();
      var bag = Objects.requireNonNull(store.room(facts.contract()).of(week));
      var taken = bag.taken(tally.accepted());
      var now = clock.instant();
      store.write(bag.draw(taken), now);
      store.add(
          new Draw(
              facts.contract(),
              week,
              bag.number(),
              room,
              tally.accepted(),
              taken.rolled(),
              taken.own(),
              tally.withheld(),
              null),
          now);
      course.later(facts.contract());
      moved(facts.contract());
      return bag;
    });
  }

  /**
   * One side gave way about lines in dispute of a closed week; once.
   *
   * @param paid whether they count after all: then its month takes what it has left for them
   * @return minutes that the month does not take; empty where the week drew from none
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public Optional<Integer> settle(WeekId id, boolean paid, PersonId by) {
    return house.call(() -> {
      store.lock(id.contract());
      var draw = store.draw(id.contract(), id.week()).filter(Draw::inDispute).orElse(null);
      if (draw == null) {
        return Optional.<Integer>empty();
      }
      var now = clock.instant();
      var bag = store.of(id.contract()).get(draw.number() - 1);
      var taken = bag.taken(paid ? draw.withheld() : 0);
      store.write(bag.draw(taken), now);
      store.settle(id, taken.all(), by, now);
      moved(id.contract());
      return Optional.of(draw.withheld() - taken.all());
    });
  }

  private void moved(ContractId contract) {
    followers.orderedStream().forEach(follower -> follower.moved(contract));
  }
}
