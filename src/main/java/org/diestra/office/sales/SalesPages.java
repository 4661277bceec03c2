package org.diestra.office.sales;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.diestra.office.books.Account;
import org.diestra.office.books.AccountId;
import org.diestra.office.books.AccountList;
import org.diestra.office.books.BooksFrame;
import org.diestra.office.books.BooksFrame.Around;
import org.diestra.office.books.ChartOfAccounts;
import org.diestra.office.books.Desk;
import org.diestra.office.dues.Course;
import org.diestra.office.dues.DueId;
import org.diestra.office.dues.Dues;
import org.diestra.office.dues.Parties;
import org.diestra.office.dues.Party;
import org.diestra.office.dues.Side;
import org.diestra.office.dues.Sums;
import org.diestra.office.sales.InvoiceLists.Listed;
import org.diestra.platform.accounts.Accounts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;

/** An invoice before somebody: its form, and its page. */
@Component
class SalesPages {
  private final BooksFrame frame;
  private final ChartOfAccounts chart;
  private final Parties parties;
  private final Dues dues;
  private final Invoices invoices;
  private final InvoiceLists lists;
  private final Issuing issuing;
  private final Accounts accounts;

  SalesPages(
      BooksFrame frame,
      ChartOfAccounts chart,
      Parties parties,
      Dues dues,
      Invoices invoices,
      InvoiceLists lists,
      Issuing issuing,
      Accounts accounts) {
    this.frame = frame;
    this.chart = chart;
    this.parties = parties;
    this.dues = dues;
    this.invoices = invoices;
    this.lists = lists;
    this.issuing = issuing;
    this.accounts = accounts;
  }

  /** What is not issued yet, the latest first. */
  @Transactional(readOnly = true)
  public List<Listed> unissued(Desk desk) {
    return lists.unissued(desk.book().workspace(), 50);
  }

  /** What corrects that one. */
  @Transactional(readOnly = true)
  public List<Listed> correcting(Invoice invoice) {
    return lists.correcting(invoice.id());
  }

  /**
   * The form.
   *
   * @param invoice what is changed, or null for a new one
   * @param corrects the number of what is corrected, or null
   */
  record Sheet(
      Around around,
      @Nullable Invoice invoice,
      InvoiceForm form,
      AccountList chart,
      List<Party> customers,
      @Nullable String corrects) {
    Desk desk() {
      return around.desk();
    }

    String href() {
      return invoice == null ? desk().href("sales") : invoice.href();
    }

    String action() {
      return invoice == null ? href() : href() + "/edit";
    }
  }

  String form(Desk desk, @Nullable Invoice invoice, InvoiceForm form, Model model) {
    var of = form.corrects().isEmpty() ? null : invoices.get(desk, DueId.of(form.corrects()));
    var issued = of == null ? null : of.issued();
    model.addAttribute(
        "sheet",
        new Sheet(
            frame.of(desk),
            invoice,
            form,
            chart.of(desk.book().workspace()),
            parties.offered(desk, Side.CUSTOMER),
            issued == null ? null : issued.number()));
    return "edit";
  }

  /**
   * The page.
   *
   * @param course what was paid of it, or null before it is issued
   * @param correcting what corrects it
   * @param first what it corrects, or null
   * @param decides whether the viewer may issue or return it
   * @param ready whether anybody has said who issues
   */
  record View(
      Around around,
      Invoice invoice,
      Party customer,
      @Nullable Course course,
      Map<AccountId, Account> chart,
      List<Listed> correcting,
      @Nullable Invoice first,
      boolean decides,
      boolean ready,
      String writer,
      LocalDate today) {
    Desk desk() {
      return around.desk();
    }

    Sums sums() {
      return invoice.said().sums();
    }

    String seen() {
      return String.valueOf(invoice.version());
    }

    boolean mine() {
      return invoice.state() == Invoice.State.PROPOSED && invoice.by(desk().pass().viewer().id());
    }
  }

  String show(Desk desk, Invoice invoice, Model model) {
    var corrects = invoice.corrects();
    model.addAttribute(
        "view",
        new View(
            frame.of(desk),
            invoice,
            parties.get(desk, invoice.said().party()),
            invoice.issued() == null ? null : dues.course(dues.get(desk, invoice.id())),
            chart.of(desk.book().workspace()).byId(),
            correcting(invoice),
            corrects == null ? null : invoices.get(desk, corrects),
            issuing.decides(desk, invoice),
            issuing.issuer(desk).isPresent(),
            accounts.names(List.of(invoice.writtenBy())).getOrDefault(invoice.writtenBy(), ""),
            invoices.today(desk)));
    return "show";
  }
}
