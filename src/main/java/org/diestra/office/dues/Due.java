package org.diestra.office.dues;

import java.time.LocalDate;
import java.util.Locale;
import org.diestra.office.bookkeeping.EntryId;
import org.diestra.office.books.AccountId;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.base.Money;

/**
 * What a paper asks for.
 *
 * @param number that the paper bears, 1–60 characters
 * @param text what it is for, at most 200 characters
 * @param dueOn the last day on which it is paid in time
 * @param amount what is to be paid, never zero; below zero where a corrective paper gives it back
 * @param ledger the account on which it is owed
 * @param entry that shows it in the books
 */
public record Due(
    DueId id,
    WorkspaceId workspace,
    PartyId party,
    Side side,
    Sort sort,
    String number,
    String text,
    LocalDate day,
    LocalDate dueOn,
    Money amount,
    AccountId ledger,
    EntryId entry) {

  /** Which paper it is, and where it stands. */
  public enum Sort {
    BILL("bills"),
    INVOICE("sales");

    private final String path;

    Sort(String path) {
      this.path = path;
    }

    public String key() {
      return "dues.sort." + name().toLowerCase(Locale.ROOT);
    }
  }

  /** The page of the paper. */
  public String href() {
    return href(workspace, sort, id);
  }

  static String href(WorkspaceId workspace, Sort sort, DueId id) {
    return "/w/" + workspace + "/books/" + sort.path + "/" + id;
  }
}
