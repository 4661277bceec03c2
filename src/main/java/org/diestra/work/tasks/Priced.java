package org.diestra.work.tasks;

import java.time.Instant;
import java.util.Optional;
import org.diestra.platform.base.Money;
import org.diestra.work.contracts.ContractId;

/**
 * A task with a price that both agreed on, as far as whoever holds money must know it.
 *
 * @param number within its contract, counted from 1
 * @param since when it came to its stage
 * @param released of the price, as it was approved so far
 * @param waits whether it is agreed and not begun, so that its price may be held now
 * @param disputed whether a dispute decides what of it is paid
 * @param over whether nothing more is done or decided about it
 */
public record Priced(
    TaskId id,
    ContractId contract,
    int number,
    String title,
    Instant since,
    Money price,
    Money released,
    boolean waits,
    boolean disputed,
    boolean over) {

  /** Empty where there is no price, or none yet. */
  static Optional<Priced> of(Task task) {
    var facts = task.facts();
    var price = facts.work().price();
    var released = facts.count().released();
    return price == null || released == null || facts.count().agreedAt() == null
        ? Optional.empty()
        : Optional.of(
            new Priced(
                facts.id(),
                facts.place().contract(),
                facts.place().number(),
                facts.work().title(),
                facts.since(),
                price,
                released,
                task instanceof Task.Agreed,
                task instanceof Task.Disputed,
                task.stage().over()));
  }
}
