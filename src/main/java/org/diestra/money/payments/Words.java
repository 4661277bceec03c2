package org.diestra.money.payments;

import static org.diestra.platform.page.Ui.words;

import java.util.Locale;
import org.diestra.money.ledger.Event;
import org.diestra.money.ledger.Kind;
import org.diestra.money.ledger.StatementLine;
import org.diestra.money.payments.Bills.Wanted;
import org.diestra.money.payments.ContractMoney.Place;
import org.diestra.money.payments.Purses.Sum;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;

/** Which message names what, on the pages of money. */
final class Words {
  private Words() {}

  /**
   * @param promised whether the client pays directly
   */
  static String place(Place place, boolean promised) {
    return promised
            && switch (place) {
              case WANTED, HELD, RELEASED, AVAILABLE -> true;
              case COMING, BACK, DISPUTED -> false;
            }
        ? "payments.place.promised." + slug(place)
        : "payments.place." + slug(place);
  }

  static String tone(Place place) {
    return switch (place) {
      case WANTED, COMING, DISPUTED -> "wait";
      case HELD, RELEASED, AVAILABLE -> "good";
      case BACK -> "";
    };
  }

  static String state(PayIn payIn) {
    return "payments.state." + slug(payIn.state());
  }

  static String tone(PayIn payIn) {
    return switch (payIn) {
      case PayIn.Paid it -> "good";
      case PayIn.Failed it -> "stop";
      case PayIn.Open it -> "wait";
      case PayIn.Sent it -> "wait";
    };
  }

  /**
   * The sentence that says how a payment stands.
   *
   * @param answers whether its rail says by itself what becomes of it
   */
  static String said(PayIn payIn, boolean answers) {
    return switch (payIn) {
      case PayIn.Failed failed -> "payments.said." + failed.why();
      case PayIn.Paid paid -> "payments.said.paid";
      case PayIn.Open open -> answers ? "payments.said.open" : "payments.said.awaited";
      case PayIn.Sent sent -> answers ? "payments.said.sent" : "payments.said.told";
    };
  }

  /** Whether the pretend bank had it, which can be told to do more with it. */
  static boolean pretended(PayIn payIn) {
    return payIn.facts().rail().equals(PretendBank.ID);
  }

  static String event(StatementLine line) {
    if (line.book().ofPromises()) {
      return switch (line.event()) {
        case FUND, RELEASE, REFUND_AGREED -> "payments.event.promised." + slug(line.event());
        default -> event(line.event());
      };
    }
    if (Subject.ofExpense(line.about())) {
      return switch (line.event()) {
        case FUND -> "payments.event.fund.expense";
        case ALLOT -> "payments.event.allot.expense";
        case RELEASE -> "payments.event.release.expense";
        default -> event(line.event());
      };
    }
    if (Subject.ofPeriod(line.about())) {
      return switch (line.event()) {
        case FUND -> "payments.event.fund.retainer";
        case ALLOT -> "payments.event.allot.retainer";
        case RELEASE -> "payments.event.release.retainer";
        default -> event(line.event());
      };
    }
    return Subject.ofExtra(line.about())
        ? switch (line.event()) {
          case FUND -> "payments.event.fund.extra";
          case ALLOT -> "payments.event.allot.extra";
          case RELEASE -> "payments.event.release.extra";
          default -> event(line.event());
        }
        : event(line.event());
  }

  private static String event(Event event) {
    return "payments.event." + slug(event);
  }

  /** Where all that stands behind a line is shown. */
  static String entry(StatementLine line) {
    return "/money/entries/" + Ids.text(line.entry());
  }

  static String kind(StatementLine line) {
    return kind(line.kind(), line.book().ofPromises());
  }

  static String kind(Sum sum) {
    return kind(sum.kind(), sum.promised());
  }

  /** What is only promised is never called held. */
  private static String kind(Kind kind, boolean promised) {
    return promised && (kind == Kind.ESCROW || kind == Kind.PAYABLE_HELD)
        ? "payments.account.promised." + slug(kind)
        : "payments.account." + slug(kind);
  }

  /** Whether a line is of the fee's own escrow. */
  static boolean fee(StatementLine line) {
    return line.kind() == Kind.ESCROW && line.code().endsWith(":Fee");
  }

  /** The account of a line, in words. */
  static String label(StatementLine line) {
    return fee(line) ? words(kind(line)) + " " + words("payments.account.fee") : words(kind(line));
  }

  /** A plus for what came; the minus stands in the amount itself. */
  static String sign(Money amount) {
    return amount.isPositive() ? "+" : "";
  }

  private static String slug(Enum<?> label) {
    return label.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** In a sentence, for either side. */
  static String taxes(Tax tax) {
    var free = tax.free();
    if (!tax.known()) {
      return words("payments.taxes.unknown");
    }
    var vat =
        free == null ? words("payments.taxes.vat", Wanted.percent(tax.vat())) : words(free.key());
    return tax.withholding() == 0
        ? vat
        : words("payments.taxes.withheld", vat, Wanted.percent(tax.withholding()));
  }
}
