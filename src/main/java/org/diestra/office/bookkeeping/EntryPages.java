package org.diestra.office.bookkeeping;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.diestra.office.bookkeeping.Entry.Posted;
import org.diestra.office.bookkeeping.EntryOrigin.Origin;
import org.diestra.office.books.Account;
import org.diestra.office.books.AccountId;
import org.diestra.office.books.AccountList;
import org.diestra.office.books.BooksFrame;
import org.diestra.office.books.BooksFrame.Around;
import org.diestra.office.books.ChartOfAccounts;
import org.diestra.office.books.Desk;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.blobs.Blob;
import org.diestra.platform.blobs.BlobId;
import org.diestra.platform.blobs.BroughtFiles;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;

/** An entry before somebody: its form, and its page. */
@Component
class EntryPages {
  private final BooksFrame frame;
  private final ChartOfAccounts chart;
  private final Entries entries;
  private final Decisions decisions;
  private final Receipts receipts;
  private final BroughtFiles brought;
  private final Accounts accounts;
  private final Origins origins;

  EntryPages(
      BooksFrame frame,
      ChartOfAccounts chart,
      Entries entries,
      Decisions decisions,
      Receipts receipts,
      BroughtFiles brought,
      Accounts accounts,
      Origins origins) {
    this.frame = frame;
    this.chart = chart;
    this.entries = entries;
    this.decisions = decisions;
    this.receipts = receipts;
    this.brought = brought;
    this.accounts = accounts;
    this.origins = origins;
  }

  /** What a form came to, with the files it brought. */
  record Draft(Written written, EntryForm form, List<BlobId> files) {}

  /** It and its receipts, or neither. */
  @Transactional
  public Outcome<EntryId> keep(Desk desk, @Nullable Entry before, Draft draft, boolean propose) {
    var form = draft.form();
    if (before != null
        && (before.facts().version() != form.seen() || origins.of(before).isPresent())) {
      return refused(Entries.MOVED);
    }
    var made = before == null ? entries.made(desk, form.keyed()) : Optional.<EntryId>empty();
    if (made.isPresent()) {
      return done(made.get()); // the same form again, whose files are there already
    }
    if (propose && !form.twin() && !twins(desk, before, form, draft.files()).isEmpty()) {
      return refused(Receipts.TWIN);
    }
    var outcome =
        before == null
            ? entries.write(desk, form.keyed(), draft.written(), propose)
            : entries.rewrite(desk, before.facts().id(), form.seen(), draft.written(), propose);
    if (outcome instanceof Outcome.Done<EntryId>(var id)) {
      receipts.attach(desk, form.receiptIds(), id);
      receipts.attach(desk, receipts.bring(desk, draft.files()), id);
    }
    return outcome;
  }

  /** Other entries that the papers of a form show too. */
  private List<Twin> twins(Desk desk, @Nullable Entry before, EntryForm form, List<BlobId> files) {
    var all = new ArrayList<>(files);
    receipts.all(desk, form.receiptIds()).forEach(paper -> all.add(paper.file()));
    if (before != null) {
      receipts.of(before).forEach(paper -> all.add(paper.file()));
    }
    return receipts.twins(
        desk.book().workspace(), all, before == null ? null : before.facts().id());
  }

  /**
   * The form.
   *
   * @param entry what is written on, or null for a new one
   * @param files that came with it
   * @param papers what is there already, to be looked at beside it
   * @param twins other entries that the same papers show
   */
  record Sheet(
      Around around,
      @Nullable Entry entry,
      EntryForm form,
      AccountList chart,
      List<Blob> files,
      List<Paper> papers,
      List<Twin> twins) {
    Desk desk() {
      return around.desk();
    }

    String action() {
      return entry == null ? desk().href("entries") : entry.facts().href() + "/edit";
    }
  }

  /** A receipt with its file. */
  record Paper(Receipt receipt, Blob file) {}

  String form(Desk desk, @Nullable Entry entry, EntryForm form, Model model) {
    var there = new ArrayList<>(receipts.all(desk, form.receiptIds()));
    if (entry != null) {
      there.addAll(receipts.of(entry));
    }
    var files = brought.own(desk.pass().viewer().id().value(), form.files());
    model.addAttribute(
        "sheet",
        new Sheet(
            frame.of(desk),
            entry,
            form,
            chart.of(desk.book().workspace()),
            files,
            papers(there),
            twins(desk, entry, form, files.stream().map(Blob::id).toList())));
    return "edit";
  }

  private List<Paper> papers(List<Receipt> some) {
    var files = receipts.files(some);
    return some.stream()
        .flatMap(receipt -> {
          var file = files.get(receipt.file());
          return file == null ? Stream.<Paper>empty() : Stream.of(new Paper(receipt, file));
        })
        .toList();
  }

  /**
   * The page.
   *
   * @param decides whether the viewer may post or return it
   * @param key of the form that would undo it
   * @param twins other entries that the same papers show
   * @param origin the paper that it was written for and is changed with, or null
   */
  record View(
      Around around,
      Entry entry,
      Map<AccountId, Account> chart,
      List<MoveStore.Move> moves,
      List<Paper> papers,
      boolean decides,
      Map<PersonId, String> names,
      String key,
      List<Twin> twins,
      @Nullable Origin origin) {
    Desk desk() {
      return around.desk();
    }

    String href() {
      return entry.facts().href();
    }

    String seen() {
      return String.valueOf(entry.facts().version());
    }

    /** The number by which people call it: 2026/17; null while it has none. */
    @Nullable String number() {
      return entry instanceof Posted posted
          ? desk().book().yearName(posted.year()) + "/" + posted.number()
          : null;
    }

    /** The day that its opposite is for, unless somebody says otherwise. */
    LocalDate undoDay() {
      var day = entry.facts().written().day();
      var closed = desk().book().closedUntil();
      return closed == null || day.isAfter(closed) ? day : closed.plusDays(1);
    }

    /** Those of its accounts that were closed since it was written, before it is posted. */
    List<Account> shut() {
      return entry instanceof Posted
          ? List.of()
          : entry.facts().written().accounts().stream()
              .flatMap(id -> Stream.ofNullable(chart.get(id)))
              .filter(account -> account.closedAt() != null)
              .sorted(Comparator.comparing(Account::code))
              .toList();
    }

    boolean mine() {
      return entry instanceof Entry.Proposed proposed && proposed.by(desk().pass().viewer().id());
    }
  }

  String show(Desk desk, Entry entry, Model model) {
    var moves = entries.moves(entry);
    var papers = papers(receipts.of(entry));
    var people = new LinkedHashSet<PersonId>();
    moves.forEach(move -> people.add(move.person()));
    papers.forEach(paper -> people.add(paper.receipt().broughtBy()));
    model.addAttribute(
        "view",
        new View(
            frame.of(desk),
            entry,
            chart.of(desk.book().workspace()).byId(),
            moves,
            papers,
            decisions.decides(desk, entry),
            accounts.names(people),
            Ids.text(Ids.fresh()),
            receipts.twins(entry),
            origins.of(entry).orElse(null)));
    return "show";
  }
}
