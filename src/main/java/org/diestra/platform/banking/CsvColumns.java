package org.diestra.platform.banking;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.diestra.platform.base.Folded;
import org.diestra.platform.base.Hash;

/**
 * Which column of a bank's CSV is what, counted from 0; -1 where it has none. Either one column has
 * amounts with their sign, or one has what came in and another what went out.
 *
 * @param days how its days are written, one of {@link #DAYS}
 * @param head the hash of the head it was said of; another head has to be looked at again
 */
public record CsvColumns(
    int day,
    int amount,
    int in,
    int out,
    int party,
    int account,
    int words,
    int reference,
    int currency,
    String days,
    String head) {
  /** Day before month first: whoever exports for Europe writes so. */
  public static final List<String> DAYS =
      List.of(
          "dd/MM/uuuu",
          "dd.MM.uuuu",
          "dd-MM-uuuu",
          "uuuu-MM-dd",
          "uuuu/MM/dd",
          "uuuuMMdd",
          "MM/dd/uuuu",
          "dd/MM/uu",
          "dd.MM.uu");

  private static final int NONE = -1;
  private static final Pattern DAY =
      named("fecha operacion|fecha|buchungstag|booking ?date|date|dia");
  private static final Pattern AMOUNT = named("importe|amount|betrag|umsatz|cantidad");
  private static final Pattern IN = named("abono|haber|credit|ingreso|haben|money in|paid in");
  private static final Pattern OUT = named("cargo|debe|debit|gasto|soll|money out|paid out");
  private static final Pattern PARTY =
      named("ordenante|nombre|name|beneficiario|payer|counterparty|contraparte|auftraggeber|empf");
  private static final Pattern ACCOUNT = named("iban|cuenta|account|konto");
  private static final Pattern WORDS =
      named(
          "concepto|descripcion|description|verwendungszweck|remittance|details|observacion|text");
  private static final Pattern REFERENCE =
      named("referencia|reference|transaction id|n.? ?operacion");

  private static final Pattern CURRENCY = named("divisa|moneda|currency|wahrung|waehrung");
  private static final Pattern STATE = named("(estado|situacion|status|state)\\b");

  private static Pattern named(String any) {
    return Pattern.compile("\\b(" + any + ")");
  }

  /** What the names of the columns and the first days let one think. */
  public static CsvColumns guessed(CsvTable table) {
    int day = column(table, DAY);
    return new CsvColumns(
        day,
        column(table, AMOUNT),
        column(table, IN),
        column(table, OUT),
        column(table, PARTY),
        column(table, ACCOUNT),
        column(table, WORDS),
        column(table, REFERENCE),
        column(table, CURRENCY),
        days(table, day),
        head(table));
  }

  static String head(CsvTable table) {
    return Hash.of(String.join("\n", table.head().cells()));
  }

  /** A column that says how far a line has come; -1 where there is none. */
  static int state(CsvTable table) {
    return column(table, STATE);
  }

  private static int column(CsvTable table, Pattern names) {
    var cells = table.head().cells();
    for (int i = 0; i < cells.size(); i++) {
      if (names.matcher(Folded.of(cells.get(i))).find()) {
        return i;
      }
    }
    return NONE;
  }

  /** The first way in which all of them can be read. */
  static String days(CsvTable table, int column) {
    var some = table.rows().stream().map(r -> r.cell(column)).filter(c -> !c.isEmpty()).toList();
    return DAYS.stream()
        .filter(way -> some.stream().allMatch(text -> day(text, way).isPresent()))
        .findFirst()
        .orElse(DAYS.getFirst());
  }

  public static Optional<LocalDate> day(String text, String way) {
    var length = way.replace("uuuu", "yyyy").length();
    var plain = text.length() > length ? text.substring(0, length) : text; // a time may follow
    try {
      return Optional.of(
          LocalDate.parse(
              plain, DateTimeFormatter.ofPattern(way).withResolverStyle(ResolverStyle.STRICT)));
    } catch (DateTimeParseException none) {
      return Optional.empty();
    }
  }

  public boolean fits(CsvTable table) {
    return head.equals(head(table));
  }

  /** As it is kept. */
  public String text() {
    return "%d %d %d %d %d %d %d %d %d %s %s"
        .formatted(day, amount, in, out, party, account, words, reference, currency, days, head);
  }

  public static CsvColumns of(String text) {
    var parts = text.split(" ");
    var n = Arrays.stream(parts).limit(9).mapToInt(Integer::parseInt).toArray();
    return new CsvColumns(
        n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8], parts[9], parts[10]);
  }
}
