package org.diestra.office.reports;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.diestra.office.bookkeeping.ShopBooks.Note;
import org.diestra.office.reports.BankPaper.Move;
import org.diestra.office.statements.ShopBanks.Known;

/**
 * A year of a small bookshop, the same for the same seed: what is written by hand, with its papers,
 * and what four banks say. Amounts that are not meant to be equal differ, so that how many entries
 * come of it is known beforehand.
 */
final class Bookshop {
  static final int YEAR = 2026;
  static final int ENTRIES = 3_000;
  static final int RECEIPTS = 400;
  private static final int CASH = 65; // a month; the last has what is missing

  /** Its banks: where the money lies, how much there was, and how the bank writes. */
  enum Bank {
    CURRENT("572", BankPaper.MT940, "ES9121000418450200051332", 1_200_000),
    TILL("5720001", BankPaper.CAMT, "ES7620770024003102575766", 0),
    PURSE("5720002", BankPaper.OFX, "20770024", 50_000),
    WEB("5720003", BankPaper.CSV, "", 80_000);

    final String code;
    final BankPaper paper;
    final String number;
    final long opening;

    Bank(String code, BankPaper paper, String number, long opening) {
      this.code = code;
      this.paper = paper;
      this.number = number;
      this.opening = opening;
    }
  }

  /** What lines of each are for, before anybody has said so. */
  static final Map<String, Known> KNOWN =
      Map.ofEntries(
          Map.entry("Redsys", new Known("700", 40)),
          Map.entry("Tienda web", new Known("700", 40)),
          Map.entry("Cafe Sol", new Known("629", 100)),
          Map.entry("Papeleria Lapiz", new Known("602", 210)),
          Map.entry("Inmobiliaria Turia", new Known("621", 210)),
          Map.entry("Iberdrola", new Known("628", 210)),
          Map.entry("Aguas", new Known("628", 100)),
          Map.entry("Telefonica", new Known("629", 210)),
          Map.entry("Seguros Mar", new Known("625", null)),
          Map.entry("Nomina Ana", new Known("640", null)),
          Map.entry("Seguridad Social", new Known("642", null)),
          Map.entry("Comision", new Known("626", null)));

  private static final List<String> MONTHLY =
      List.of(
          "Inmobiliaria Turia",
          "Iberdrola",
          "Aguas",
          "Telefonica",
          "Seguros Mar",
          "Nomina Ana",
          "Seguridad Social",
          "Comision");

  private final Random random;
  private final Set<Long> used = new HashSet<>(Set.of(180L));
  private final Map<YearMonth, List<Note>> notes = new HashMap<>();
  private final Map<Bank, List<Move>> moves = new HashMap<>();
  private int entries;
  private int papers;

  Bookshop(long seed) {
    random = new Random(seed);
    for (var bank : Bank.values()) {
      moves.put(bank, new ArrayList<>());
    }
    opening();
    for (int month = 1; month <= 12; month++) {
      month(YearMonth.of(YEAR, month));
    }
    moves.values().forEach(list -> list.sort(java.util.Comparator.comparing(Move::day)));
  }

  List<Note> notes(YearMonth month) {
    return notes.get(month);
  }

  List<Move> moves(Bank bank) {
    return moves.get(bank);
  }

  List<Move> moves(Bank bank, YearMonth month) {
    return moves(bank).stream().filter(m -> YearMonth.from(m.day()).equals(month)).toList();
  }

  /** What there was at a bank as a month began. */
  long before(Bank bank, YearMonth month) {
    return BankPaper.sum(
        bank.opening, moves(bank).stream().filter(m -> m.day().isBefore(month.atDay(1))).toList());
  }

  /** An amount that nothing else has. */
  private long amount(int low, int high) {
    while (true) {
      long cents = low + random.nextInt(high - low);
      if (used.add(cents)) {
        return cents;
      }
    }
  }

  private void write(Note note) {
    notes.computeIfAbsent(YearMonth.from(note.day()), m -> new ArrayList<>()).add(note);
    entries++;
  }

  private void line(Bank bank, LocalDate day, long cents, String party, String words) {
    var list = moves.get(bank);
    list.add(new Move(day, cents, party, words, bank.name() + list.size()));
  }

  /** A line that becomes an entry of its own. */
  private void own(Bank bank, LocalDate day, long cents, String party, String words) {
    line(bank, day, cents, party, words);
    entries++;
  }

  private void opening() {
    var codes = new ArrayList<String>();
    var cents = new ArrayList<Long>();
    for (var bank : Bank.values()) {
      if (bank.opening > 0) {
        codes.add(bank.code);
        cents.add(bank.opening);
      }
    }
    codes.addAll(List.of("570", "100"));
    cents.addAll(List.of(30_000L, -1_360_000L));
    var paper = new byte[0];
    write(new Note(LocalDate.of(YEAR, 1, 1), "Apertura", codes, cents, paper));
  }

  private void month(YearMonth month) {
    for (int day = month.getMonthValue() == 1 ? 2 : 1; day <= month.lengthOfMonth(); day++) {
      var at = month.atDay(day);
      if (at.getDayOfWeek() != DayOfWeek.SUNDAY) {
        day(at);
      }
    }
    suppliers(month, month.getMonthValue() <= 4 ? 34 : 33);
    for (int i = 0; i < MONTHLY.size(); i++) {
      own(Bank.CURRENT, month.atDay(4 + i), -amount(2_000, 90_000), MONTHLY.get(i), "Recibo");
    }
    for (int week = 0; week < 4; week++) {
      transfer(Bank.TILL, Bank.CURRENT, month.atDay(6 + week * 7), amount(60_000, 120_000));
      transfer(Bank.WEB, Bank.CURRENT, month.atDay(5 + week * 7), amount(10_000, 60_000));
      deposit(month.atDay(3 + week * 7), amount(20_000, 60_000));
    }
    transfer(Bank.CURRENT, Bank.PURSE, month.atDay(3), amount(20_000, 40_000));
    transfer(Bank.CURRENT, Bank.PURSE, month.atDay(17), amount(20_000, 40_000));
    for (int i = 0; i < 16; i++) {
      var day = month.atDay(2 + random.nextInt(25));
      own(Bank.PURSE, day, -amount(300, 4_000), "Papeleria Lapiz", "Compra con tarjeta");
    }
    if (month.getMonthValue() % 3 == 0) {
      write(
          Note.of(month.atEndOfMonth(), "IVA repercutido", "477", "4750", amount(90_000, 200_000)));
      write(Note.of(month.atEndOfMonth(), "IVA soportado", "4750", "472", amount(20_000, 80_000)));
    }
    int cash = month.getMonthValue() < 12 ? CASH : ENTRIES - entries;
    for (int i = 0; i < cash; i++) {
      write(Note.of(month.atDay(2 + i % 26), "Gasto menudo", "629", "570", amount(100, 5_000)));
    }
  }

  private void day(LocalDate day) {
    long net = amount(3_000, 30_000);
    long vat = net * 4 / 100;
    write(
        new Note(
            day,
            "Ventas en efectivo: \"caja\" | 4%",
            List.of("570", "700", "477"),
            List.of(net + vat, -net, -vat),
            new byte[0]));
    own(Bank.TILL, day, amount(5_000, 60_000), "Redsys", "Liquidacion de ventas");
    boolean odd = day.getDayOfMonth() % 2 == 1;
    long order = amount(900, 9_000);
    if (odd) {
      own(Bank.WEB, day, order, "Tienda web", "Pedido");
    } else {
      own(Bank.CURRENT, day, -180, "Cafe Sol", "Cafe");
    }
    if (day.getDayOfMonth() == 13) { // two orders, and two coffees, that nothing tells apart
      own(Bank.WEB, day, order, "Tienda web", "Pedido");
    } else if (day.getDayOfMonth() % 26 == 2) {
      own(Bank.CURRENT, day, -180, "Cafe Sol", "Cafe");
    }
  }

  /** Bills with their paper, and what pays them a day or two before the bank says so. */
  private void suppliers(YearMonth month, int bills) {
    for (int i = 0; i < bills; i++) {
      long net = amount(2_000, 40_000);
      while (!used.add(net + net * 4 / 100)) { // what is paid is nobody else's amount either
        net = amount(2_000, 40_000);
      }
      long vat = net * 4 / 100;
      var day = month.atDay(2 + random.nextInt(20));
      var text = "Distribuidora " + (char) ('A' + i % 7) + ", factura " + month + "/" + i;
      var paper = ("%PDF-1.4\n% " + text + "\ntrailer<</Root 1 0 R>>\n%%EOF\n").getBytes(UTF_8);
      papers++;
      write(
          new Note(day, text, List.of("600", "472", "400"), List.of(net, vat, -net - vat), paper));
      write(Note.of(day.plusDays(2), "Pago: " + text, "400", "572", net + vat));
      line(Bank.CURRENT, day.plusDays(2 + i % 3), -net - vat, "Distribuidora", "Transf. " + i);
    }
  }

  private void transfer(Bank from, Bank to, LocalDate day, long cents) {
    line(from, day, -cents, "Traspaso", "A cuenta propia");
    line(to, day.plusDays(1), cents, "Traspaso", "De cuenta propia");
    entries++;
  }

  private void deposit(LocalDate day, long cents) {
    write(Note.of(day, "Ingreso de caja", "572", "570", cents));
    line(Bank.CURRENT, day.plusDays(1), cents, "Ingreso", "En efectivo");
  }

  int entries() {
    return entries;
  }

  int papers() {
    return papers;
  }
}
