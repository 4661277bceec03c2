package org.diestra.money.invoices;

import java.time.LocalDate;
import java.util.UUID;
import org.diestra.money.taxes.Treatment;
import org.diestra.platform.base.Money;
import org.jspecify.annotations.Nullable;

/**
 * An invoice as it was issued. Nothing in it changes any more; who its parties were is told by the
 * versions of their tax details.
 *
 * @param paid over the house's rails, before it was issued; what is withheld is not in it
 */
public record Invoice(
    UUID id,
    String number,
    Kind kind,
    Side seller,
    Side buyer,
    LocalDate issuedOn,
    LocalDate from,
    LocalDate to,
    Money net,
    Money vat,
    Money withheld,
    Money paid,
    Treatment treatment,
    Cause cause) {

  /** What it is for. */
  public enum Kind {
    WORK("W"),
    FEE("F"),
    CORRECTIVE("R");

    private final String letter;

    Kind(String letter) {
      this.letter = letter;
    }

    String letter() {
      return letter;
    }

    String key() {
      return "invoices.kind." + name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** One of its parties, as they were then. */
  public record Side(UUID owner, int version) {}

  /**
   * What stands behind it.
   *
   * @param entry of the ledger that released the money
   * @param title of the task
   * @param minutes of the week's work, at that rate an hour
   * @param month whether it is one whole month of a retainer
   * @param pieces of work a fee is for
   * @param corrects the invoice that this one corrects, for that reason
   */
  record Cause(
      @Nullable UUID entry,
      @Nullable UUID contract,
      @Nullable UUID task,
      @Nullable String title,
      @Nullable Integer minutes,
      @Nullable Money rate,
      boolean month,
      @Nullable Integer pieces,
      @Nullable UUID corrects,
      @Nullable String because) {}

  public Money gross() {
    return net.plus(vat);
  }

  /** What the buyer still has to hand over; below zero: what comes back. */
  public Money due() {
    return gross().minus(withheld).minus(paid);
  }

  public boolean concerns(UUID owner) {
    return seller.owner().equals(owner) || buyer.owner().equals(owner);
  }

  String href() {
    return "/money/invoices/" + number;
  }
}
