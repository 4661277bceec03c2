package org.diestra.money.direct;

import java.util.Currency;
import java.util.UUID;
import org.diestra.money.ledger.Book;
import org.diestra.money.payments.Rail;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.base.Money;
import org.diestra.platform.data.HouseRights;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * No money comes in and none goes back: what is funded is a promise, kept from account to account.
 */
@Component
@Order(-1) // where the house holds no money in a currency, nothing else does
class DirectRail implements Rail {
  private final ModeStore modes;
  private final HouseRights house;

  DirectRail(ModeStore modes, HouseRights house) {
    this.modes = modes;
    this.house = house;
  }

  @Override
  public String id() {
    return Book.DIRECT;
  }

  @Override
  @Transactional(readOnly = true)
  public boolean serves(OrganisationId client, Currency currency) {
    return house.call(() -> modes.of(currency)).isPresent();
  }

  /** The days in which it is to be paid. */
  @Override
  @Transactional(readOnly = true)
  public int days(Currency currency, int hold) {
    return house.call(() -> modes.of(currency)).map(Mode::termDays).orElse(hold);
  }

  @Override
  public String page(UUID payment) {
    return "/money"; // nobody is led there: a promise is given at once
  }

  /**
   * @throws IllegalStateException always: a promise leaves no credit that could be sent back
   */
  @Override
  public void sendBack(UUID refund, OrganisationId client, Money amount) {
    throw new IllegalStateException("nothing is held that could be sent back: " + refund);
  }

  @Override
  public Standing standing(UUID payment) {
    return new Standing.Unknown();
  }
}
