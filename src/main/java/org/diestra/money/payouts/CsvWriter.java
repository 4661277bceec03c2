package org.diestra.money.payouts;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.diestra.money.payouts.BankAccount.ByIban;
import org.diestra.money.payouts.BankAccount.ByNumber;

/** A table (RFC 4180) for providers that take no bank file, in the alphabet of its people. */
final class CsvWriter implements BatchWriter {
  private final Batch batch;
  private final OutputStream out;
  private int lines;

  CsvWriter(Batch batch, OutputStream out) {
    this.batch = batch;
    this.out = out;
    row(
        "reference",
        "amount",
        "currency",
        "holder",
        "street",
        "building",
        "postcode",
        "town",
        "country",
        "iban",
        "account",
        "bic",
        "routing",
        "bank_country",
        "remittance");
  }

  @Override
  public void line(Line line) {
    lines++;
    var to = line.to();
    var address = to.address();
    var iban = to.account() instanceof ByIban by ? by.iban().text() : "";
    var number = to.account() instanceof ByNumber n ? n : null;
    row(
        Batch.reference(line.payout()),
        line.amount().amount().toPlainString(),
        line.amount().currency().getCurrencyCode(),
        to.holder(),
        address.street(),
        address.building(),
        address.postcode(),
        address.town(),
        address.country(),
        iban,
        number == null ? "" : number.number(),
        number == null ? "" : number.bic(),
        number == null ? "" : number.routing(),
        to.account().country(),
        line.remittance());
  }

  @Override
  public void end() {
    if (lines != batch.lines()) {
      throw new IllegalStateException("not what batch " + batch.id() + " promises");
    }
  }

  private void row(String... cells) {
    var text = Arrays.stream(cells).map(CsvWriter::cell).collect(Collectors.joining(","));
    try {
      out.write((text + "\r\n").getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  /** What begins like a formula is no formula any more. */
  private static String cell(String text) {
    var plain = text.matches("[=+@\\-\\t].*") ? "'" + text : text;
    return "\"" + plain.replace("\"", "\"\"") + "\"";
  }
}
