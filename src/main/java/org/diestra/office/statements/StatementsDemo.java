package org.diestra.office.statements;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.diestra.office.books.Books;
import org.diestra.office.books.ChartOfAccounts;
import org.diestra.office.books.Desk;
import org.diestra.office.statements.Rule.Way;
import org.diestra.office.statements.Suggestion.Existing;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.demo.Cast;
import org.diestra.platform.demo.DemoPart;
import org.diestra.platform.demo.Past;
import org.springframework.stereotype.Component;

/**
 * The bookshop's two bank accounts with last month's statements: most lines have found their entry,
 * some wait with a suggestion, and one is proposed.
 */
@Component
class StatementsDemo implements DemoPart {
  private static final DateTimeFormatter SHORT = DateTimeFormatter.ofPattern("yyMMdd");
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("MMdd");
  private static final String CURRENT = "ES9121000418450200051332";
  private static final String SAVINGS = "ES7921000813610123456789";
  private static final int LEFT = 3; // entries that wait for their line to be confirmed
  private final Workspaces workspaces;
  private final Books books;
  private final ChartOfAccounts chart;
  private final BankAccounts accounts;
  private final Imports imports;
  private final Matches matches;
  private final Suggestions suggestions;
  private final Rules rules;
  private final Reconciliations reconciliations;
  private final Past past;

  StatementsDemo(
      Workspaces workspaces,
      Books books,
      ChartOfAccounts chart,
      BankAccounts accounts,
      Imports imports,
      Matches matches,
      Suggestions suggestions,
      Rules rules,
      Reconciliations reconciliations,
      Past past) {
    this.workspaces = workspaces;
    this.books = books;
    this.chart = chart;
    this.accounts = accounts;
    this.imports = imports;
    this.matches = matches;
    this.suggestions = suggestions;
    this.rules = rules;
    this.reconciliations = reconciliations;
    this.past = past;
  }

  @Override
  public String name() {
    return "statements:bookshop";
  }

  @Override
  public int order() {
    return 40;
  }

  @Override
  public void play(Cast cast) {
    var room = workspaces.get(workspaces.open(cast.business(Cast.CLIENT)));
    var lately = past.monday().plusDays(15);
    var month = lately.withDayOfMonth(1).minusMonths(1);
    past.run(
        at(lately, 16),
        () -> {
          var pass = Pass.whole(room, cast.viewer(Cast.ASSISTANT));
          var book = books.find(room.id()).orElseThrow();
          play(new Desk(pass, book, false), month);
        });
  }

  private static Instant at(LocalDate day, int hour) {
    return day.atTime(LocalTime.of(hour, 40)).atZone(ZoneOffset.UTC).toInstant();
  }

  /** A line as the bank has it. */
  private record Said(LocalDate day, long cents, String party, String words) {}

  private void play(Desk desk, LocalDate month) {
    var current = account(desk, "Cuenta corriente", CURRENT, "572", month);
    var savings = account(desk, "Cuenta de ahorro", SAVINGS, "574", month);
    rule(desk, "energia del turia", "628", 210);
    var end = month.plusMonths(1).minusDays(1);
    var said = new ArrayList<Said>();
    reconciliations
        .at(current, end)
        .unseen()
        .forEach(e -> said.add(new Said(e.day(), e.amount().minor(), "", e.text())));
    said.add(new Said(month.plusDays(11), -14_277, "Energía del Turia", "Recibo de luz"));
    said.add(new Said(month.plusDays(14), -180, "", "Cafe Sol"));
    said.add(new Said(month.plusDays(14), -180, "", "Cafe Sol"));
    said.add(new Said(month.plusDays(19), -1_240, "", "Comision de mantenimiento"));
    said.add(new Said(month.plusDays(21), -150_000, "", "Traspaso a ahorro"));
    bring(desk, current, "extracto.sta", said, month, end);
    bring(
        desk,
        savings,
        "ahorro.sta",
        List.of(
            new Said(month.plusDays(22), 150_000, "", "Traspaso recibido"),
            new Said(end, 62, "", "Intereses")),
        month,
        end);
    deal(desk, current);
  }

  private BankAccount account(Desk desk, String name, String number, String code, LocalDate month) {
    var book = desk.book();
    var ledger = chart.of(book.workspace()).find("", code).orFail();
    var account =
        new BankAccount(
            new BankAccountId(Ids.fresh()),
            book.workspace(),
            ledger.id(),
            name,
            number,
            book.currency(),
            null,
            null,
            null,
            null,
            1);
    var before = reconciliations.at(account, month.minusDays(1)).books();
    return accounts.add(desk, account.begun(month, before)).orFail();
  }

  private void rule(Desk desk, String contains, String code, int vat) {
    var account = chart.of(desk.book().workspace()).find("", code).orFail().id();
    var id = new RuleId(Ids.fresh());
    rules
        .add(
            desk,
            new Rule(
                id,
                desk.book().workspace(),
                contains,
                Way.OUT,
                account,
                vat,
                "Luz de la tienda",
                100,
                4,
                0,
                null,
                1))
        .orFail();
  }

  private void bring(
      Desk desk,
      BankAccount account,
      String name,
      List<Said> lines,
      LocalDate month,
      LocalDate end) {
    var text = text(account, lines, month, end);
    imports.bring(desk, account, name, text.getBytes(UTF_8)).orFail();
    imports.take(desk, account.id()).orFail();
  }

  /** As the bank gives it, in MT940. */
  private static String text(
      BankAccount account, List<Said> lines, LocalDate month, LocalDate end) {
    var opening = account.opening();
    long balance = opening == null ? 0 : opening.minor();
    var text = new StringBuilder(":20:1\n:25:" + account.number() + "\n:28C:1\n");
    text.append(":60F:").append(balance(balance, month)).append('\n');
    int number = 1;
    for (var line : lines.stream().sorted(Comparator.comparing(Said::day)).toList()) {
      balance += line.cents();
      text.append(":61:")
          .append(SHORT.format(line.day()))
          .append(DAY.format(line.day()))
          .append(line.cents() < 0 ? "D" : "C")
          .append(amount(line.cents()))
          .append("NTRFNONREF//")
          .append(SHORT.format(month))
          .append(number++)
          .append("\n:86:166?20")
          .append(line.words().replace('?', ' '))
          .append("?32")
          .append(line.party())
          .append('\n');
    }
    return text.append(":62F:").append(balance(balance, end)).append("\n-\n").toString();
  }

  private static String balance(long cents, LocalDate day) {
    return (cents < 0 ? "D" : "C") + SHORT.format(day) + "EUR" + amount(cents);
  }

  private static String amount(long cents) {
    return String.format(Locale.ROOT, "%d,%02d", Math.abs(cents) / 100, Math.abs(cents) % 100);
  }

  private void deal(Desk desk, BankAccount account) {
    var lines = accounts.lines(account, null, "", null, 100);
    var first = suggestions.first(desk, lines);
    int left = LEFT;
    for (var line : lines) {
      if (first.get(line.id()) instanceof Existing(var entry, var day, var words, var posted)
          && left-- <= 0) {
        matches.show(desk, line.id(), line.version(), entry).orFail();
      } else if (line.words().startsWith("Comision de mant")) {
        var bank = chart.of(desk.book().workspace()).find("", "626").orFail().id();
        var part = new Part(bank, new Money(line.amount().minor(), line.amount().currency()), null);
        matches
            .write(desk, line.id(), line.version(), List.of(part), "Comisión del banco", true)
            .orFail();
      }
    }
  }
}
