package org.diestra.office.bookkeeping;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diestra.office.books.Book;
import org.diestra.office.books.Books;
import org.diestra.office.books.Chart;
import org.diestra.office.books.ChartOfAccounts;
import org.diestra.office.books.Desk;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.base.Ids;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.blobs.Purpose;
import org.diestra.platform.demo.Cast;
import org.diestra.platform.demo.DemoPart;
import org.diestra.platform.demo.Past;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The bookshop's books: an opening and three months that its assistant wrote and its accountant
 * posted, this month's proposals, one that came back, and papers that wait.
 */
@Component
class BookkeepingDemo implements DemoPart {
  private static final int MONTHS = 3;
  private final Workspaces workspaces;
  private final Books books;
  private final ChartOfAccounts charts;
  private final Entries entries;
  private final Decisions decisions;
  private final Receipts receipts;
  private final Blobs blobs;
  private final Past past;

  BookkeepingDemo(
      Workspaces workspaces,
      Books books,
      ChartOfAccounts charts,
      Entries entries,
      Decisions decisions,
      Receipts receipts,
      Blobs blobs,
      Past past) {
    this.workspaces = workspaces;
    this.books = books;
    this.charts = charts;
    this.entries = entries;
    this.decisions = decisions;
    this.receipts = receipts;
    this.blobs = blobs;
    this.past = past;
  }

  @Override
  public String name() {
    return "bookkeeping:bookshop";
  }

  @Override
  public int order() {
    return 39;
  }

  @Override
  public void play(Cast cast) {
    var room = workspaces.get(workspaces.open(cast.business(Cast.CLIENT)));
    var monday = past.monday();
    var lately = monday.plusDays(15);
    var first = lately.minusMonths(MONTHS).withDayOfMonth(1);
    var owner = Pass.whole(room, cast.viewer(Cast.CLIENT));
    var book = new Book(room.id(), Chart.SPAIN, room.currency(), 1, first, null, false, 1);
    var began = at(first.plusDays(1), 10);
    var opened = past.call(began, () -> books.open(owner, book).orFail());
    var assistant = new Desk(Pass.whole(room, cast.viewer(Cast.ASSISTANT)), opened.book(), false);
    var accountant = new Desk(Pass.whole(room, cast.viewer(Cast.ACCOUNTANT)), opened.book(), true);
    var shop = new DemoShop(assistant, accountant, charts.of(room.id()));
    past.run(began, () -> post(shop, opening(shop, first)));
    for (int month = 0; month < MONTHS; month++) {
      var begins = first.plusMonths(month);
      past.run(at(begins.plusMonths(1).plusDays(1), 16), () -> month(shop, begins));
    }
    past.run(at(lately, 15), () -> now(shop, monday));
  }

  private static Instant at(LocalDate day, int hour) {
    return day.atTime(LocalTime.of(hour, 20)).atZone(ZoneOffset.UTC).toInstant();
  }

  private Map<EntryId, Integer> opening(DemoShop shop, LocalDate day) {
    var written =
        shop.written(
            day,
            "Asiento de apertura",
            DemoShop.of("216", 640_000),
            DemoShop.of("217", 185_000),
            DemoShop.of("281", -212_000),
            DemoShop.of("300", 1_842_000),
            DemoShop.of("570", 32_050),
            DemoShop.of("572", 924_310),
            DemoShop.of("400", -418_060),
            DemoShop.of("4750", -61_300),
            DemoShop.of("102", -2_932_000));
    return Map.of(propose(shop, written, null), 2);
  }

  /** A month of the shop: sales by week, rent, wages, suppliers, and what the bank takes. */
  private void month(DemoShop shop, LocalDate begins) {
    int salt = begins.getMonthValue() * 137;
    var seen = new HashMap<EntryId, Integer>();
    for (int week = 0; week < 4; week++) {
      long cash = 61_200 + (salt * (week + 3L)) % 23_000;
      long cards = 148_900 + (salt * (week + 7L)) % 61_000;
      long net = Math.round((cash + cards) / 1.04);
      seen.put(
          propose(
              shop,
              shop.written(
                  begins.plusDays(6 + week * 7L),
                  "Ventas de la semana " + (week + 1),
                  DemoShop.of("570", cash),
                  DemoShop.of("572", cards),
                  DemoShop.of("700", -net),
                  DemoShop.of("477", net - cash - cards)),
              null),
          2);
    }
    seen.put(
        propose(
            shop,
            shop.written(
                begins.plusDays(1),
                "Alquiler del local",
                DemoShop.of("621", 95_000),
                DemoShop.of("472", 19_950),
                DemoShop.of("4751", -18_050),
                DemoShop.of("572", -96_900)),
            new Paper("Alquiler.pdf", "Inmuebles Turia", "950,00 + IVA 21 % - IRPF 19 %")),
        2);
    long books = 388_000 + salt * 31L % 90_000;
    seen.put(
        propose(
            shop,
            shop.written(
                begins.plusDays(9),
                "Novedades, distribuidora Les Punxes",
                DemoShop.of("600", books),
                DemoShop.of("472", Math.round(books * 0.04)),
                DemoShop.of("400", -books - Math.round(books * 0.04))),
            new Paper(
                "Les Punxes.pdf",
                "Distribuidora Les Punxes",
                DemoShop.words(books)
                    + " + IVA 4 %, "
                    + begins.getMonthValue()
                    + "/"
                    + begins.getYear())),
        2);
    seen.put(
        propose(
            shop,
            shop.written(
                begins.plusDays(24),
                "Pago a Les Punxes",
                DemoShop.of("400", 312_000),
                DemoShop.of("572", -312_000)),
            null),
        2);
    seen.put(
        propose(
            shop,
            shop.written(
                begins.plusDays(17),
                "Luz y agua",
                DemoShop.of("628", 14_230),
                DemoShop.of("472", 2_988),
                DemoShop.of("572", -17_218)),
            new Paper(
                "Luz.pdf",
                "Energía del Júcar",
                "142,30 + IVA 21 %, " + begins.getMonthValue() + "/" + begins.getYear())),
        2);
    seen.put(
        propose(
            shop,
            shop.written(
                begins.plusMonths(1).minusDays(1),
                "Nómina y seguridad social",
                DemoShop.of("640", 162_000),
                DemoShop.of("642", 51_800),
                DemoShop.of("476", -62_100),
                DemoShop.of("4751", -17_820),
                DemoShop.of("572", -133_880)),
            null),
        2);
    seen.put(
        propose(
            shop,
            shop.written(
                begins.plusMonths(1).minusDays(2),
                "Comisión del datáfono",
                DemoShop.of("626", 2_640 + salt % 900),
                DemoShop.of("572", -2_640 - salt % 900)),
            null),
        2);
    post(shop, seen);
  }

  /** What is new: proposals, one that came back, a draft, and papers without an entry. */
  private void now(DemoShop shop, LocalDate monday) {
    var day = monday.plusDays(11);
    propose(
        shop,
        shop.written(
            day,
            "Ventas del sábado",
            DemoShop.of("570", 41_230),
            DemoShop.of("572", 88_410),
            DemoShop.of("700", -124_654),
            DemoShop.of("477", -4_986)),
        null);
    propose(
        shop,
        shop.written(
            day.minusDays(3),
            "Bolsas de papel",
            DemoShop.of("602", 12_400),
            DemoShop.of("472", 2_604),
            DemoShop.of("410", -15_004)),
        new Paper("Bolsas.pdf", "Papelera del Mediterráneo", "124,00 + IVA 21 %"));
    propose(
        shop,
        shop.written(
            day.minusDays(2),
            "Presentación de libro: vino y rosas",
            DemoShop.of("627", 8_640),
            DemoShop.of("472", 864),
            DemoShop.of("570", -9_504)),
        new Paper("Tique.pdf", "Bodega La Aldeana", "86,40 + IVA 10 %"));
    var back =
        propose(
            shop,
            shop.written(
                day.minusDays(4),
                "Reparación de la persiana",
                DemoShop.of("622", 18_150),
                DemoShop.of("572", -18_150)),
            null);
    decisions
        .giveBack(shop.accountant(), back, 2, "Falta el IVA: pide la factura, 150,00 más 31,50.")
        .orFail();
    bring(shop, new Paper("Seguro.pdf", "Mutua de Levante", "Recibo anual, 318,20"));
    bring(shop, new Paper("Azeta.pdf", "Azeta Distribuciones", "1.204,75 + IVA 4 %"));
  }

  /** A paper that never was: who wrote it, and what for. */
  private record Paper(String name, String from, String what) {}

  private EntryId propose(DemoShop shop, Written written, @Nullable Paper paper) {
    var id = entries.write(shop.assistant(), Ids.fresh(), written, true).orFail();
    if (paper != null) {
      receipts.attach(shop.assistant(), bring(shop, paper), id);
    }
    return id;
  }

  private List<ReceiptId> bring(DemoShop shop, Paper paper) {
    var text = PaperDemo.pdf(paper.from(), paper.what());
    var who = shop.assistant().pass().viewer().id().value();
    try {
      var file =
          blobs
              .store(new ByteArrayInputStream(text), Purpose.ATTACHMENT, paper.name(), who)
              .orFail();
      return receipts.bring(shop.assistant(), List.of(file.id()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void post(DemoShop shop, Map<EntryId, Integer> seen) {
    decisions.post(shop.accountant(), seen).orFail();
  }
}
