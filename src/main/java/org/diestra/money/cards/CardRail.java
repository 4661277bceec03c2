package org.diestra.money.cards;

import java.util.Currency;
import java.util.UUID;
import org.diestra.money.payments.Rail;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.data.HouseRights;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Clients pay by card, on a page of Stripe's, which always answers when it is asked. */
@Component
@Order(40) // before transfers: it is there at once
class CardRail implements Rail {
  static final String ID = "card";
  private final StripeSettings settings;
  private final ObjectProvider<CardPayments> payments; // which ask for rails themselves
  private final CardRefunds refunds;
  private final ConnectionStore accounts;
  private final HouseRights house;

  CardRail(
      StripeSettings settings,
      ObjectProvider<CardPayments> payments,
      CardRefunds refunds,
      ConnectionStore accounts,
      HouseRights house) {
    this.settings = settings;
    this.payments = payments;
    this.refunds = refunds;
    this.accounts = accounts;
    this.house = house;
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public boolean serves(OrganisationId client, Currency currency) {
    return settings.takes(currency);
  }

  /** Only where the assistant can be paid what comes in: Stripe pays to accounts of its own. */
  @Override
  public boolean serves(OrganisationId client, PersonId assistant, Currency currency) {
    return settings.takes(currency) && house.call(() -> accounts.ready(assistant));
  }

  @Override
  public boolean resumes() {
    return true;
  }

  @Override
  public String page(UUID payment) {
    return CardController.PAGE + "/" + Ids.text(payment);
  }

  @Override
  public void sendBack(UUID refund, OrganisationId client, Money amount) {
    refunds.send(refund, client, amount);
  }

  @Override
  public Standing standing(UUID id) {
    var checkout = payments.getObject().find(id);
    return checkout.isPresent() ? standing(checkout.get()) : refunds.standing(id);
  }

  private Standing standing(Checkout known) {
    try {
      var checkout = payments.getObject().look(known);
      return switch (checkout.state()) {
        case PAID -> new Standing.Paid(String.valueOf(checkout.intent()));
        case OVER, TAKEN, BACK -> new Standing.Refused();
        case NEW, OPEN, HELD -> new Standing.Unknown();
      };
    } catch (StripeLine.Silence | StripeLine.Refusal nobodyKnows) {
      return new Standing.Unknown(); // also where the account at Stripe is another by now
    }
  }
}
