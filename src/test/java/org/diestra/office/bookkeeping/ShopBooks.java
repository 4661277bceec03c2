package org.diestra.office.bookkeeping;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.diestra.office.bookkeeping.Entry.State;
import org.diestra.office.bookkeeping.JournalStore.Row;
import org.diestra.office.bookkeeping.JournalStore.Wanted;
import org.diestra.office.bookkeeping.Proposals.Keyed;
import org.diestra.office.books.Account;
import org.diestra.office.books.Books;
import org.diestra.office.books.ChartOfAccounts;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.blobs.BlobId;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.blobs.Purpose;
import org.diestra.platform.data.Caller;
import org.springframework.stereotype.Component;

/** What two people do in books by hand: one writes and brings papers, another posts. */
@Component
public class ShopBooks {
  private static final Currency EUR = Currency.getInstance("EUR");
  private final Books books;
  private final ChartOfAccounts chart;
  private final Entries entries;
  private final Proposals proposals;
  private final Receipts receipts;
  private final Decisions decisions;
  private final Journal journal;
  private final Blobs blobs;

  ShopBooks(
      Books books,
      ChartOfAccounts chart,
      Entries entries,
      Proposals proposals,
      Receipts receipts,
      Decisions decisions,
      Journal journal,
      Blobs blobs) {
    this.books = books;
    this.chart = chart;
    this.entries = entries;
    this.proposals = proposals;
    this.receipts = receipts;
    this.decisions = decisions;
    this.journal = journal;
    this.blobs = blobs;
  }

  /**
   * An entry by hand.
   *
   * @param lines codes of accounts with cents by turns, debits above zero
   * @param paper what shows it; empty for nothing
   */
  public record Note(
      LocalDate day, String text, List<String> codes, List<Long> cents, byte[] paper) {

    /** One debited, one credited. */
    public static Note of(LocalDate day, String text, String debit, String credit, long cents) {
      return new Note(day, text, List.of(debit, credit), List.of(cents, -cents), new byte[0]);
    }
  }

  /** Those with a paper one after the other, the others all at once. */
  public void propose(Viewer by, WorkspaceId room, List<Note> notes) {
    Caller.person(by.id().value())
        .run(() -> {
          var desk = books.enter(by, room);
          var byCode =
              chart.of(room).all().stream()
                  .collect(Collectors.toMap(Account::code, Function.identity()));
          var many = new ArrayList<Keyed>();
          for (var note : notes) {
            var written = written(note, byCode);
            if (note.paper().length == 0) {
              many.add(new Keyed(Ids.fresh(), written));
            } else {
              var id = entries.write(desk, Ids.fresh(), written, true).orFail();
              receipts.attach(desk, receipts.bring(desk, List.of(file(by, note))), id);
            }
          }
          proposals.proposeAll(desk, many).orFail();
        });
  }

  private static Written written(Note note, Map<String, Account> byCode) {
    var lines = new ArrayList<Line>();
    for (int i = 0; i < note.codes().size(); i++) {
      var account = byCode.get(note.codes().get(i));
      lines.add(new Line(account.id(), new Money(note.cents().get(i), EUR), ""));
    }
    return new Written(note.day(), note.text(), EUR, lines);
  }

  private BlobId file(Viewer by, Note note) {
    var bytes = new ByteArrayInputStream(note.paper());
    try {
      return blobs.store(bytes, Purpose.ATTACHMENT, "f.pdf", by.id().value()).orFail().id();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Page by page as the journal shows them, all of a page at once. */
  public int postAll(Viewer by, WorkspaceId room) {
    return Caller.person(by.id().value())
        .call(() -> {
          var desk = books.enter(by, room);
          int posted = 0;
          while (true) {
            var page = journal.list(new Wanted(room, "", State.PROPOSED, null, null, null, null));
            if (page.isEmpty()) {
              return posted;
            }
            var seen = page.stream().collect(Collectors.toMap(Row::id, Row::version));
            posted += decisions.post(desk, Map.copyOf(seen)).orFail();
          }
        });
  }
}
