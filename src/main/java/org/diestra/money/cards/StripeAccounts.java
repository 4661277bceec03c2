package org.diestra.money.cards;

import com.stripe.model.Account;
import com.stripe.model.Transfer;
import com.stripe.param.AccountCreateParams;
import com.stripe.param.AccountCreateParams.Capabilities;
import com.stripe.param.AccountLinkCreateParams;
import com.stripe.param.TransferCreateParams;
import com.stripe.param.TransferListParams;
import java.util.Objects;
import java.util.Optional;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Ids;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Accounts that assistants have at Stripe, and what is sent to them (docs.stripe.com/connect). Who
 * they are and which bank they have they tell Stripe alone.
 */
@Component
class StripeAccounts {
  private static final String PERSON = "person";
  private final StripeLine line;
  private final String house;

  StripeAccounts(StripeLine line, @Value("${diestra.base-url}") String house) {
    this.line = line;
    this.house = house.replaceFirst("/$", "");
  }

  /**
   * An account as Stripe tells it.
   *
   * @param ready whether it can be sent money, and Stripe pays that out
   * @param missing why not, in a word of Stripe's, or empty
   */
  record Seen(String account, boolean ready, String missing) {}

  /**
   * What was sent, as Stripe tells it.
   *
   * @param back what of it came back, as Stripe counts
   */
  record Sent(String transfer, long amount, long back) {
    boolean cameBack() {
      return back >= amount;
    }
  }

  /**
   * Has one made; the same however often it is asked for within a day.
   *
   * @param country ISO 3166-1, two letters
   */
  Seen open(PersonId person, String country) {
    var params =
        AccountCreateParams.builder()
            .setType(AccountCreateParams.Type.EXPRESS)
            .setCountry(country)
            .setCapabilities(
                Capabilities.builder()
                    .setTransfers(Capabilities.Transfers.builder().setRequested(true).build())
                    .build())
            .putMetadata(PERSON, Ids.text(person.value()))
            .build();
    var key = StripeLine.once("account:" + person.value() + ":" + country);
    return seen(line.ask(stripe -> stripe.accounts().create(params, key)));
  }

  Seen get(String account) {
    return seen(line.ask(stripe -> stripe.accounts().retrieve(account)));
  }

  /** Where its owner tells Stripe what it wants to know; good for a few minutes, once. */
  String onboarding(String account) {
    var params =
        AccountLinkCreateParams.builder()
            .setAccount(account)
            .setType(AccountLinkCreateParams.Type.ACCOUNT_ONBOARDING)
            .setRefreshUrl(house + ConnectController.PAGE)
            .setReturnUrl(house + ConnectController.PAGE + "/return")
            .build();
    return line.ask(stripe -> stripe.accountLinks().create(params)).getUrl();
  }

  Sent send(CardTransfer transfer) {
    var params =
        TransferCreateParams.builder()
            .setAmount(StripeAmounts.of(transfer.amount()))
            .setCurrency(StripeAmounts.code(transfer.amount().currency()))
            .setDestination(transfer.account())
            .setTransferGroup(transfer.group())
            .build();
    return told(
        line.ask(stripe -> stripe.transfers().create(params, StripeLine.once(transfer.key()))));
  }

  /** Whether it was sent already, where nobody heard the answer. */
  Optional<Sent> sent(CardTransfer transfer) {
    var params = TransferListParams.builder().setTransferGroup(transfer.group()).build();
    return line.ask(stripe -> stripe.transfers().list(params)).getData().stream()
        .map(StripeAccounts::told)
        .findFirst();
  }

  Sent transfer(String name) {
    return told(line.ask(stripe -> stripe.transfers().retrieve(name)));
  }

  private static Seen seen(Account account) {
    var capabilities = account.getCapabilities();
    boolean active = capabilities != null && "active".equals(capabilities.getTransfers());
    boolean pays = Boolean.TRUE.equals(account.getPayoutsEnabled());
    var requirements = account.getRequirements();
    var why = requirements == null ? null : requirements.getDisabledReason();
    boolean ready = active && pays;
    return new Seen(
        account.getId(), ready, ready ? "" : Objects.requireNonNullElse(why, "pending"));
  }

  private static Sent told(Transfer transfer) {
    return new Sent(
        transfer.getId(),
        transfer.getAmount(),
        Objects.requireNonNullElse(transfer.getAmountReversed(), 0L));
  }
}
