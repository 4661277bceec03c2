package org.diestra.work.time;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.base.Money;
import org.diestra.platform.data.HouseRights;
import org.diestra.work.contracts.ContractId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door for the module that has money: what hours cost, and that they were billed or paid. */
@Service
public class Hours {
  private final HourStore store;
  private final HouseRights house;
  private final Clock clock;

  Hours(HourStore store, HouseRights house, Clock clock) {
    this.store = store;
    this.house = house;
    this.clock = clock;
  }

  /**
   * A contract that pays by the hour.
   *
   * @param rate of an hour
   * @param weeklyMost what a week may cost without asking
   * @param over whether the contract has ended
   */
  public record Hourly(
      ContractId contract, String title, Money rate, Money weeklyMost, boolean over) {}

  /** Whoever asks; empty where no hours are paid, or by a retainer alone. */
  @Transactional(readOnly = true)
  public Optional<Hourly> of(ContractId contract) {
    return house.call(() -> store.of(contract));
  }

  /** Those of a client that are not over, and these beside them, by title. */
  @Transactional(readOnly = true)
  public List<Hourly> alive(Collection<OrganisationId> clients, Collection<ContractId> beside) {
    return clients.isEmpty() ? List.of() : house.call(() -> store.alive(clients, beside));
  }

  /**
   * What hours that are not billed yet come to, what is over the cap and not accepted left out.
   *
   * @param submitted of weeks that stand before the client
   * @param open of weeks in which the assistant writes
   * @param current of the week that runs, whatever its stage; part of the others
   */
  public record Unbilled(Money submitted, Money open, Money current) {
    public Money sum() {
      return submitted.plus(open);
    }
  }

  /** By contract; one that has none is left out. */
  @Transactional(readOnly = true)
  public Map<ContractId, Unbilled> unbilled(Collection<ContractId> contracts) {
    return contracts.isEmpty()
        ? Map.of()
        : house.call(() -> store.unbilled(contracts, Week.of(clock.instant())));
  }

  /** Their accepted lines are billed, in the transaction that bills them. Twice is as once. */
  @Transactional
  public void billed(List<WeekId> weeks) {
    move(weeks, Entry.State.ACCEPTED, Entry.State.INVOICED);
  }

  /** What was billed is the assistant's to call for. Twice is as once. */
  @Transactional
  public void paid(List<WeekId> weeks) {
    move(weeks, Entry.State.INVOICED, Entry.State.PAID);
  }

  /** Lines in dispute are paid after all, and billed with it. Twice is as once. */
  @Transactional
  public void settled(List<WeekId> weeks) {
    move(weeks, Entry.State.DISPUTED, Entry.State.INVOICED);
  }

  /** Lines in dispute that a month of a retainer takes after all. Twice is as once. */
  @Transactional
  public void counted(List<WeekId> weeks) {
    move(weeks, Entry.State.DISPUTED, Entry.State.ACCEPTED);
  }

  private void move(List<WeekId> weeks, Entry.State from, Entry.State to) {
    if (!weeks.isEmpty()) {
      house.call(() -> store.move(weeks, from, to, clock.instant()));
    }
  }
}
