package org.diestra.work.tasks;

import java.time.Instant;
import java.util.Optional;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Money;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.contracts.Side;
import org.jspecify.annotations.Nullable;

/**
 * What every stage has.
 *
 * @param version counts its moves, so that nobody moves what they have not seen
 * @param since when it came to its stage
 */
record Facts(Place place, Work work, Count count, int version, Instant since) {
  /** Rounds of changes that a price may include, the later ones counted. */
  static final int MOST_ROUNDS = 50;

  /**
   * Whose it is.
   *
   * @param number within its contract, counted from 1
   * @param handOver whether it is the hand-over at the contract's end
   * @param series the first task of the series it came of, or null
   */
  record Place(
      TaskId id,
      int number,
      ContractId contract,
      WorkspaceId workspace,
      OrganisationId organisation,
      PersonId assistant,
      boolean handOver,
      @Nullable TaskId series) {
    /** The same, as one of a series. */
    Place of(TaskId first) {
      return new Place(id, number, contract, workspace, organisation, assistant, handOver, first);
    }

    String href() {
      return "/contracts/" + contract + "/tasks/" + id;
    }
  }

  /**
   * How far it came.
   *
   * @param pinned the version of the procedure it is done by, from when it was agreed
   * @param agreedAt when both agreed, or null before
   * @param deliveries how often it was delivered, those taken back included
   * @param rounds of changes that the price includes
   * @param used of these
   * @param released of the price; null where the hours are paid
   */
  record Count(
      @Nullable Integer pinned,
      @Nullable Instant agreedAt,
      int deliveries,
      int rounds,
      int used,
      @Nullable Money released) {
    static Count none(Work work, int rounds) {
      var price = work.price();
      return new Count(
          null, null, 0, rounds, 0, price == null ? null : Money.zero(price.currency()));
    }

    Count agreed(@Nullable Integer version, Instant now) {
      return new Count(version, now, deliveries, rounds, used, released);
    }

    Count pinned(@Nullable Integer version) {
      return new Count(version, agreedAt, deliveries, rounds, used, released);
    }

    Count delivered() {
      return new Count(pinned, agreedAt, deliveries + 1, rounds, used, released);
    }

    Count changed(boolean counts) {
      return new Count(pinned, agreedAt, deliveries, rounds, counts ? used + 1 : used, released);
    }

    Count rounds(int more) {
      return new Count(pinned, agreedAt, deliveries, rounds + more, used, released);
    }

    Count released(@Nullable Money more) {
      var sum = released == null || more == null ? released : released.plus(more);
      return new Count(pinned, agreedAt, deliveries, rounds, used, sum);
    }

    int roundsLeft() {
      return Math.max(0, rounds - used);
    }
  }

  TaskId id() {
    return place.id();
  }

  /** The first of the series it belongs to, also where that is itself; null for none. */
  @Nullable TaskId series() {
    return work.repeats() == null ? place.series() : place.id();
  }

  /** What is left of the price; null where the hours are paid. */
  @Nullable Money left() {
    var price = work.price();
    return price == null || count.released() == null ? price : price.minus(count.released());
  }

  /**
   * Whether it is brought to its end though its contract is over: some of its price is open, so
   * nobody ends a contract to have the work for nothing; or it is what is handed over.
   */
  boolean outlives() {
    var left = left();
    return place.handOver() || left != null && left.isPositive();
  }

  /** The side that this person decides for, if any. */
  Optional<Side> sideOf(Viewer viewer) {
    return side(viewer, place.organisation(), place.assistant());
  }

  static Optional<Side> side(Viewer viewer, OrganisationId client, PersonId assistant) {
    if (viewer.id().equals(assistant)) {
      return Optional.of(Side.ASSISTANT);
    }
    return viewer.memberOf(client).filter(m -> m.role().approves()).map(m -> Side.CLIENT);
  }

  Facts next(Instant now) {
    return new Facts(place, work, count, version + 1, now);
  }

  Facts next(Count newCount, Instant now) {
    return new Facts(place, work, newCount, version + 1, now);
  }

  /** Its work changed where it stands; the stage stays, and its time too. */
  Facts with(Work newWork, Count newCount) {
    return new Facts(place, newWork, newCount, version + 1, since);
  }
}
