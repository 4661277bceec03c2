package org.diestra.money.transfers;

import java.time.Duration;
import java.util.Currency;
import java.util.UUID;
import org.diestra.money.payments.Rail;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.data.HouseRights;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Clients pay by bank transfer, against a reference. The bank tells nobody by itself: what came in
 * and went out is read from its statements.
 */
@Component
@Order(50)
class TransferRail implements Rail {
  static final String ID = "transfer";

  /** Banks of other countries take their time, and so do people. */
  static final Duration PATIENCE = Duration.ofDays(21);

  private final AccountStore accounts;
  private final ReferenceStore references;
  private final SendBacks sendBacks;
  private final HouseRights house;

  TransferRail(
      AccountStore accounts, ReferenceStore references, SendBacks sendBacks, HouseRights house) {
    this.accounts = accounts;
    this.references = references;
    this.sendBacks = sendBacks;
    this.house = house;
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public boolean serves(OrganisationId client, Currency currency) {
    return house.call(() -> accounts.offered(currency));
  }

  @Override
  public boolean answers() {
    return false;
  }

  @Override
  public Duration patience() {
    return PATIENCE;
  }

  @Override
  public void begun(UUID payment) {
    while (!references.add(payment, CreditorReference.fresh())) {
      // one in nine thousand million is taken already: the next one
    }
  }

  @Override
  public String page(UUID payment) {
    return "/money/transfers/" + Ids.text(payment);
  }

  @Override
  @Transactional
  public void sendBack(UUID refund, OrganisationId client, Money amount) {
    sendBacks.order(refund, client, amount);
  }

  @Override
  @Transactional(readOnly = true)
  public Standing standing(UUID payment) {
    return sendBacks.standing(payment);
  }
}
