package org.diestra.office.bills;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.diestra.office.bookkeeping.Proposals;
import org.diestra.office.books.Account;
import org.diestra.office.books.AccountId;
import org.diestra.office.books.AccountList;
import org.diestra.office.books.BooksFrame;
import org.diestra.office.books.BooksFrame.Around;
import org.diestra.office.books.ChartOfAccounts;
import org.diestra.office.books.Desk;
import org.diestra.office.dues.Course;
import org.diestra.office.dues.Dues;
import org.diestra.office.dues.Parties;
import org.diestra.office.dues.Party;
import org.diestra.office.dues.Side;
import org.diestra.office.dues.Standing;
import org.diestra.office.dues.Standing.EntryState;
import org.diestra.office.dues.Sums;
import org.diestra.platform.blobs.Blob;
import org.diestra.platform.blobs.BroughtFiles;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** A bill before somebody: its form, and its page. */
@Component
class BillPages {
  private final BooksFrame frame;
  private final ChartOfAccounts chart;
  private final Parties parties;
  private final Dues dues;
  private final Proposals proposals;
  private final BroughtFiles brought;
  private final Clock clock;

  BillPages(
      BooksFrame frame,
      ChartOfAccounts chart,
      Parties parties,
      Dues dues,
      Proposals proposals,
      BroughtFiles brought,
      Clock clock) {
    this.frame = frame;
    this.chart = chart;
    this.parties = parties;
    this.dues = dues;
    this.proposals = proposals;
    this.brought = brought;
    this.clock = clock;
  }

  LocalDate today(Desk desk) {
    return desk.today(clock);
  }

  /**
   * The form.
   *
   * @param bill what is changed, or null for a new one
   * @param files that came with it
   * @param papers what is there already, to be looked at beside it
   */
  record Sheet(
      Around around,
      @Nullable Bill bill,
      BillForm form,
      AccountList chart,
      List<Party> suppliers,
      List<Blob> files,
      List<Proposals.Paper> papers) {
    Desk desk() {
      return around.desk();
    }

    String href() {
      return bill == null ? desk().href("bills") : desk().href("bills/" + bill.id());
    }

    String action() {
      return bill == null ? href() : href() + "/edit";
    }
  }

  String form(Desk desk, @Nullable Bill bill, BillForm form, Model model) {
    var papers =
        bill == null
            ? proposals.papers(desk, form.receiptIds())
            : proposals.papers(desk, dues.get(desk, bill.id()).due().entry());
    model.addAttribute(
        "sheet",
        new Sheet(
            frame.of(desk),
            bill,
            form,
            chart.of(desk.book().workspace()),
            parties.offered(desk, Side.SUPPLIER),
            brought.own(desk.pass().viewer().id().value(), form.files()),
            papers));
    return "edit";
  }

  /**
   * The page.
   *
   * @param course what was paid of it
   * @param decides whether the viewer may post its entry
   */
  record View(
      Around around,
      Bill bill,
      Party party,
      Course course,
      Map<AccountId, Account> chart,
      List<Proposals.Paper> papers,
      LocalDate today,
      boolean decides) {
    Desk desk() {
      return around.desk();
    }

    Standing standing() {
      return course.standing();
    }

    Sums sums() {
      return bill.paper().sums();
    }

    String href() {
      return standing().due().href();
    }

    /** The entry in the journal. */
    String entry() {
      return desk().href("entries/" + standing().due().entry());
    }

    boolean open() {
      return !standing().posted() && !standing().undone();
    }

    /** Whether its entry only has to be proposed again. */
    boolean drafted() {
      return standing().state() == EntryState.DRAFT || standing().state() == EntryState.RETURNED;
    }
  }

  String show(Desk desk, Bill bill, Model model) {
    var standing = dues.get(desk, bill.id());
    model.addAttribute(
        "view",
        new View(
            frame.of(desk),
            bill,
            parties.get(desk, bill.paper().party()),
            dues.course(standing),
            chart.of(desk.book().workspace()).byId(),
            proposals.papers(desk, standing.due().entry()),
            today(desk),
            proposals.decides(desk, standing.due().entry())));
    return "show";
  }
}
