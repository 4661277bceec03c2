package org.diestra.money.transfers;

import io.nayuki.qrcodegen.QrCode;
import io.nayuki.qrcodegen.QrSegment;
import org.diestra.money.payouts.EpcText;
import org.diestra.money.payouts.OwnAccounts;
import org.diestra.platform.base.Money;

/**
 * A transfer as a picture that banking apps read (EPC069-12, version 2.1): euros to an IBAN, with
 * its structured reference or words.
 */
public record EpcQr(String text) {
  private static final int QUIET = 4; // modules around the code (ISO/IEC 18004)

  private static final int LARGEST = 13;

  /**
   * The same to somebody's own account.
   *
   * @param account where euros can be sent to; the BIC may be empty
   * @param words for who gets it; what banks don't take becomes a space
   */
  public static EpcQr of(OwnAccounts.Account account, Money amount, String words) {
    return new EpcQr(
        String.join(
            "\n",
            "BCD",
            "002",
            "1",
            "SCT",
            account.bic(),
            EpcText.of(account.holder(), 70),
            account.plain(),
            "EUR" + amount.amount().toPlainString(),
            "",
            "",
            EpcText.of(words, 140)));
  }

  /** Version 002, in which the BIC may be missing; UTF-8, service SCT, no purpose, no free text. */
  static EpcQr of(CollectingAccount account, Money amount, CreditorReference reference) {
    return new EpcQr(
        String.join(
            "\n",
            "BCD",
            "002",
            "1",
            "SCT",
            account.bic(),
            EpcText.of(account.holder(), 70),
            account.plain(),
            "EUR" + amount.amount().toPlainString(),
            "",
            reference.text()));
  }

  /** Only euros to an account that SEPA reaches. */
  static boolean fits(CollectingAccount account, Money amount) {
    return account.currency().getCurrencyCode().equals("EUR")
        && account.iban() != null
        && amount.isPositive()
        && amount.minor() <= 99_999_999_999L;
  }

  /** As SVG: the sides of its view box, and one path of all dark modules. */
  public Picture picture() {
    var code = // level M and no larger than version 13, as the guideline wants
        QrCode.encodeSegments(
            QrSegment.makeSegments(text), QrCode.Ecc.MEDIUM, 1, LARGEST, -1, false);
    var path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        if (code.getModule(x, y)) {
          path.append('M').append(x + QUIET).append(',').append(y + QUIET).append("h1v1h-1z");
        }
      }
    }
    return new Picture(code.size + 2 * QUIET, path.toString());
  }

  /**
   * @param side modules
   */
  public record Picture(int side, String path) {}
}
