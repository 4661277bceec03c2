package org.diestra.office.statements;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;
import org.diestra.office.books.Books;
import org.diestra.office.books.ChartOfAccounts;
import org.diestra.office.books.Desk;
import org.diestra.office.statements.Movement.State;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.banking.CsvColumns;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.data.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What two people do with their banks: one brings and deals with lines, another reconciles. */
@Component
public class ShopBanks {
  private static final int PAGE = 50;
  private final Books books;
  private final ChartOfAccounts chart;
  private final BankAccounts accounts;
  private final Imports imports;
  private final Suggestions suggestions;
  private final Matches matches;
  private final Reconciliations reconciliations;

  ShopBanks(
      Books books,
      ChartOfAccounts chart,
      BankAccounts accounts,
      Imports imports,
      Suggestions suggestions,
      Matches matches,
      Reconciliations reconciliations) {
    this.books = books;
    this.chart = chart;
    this.accounts = accounts;
    this.imports = imports;
    this.suggestions = suggestions;
    this.matches = matches;
    this.reconciliations = reconciliations;
  }

  private <T> T at(Viewer viewer, WorkspaceId room, Function<Desk, T> work) {
    return Caller.person(viewer.id().value()).call(() -> work.apply(books.enter(viewer, room)));
  }

  /**
   * @param begins the first day of its statements, or null where they say so themselves
   */
  public String add(
      Viewer by,
      WorkspaceId room,
      String name,
      String number,
      String code,
      @Nullable LocalDate begins,
      long opening) {
    return at(
        by,
        room,
        desk -> {
          var ledger = chart.of(room).find("", code).orFail();
          var currency = desk.book().currency();
          var account =
              new BankAccount(
                  new BankAccountId(Ids.fresh()),
                  room,
                  ledger.id(),
                  name,
                  number,
                  currency,
                  null,
                  begins,
                  begins == null ? null : new Money(opening, currency),
                  null,
                  1);
          return accounts.add(desk, account).orFail().id().toString();
        });
  }

  /** Takes a file in; answers how many of its lines were new, -1 where that very file is there. */
  public int take(Viewer by, WorkspaceId room, String account, String name, byte[] content) {
    return at(
        by,
        room,
        desk -> {
          var id = BankAccountId.of(account);
          imports.bring(desk, accounts.get(desk, id), name, content).orFail();
          var trial = imports.trial(desk, accounts.get(desk, id)).orFail();
          if (trial instanceof Trial.Unnamed unnamed) {
            accounts.name(desk, id, CsvColumns.guessed(unnamed.table())).orFail();
          }
          return switch (imports.take(desk, id)) {
            case Outcome.Done<Brought>(var brought) -> brought.fresh();
            case Outcome.Refused<Brought>(var why) when why.key().equals("statements.file.again") ->
                -1;
            case Outcome.Refused<Brought> refused -> throw new AssertionError(refused);
          };
        });
  }

  /** What nobody suggests yet: the account and the thousandths of VAT by the name of the other. */
  public record Known(String code, @Nullable Integer vat) {}

  /** How many lines were dealt with, and in which way. */
  public record Dealt(int entries, int transfers, int rules, int written) {
    public Dealt plus(Dealt more) {
      return new Dealt(
          entries + more.entries,
          transfers + more.transfers,
          rules + more.rules,
          written + more.written);
    }
  }

  /** All open lines of an account: what is suggested is taken, else it is written by hand. */
  public Dealt deal(
      Viewer by, WorkspaceId room, String account, Function<String, @Nullable Known> known) {
    return at(
        by,
        room,
        desk -> {
          var into = accounts.get(desk, BankAccountId.of(account));
          int entries = 0;
          int transfers = 0;
          int rules = 0;
          int written = 0;
          while (true) {
            var page = accounts.lines(into, State.OPEN, "", null, PAGE);
            var suggested = suggestions.first(desk, page);
            var met = new HashSet<String>();
            int before = entries + transfers + rules + written;
            for (var line : page) {
              var suggestion = suggested.get(line.id());
              if (suggestion != null) {
                matches.accept(desk, line.id(), line.version(), suggestion).orFail();
                switch (suggestion) {
                  case Suggestion.Existing e -> entries++;
                  case Suggestion.Transfer t -> transfers++;
                  case Suggestion.ByRule r -> rules++;
                  case Suggestion.Payment p -> throw new AssertionError("no paper is due here");
                }
              } else if (met.add(line.party())) { // its like are suggested on the next page
                var meant = known.apply(line.party());
                if (meant != null) {
                  var to = chart.of(room).find("", meant.code()).orFail().id();
                  var parts = List.of(new Part(to, line.amount(), meant.vat()));
                  matches.write(desk, line.id(), line.version(), parts, "", true).orFail();
                  written++;
                }
              }
            }
            if (entries + transfers + rules + written == before) {
              return new Dealt(entries, transfers, rules, written);
            }
          }
        });
  }

  /** Says that bank and books are the same up to that day. */
  public void reconcile(Viewer by, WorkspaceId room, String account, LocalDate day) {
    at(
        by,
        room,
        desk -> {
          var id = BankAccountId.of(account);
          var sides = reconciliations.at(accounts.get(desk, id), day);
          if (!sides.same()) {
            throw new AssertionError(sides.toString());
          }
          return reconciliations.mark(desk, id, sides.account().version(), day).orFail();
        });
  }

  /** How many lines there are of it, and what bank and books differ by at the end of a day. */
  public long difference(Viewer by, WorkspaceId room, String account, LocalDate day) {
    return at(
        by,
        room,
        desk ->
            reconciliations
                .at(accounts.get(desk, BankAccountId.of(account)), day)
                .difference()
                .minor());
  }
}
