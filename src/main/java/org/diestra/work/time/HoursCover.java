package org.diestra.work.time;

import java.util.Optional;
import org.diestra.platform.base.Money;
import org.diestra.work.contracts.ContractId;

/** How far hours are covered by money that is held: implemented by the module that has money. */
public interface HoursCover {
  /** Empty where no money is held for that contract's hours. */
  Optional<Cover> of(ContractId contract);

  /**
   * @param left of what is held, what recorded hours do not need; below zero where they need more
   */
  record Cover(Money left, Level level) {}

  enum Level {
    /** Whatever may be worked this week is held, or a quarter of a week's most at least. */
    FULL,
    LOW,
    /** Further hours are not covered. */
    NONE,
    /** Nothing is ever held for them: the client pays what was accepted directly. */
    PROMISED
  }
}
