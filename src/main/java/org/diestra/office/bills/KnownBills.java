package org.diestra.office.bills;

import static org.diestra.platform.base.Outcome.refused;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.diestra.office.bills.Bills.Papers;
import org.diestra.office.bookkeeping.Proposals;
import org.diestra.office.books.AccountId;
import org.diestra.office.books.Book;
import org.diestra.office.books.ChartOfAccounts;
import org.diestra.office.books.Desk;
import org.diestra.office.dues.DueId;
import org.diestra.office.dues.Dues;
import org.diestra.office.dues.Parties;
import org.diestra.office.dues.Party;
import org.diestra.office.dues.PartyId;
import org.diestra.office.dues.Rates;
import org.diestra.office.dues.Side;
import org.diestra.office.dues.Sums;
import org.diestra.office.dues.Treatment;
import org.diestra.platform.base.Excerpt;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.blobs.BlobId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door for bills of which another part of the house knows every figure. They are entered as if
 * a person had typed them, and their entries are proposed like any other.
 */
@Service
public class KnownBills {
  private static final int LONGEST_NAME = 120;
  private static final int LONGEST_ADDRESS = 400;
  private static final int CENTS = 2; // by which VAT may be rounded elsewise
  private final Bills bills;
  private final Parties parties;
  private final Dues dues;
  private final ChartOfAccounts chart;
  private final Proposals proposals;

  KnownBills(Bills bills, Parties parties, Dues dues, ChartOfAccounts chart, Proposals proposals) {
    this.bills = bills;
    this.parties = parties;
    this.dues = dues;
    this.chart = chart;
    this.proposals = proposals;
  }

  /**
   * Who sends it.
   *
   * @param country ISO 3166-1, two capitals
   * @param taxId may be empty
   * @param address lines, may be empty
   */
  public record Seller(String name, String country, String taxId, String address, String language) {

    private Party party(Book book, Treatment treatment, int withholding) {
      return new Party(
          new PartyId(Ids.fresh()),
          book.workspace(),
          Side.SUPPLIER,
          Excerpt.line(name, LONGEST_NAME),
          country,
          taxId.toUpperCase(Locale.ROOT).replaceAll("[\\s.\\-/]", ""),
          Excerpt.head(address, LONGEST_ADDRESS),
          "",
          language,
          "",
          0,
          null,
          null,
          treatment,
          withholding,
          1);
    }
  }

  /**
   * A bill of one line. Its amounts are below zero where it takes back what another asked for.
   *
   * @param number the seller's, 1–60 characters
   * @param text what it is for
   * @param treatment of VAT as the seller sees it: charged, reverse or none
   * @param rate of VAT, in thousandths
   * @param withholding tax kept back of the net sum, in thousandths
   * @param withheld what that comes to
   */
  public record Known(
      Seller seller,
      String number,
      LocalDate day,
      String text,
      Treatment treatment,
      Money net,
      int rate,
      Money vat,
      int withholding,
      Money withheld) {}

  /**
   * Enters it. The same key makes no second bill.
   *
   * @param account of its line, unless its supplier usually has another
   * @return refused where the books can't show it as it is: another currency, a closed day, an
   *     account that the chart lacks, sums that we reckon elsewise, a number that is there already
   */
  @Transactional
  public Outcome<DueId> bring(Desk desk, UUID key, Known known, AccountId account) {
    var book = desk.book();
    if (!known.net().currency().equals(book.currency())) {
      return refused(
          Refusal.conflict("bills.known.currency", known.net().currency().getCurrencyCode()));
    }
    return parties
        .known(desk, known.seller().party(book, known.treatment(), known.withholding()))
        .fold(
            party -> {
              var paper = paper(desk, party, known, account);
              return agrees(paper.sums(), known)
                  ? bills.enter(desk, key, paper, Papers.NONE)
                  : refused(Refusal.conflict("bills.known.sums"));
            },
            Outcome::refused);
  }

  private Paper paper(Desk desk, Party party, Known known, AccountId otherwise) {
    var treatment = treatment(party, known.treatment());
    // who sends it does not say which rate its buyer owes
    int rate = treatment == Treatment.REVERSE ? usual(desk.book()) : known.rate();
    var usual = party.usual(chart.of(desk.book().workspace()));
    var item =
        new Item(
            Excerpt.line(known.text(), Item.LONGEST),
            usual == null ? otherwise : usual,
            known.net(),
            rate);
    var plain =
        new Paper(
            party.id(),
            known.number(),
            !known.net().isPositive(),
            known.day(),
            known.day().plusDays(party.days()),
            treatment,
            known.withholding(),
            Money.zero(known.net().currency()),
            List.of(item));
    var more = known.vat().minus(plain.sums().added());
    return treatment == Treatment.REVERSE || Math.abs(more.minor()) > CENTS
        ? plain
        : new Paper(
            plain.party(),
            plain.number(),
            plain.credit(),
            plain.day(),
            plain.dueOn(),
            treatment,
            plain.withholding(),
            more,
            plain.items());
  }

  /** What the client has said of that supplier's VAT counts where the bill leaves it open. */
  private static Treatment treatment(Party party, Treatment said) {
    return switch (said) {
      case CHARGED, COST ->
          party.treatment() == Treatment.COST ? Treatment.COST : Treatment.CHARGED;
      case NONE -> party.treatment() == Treatment.REVERSE ? Treatment.REVERSE : Treatment.NONE;
      case REVERSE -> Treatment.REVERSE;
    };
  }

  private static int usual(Book book) {
    var rate = Rates.read(Rates.usual(book.chart()).getFirst());
    return rate == null ? 0 : rate;
  }

  private static boolean agrees(Sums ours, Known known) {
    return ours.added().equals(known.vat()) && ours.withheld().equals(known.withheld());
  }

  /** Its papers stand with its entry from now on, whether or not that is posted. */
  @Transactional
  public void attach(Desk desk, DueId bill, List<BlobId> files) {
    dues.hold(desk, List.of(bill))
        .forEach(one -> proposals.attach(desk, one.due().entry(), files, List.of()));
  }
}
