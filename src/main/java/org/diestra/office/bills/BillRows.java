package org.diestra.office.bills;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import org.diestra.office.bills.BillForm.Row;
import org.diestra.office.books.AccountId;
import org.diestra.office.books.AccountList;
import org.diestra.office.dues.Party;
import org.diestra.office.dues.Rates;
import org.diestra.office.dues.Treatment;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a bill as they were typed, and its total compared with ours.
 *
 * @param credit whether what is typed is given back: below zero in the books
 */
record BillRows(List<Row> rows, boolean credit) {
  BillRows {
    rows = List.copyOf(rows);
  }

  /** Those that say something; what is wrong with one stands among the problems. */
  List<Item> read(@Nullable Party from, AccountList chart, Currency currency, Typed typed) {
    var items = new ArrayList<Item>();
    for (int i = 0; i < rows.size(); i++) {
      if (!rows.get(i).blank()) {
        var item = item(i, from, chart, currency, typed);
        if (item != null) {
          items.add(credit ? item.negated() : item);
        }
      }
    }
    if (items.isEmpty() && typed.problems().none()) {
      typed.problems().add("items", "bills.items.missing");
    }
    return items;
  }

  private @Nullable Item item(
      int at, @Nullable Party from, AccountList chart, Currency currency, Typed typed) {
    var row = rows.get(at);
    var problems = typed.problems();
    var text = typed.line("text-" + at, row.text(), Item.LONGEST);
    var net = signed(row.net(), currency);
    if (net == null || net.isZero()) {
      problems.add("net-" + at, "bills.net.wrong");
    }
    var vat = row.vat().isEmpty() ? Integer.valueOf(0) : Rates.read(row.vat());
    if (vat == null) {
      problems.add("vat-" + at, "bills.rate.wrong");
    }
    var account = account(at, from, chart, problems);
    return net == null || net.isZero() || vat == null || account == null
        ? null
        : new Item(text, account, net, vat);
  }

  private @Nullable AccountId account(
      int at, @Nullable Party from, AccountList chart, Problems problems) {
    var typed = rows.get(at).account();
    var usual = from == null || !typed.isEmpty() ? null : from.usual(chart);
    return usual == null ? chart.find("account-" + at, typed, problems) : usual;
  }

  /** An amount that may have a minus before it; null for anything else. */
  static @Nullable Money signed(String typed, Currency currency) {
    var text = Typed.line(typed);
    boolean minus = text.startsWith("-") || text.startsWith("\u2212");
    var read = Money.read(minus ? text.substring(1) : text, currency);
    return read.map(amount -> minus ? amount.negated() : amount).orElse(null);
  }

  /**
   * The paper with the VAT that its supplier computed, where that is a little more or less than
   * ours: a cent for each line and rate at most. Null where it is more.
   */
  static @Nullable Paper compared(Paper paper, String total, Problems problems) {
    if (total.isEmpty()) {
      return paper;
    }
    var ours = paper.sums().total();
    var said = signed(total, ours.currency());
    if (said == null) {
      problems.add("total", "bills.net.wrong");
      return null;
    }
    var theirs = paper.credit() ? said.negated() : said;
    var more = theirs.minus(ours);
    if (Math.abs(more.minor()) > tolerated(paper)) {
      problems.add("total", "bills.total.other", paper.credit() ? ours.negated() : ours);
      return null;
    }
    return new Paper(
        paper.party(),
        paper.number(),
        paper.credit(),
        paper.day(),
        paper.dueOn(),
        paper.treatment(),
        paper.withholding(),
        more,
        paper.items());
  }

  /** Of cents; none where the supplier adds no VAT to which they could go. */
  private static long tolerated(Paper paper) {
    var charged = paper.sums().groups().stream().filter(group -> group.rate() > 0).count();
    return charged == 0 || paper.treatment() == Treatment.REVERSE
        ? 0
        : Math.min(100, charged + paper.items().size());
  }
}
