package org.diestra.money.payouts;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Money;
import org.diestra.platform.data.HouseRights;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door for whoever has a client pay an assistant directly: the account, in full. That it is
 * shown to nobody else, and that it is written down to whom it was, is the caller's duty.
 */
@Component
public class OwnAccounts {
  private final PayeeStore store;
  private final FreezeStore freezes;
  private final HouseRights house;
  private final Clock clock;

  OwnAccounts(PayeeStore store, FreezeStore freezes, HouseRights house, Clock clock) {
    this.store = store;
    this.freezes = freezes;
    this.house = house;
    this.clock = clock;
  }

  /** What may be shown of somebody's account now. */
  public sealed interface Told {
    /** Nothing was told yet. */
    record Nothing() implements Told {}

    /** Its owner said that it was not them. */
    record Stopped() implements Told {}

    /**
     * It was told or changed lately: whoever got at it has had no time to be found out.
     *
     * @param first whether it is the first that was told
     */
    record Fresh(Instant from, boolean first) implements Told {}

    /** Where money goes. */
    record Known(Account account) implements Told {}
  }

  /**
   * @param iban as banks print it, or null
   * @param number where there is no IBAN, or null
   * @param bic the bank's, or empty where it is not needed
   * @param routing what the country asks for besides; may be empty
   * @param country of the bank, by ISO 3166
   * @param sepa whether SEPA credit transfers reach it
   */
  public record Account(
      String holder,
      @Nullable String iban,
      @Nullable String number,
      String bic,
      String routing,
      String country,
      boolean sepa) {
    /** As a form wants it typed. */
    public String plain() {
      return iban != null ? iban : number != null ? number : "";
    }

    /** As it is read: an IBAN in groups of four. */
    public String shown() {
      return iban != null ? iban.replaceAll("(.{4})(?=.)", "$1 ") : plain();
    }

    /** Whether banking apps read it from a picture, with that amount. */
    public boolean scannable(Money amount) {
      return sepa
          && iban != null
          && amount.isPositive()
          && amount.currency().getCurrencyCode().equals("EUR")
          && amount.minor() <= 99_999_999_999L;
    }

    /** Never the account itself, wherever it may be logged. */
    @Override
    public String toString() {
      return "Account[" + country + "]";
    }
  }

  @Transactional(readOnly = true)
  public Told of(PersonId person) {
    return house.call(() -> {
      var last = store.last(person).orElse(null);
      if (freezes.among(List.of(person)).containsKey(person)) {
        return new Told.Stopped();
      }
      if (last == null || last.voided()) {
        return new Told.Nothing();
      }
      return last.inForce(clock.instant())
          ? new Told.Known(account(store.open(last)))
          : new Told.Fresh(last.from(), last.number() == 1);
    });
  }

  private static Account account(BankDetails details) {
    var account = details.account();
    return switch (account) {
      case BankAccount.ByIban(var iban) ->
          new Account(
              details.holder(), iban.text(), null, "", "", account.country(), account.sepa());
      case BankAccount.ByNumber(var number, var bic, var routing, var country) ->
          new Account(details.holder(), null, number, bic, routing, country, false);
    };
  }
}
