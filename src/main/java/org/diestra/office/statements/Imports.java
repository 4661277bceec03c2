package org.diestra.office.statements;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diestra.office.books.Desk;
import org.diestra.office.statements.ImportStore.Draft;
import org.diestra.office.statements.ImportStore.Sum;
import org.diestra.office.statements.Trial.Fate;
import org.diestra.platform.banking.BankFile;
import org.diestra.platform.banking.BankLine;
import org.diestra.platform.banking.BankStatement;
import org.diestra.platform.base.Hash;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.data.HouseRights;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Statements as somebody brings them: kept, tried, taken in line by line, and taken back. */
@Service
class Imports {
  static final int SHOWN = 20;
  private static final Duration KEPT = Duration.ofDays(2);
  private final BankAccounts accounts;
  private final BankAccountStore accountStore;
  private final ImportStore store;
  private final MovementStore movements;
  private final HouseRights house;
  private final Audit audit;
  private final Clock clock;

  Imports(
      BankAccounts accounts,
      BankAccountStore accountStore,
      ImportStore store,
      MovementStore movements,
      HouseRights house,
      Audit audit,
      Clock clock) {
    this.accounts = accounts;
    this.accountStore = accountStore;
    this.store = store;
    this.movements = movements;
    this.house = house;
    this.audit = audit;
    this.clock = clock;
  }

  /** Keeps a file to be tried; refused where it can't be any statement of that account. */
  @Transactional
  public Outcome<BankAccount> bring(Desk desk, BankAccount account, String name, byte[] content) {
    if (content.length == 0) {
      return refused(Refusal.invalid("file", "statements.file.missing"));
    }
    var cut = name.length() > 200 ? name.substring(0, 200) : name;
    return BankFile.read(account.own(), content, account.columns())
        .fold(
            read -> {
              store.keep(
                  account, desk.pass().viewer().id(), new Draft(cut, content), clock.instant());
              return done(account);
            },
            Outcome::refused);
  }

  /**
   * What the file that this person brought would bring.
   *
   * @throws NotFound if there is none
   */
  @Transactional(readOnly = true)
  public Outcome<Trial> trial(Desk desk, BankAccount account) {
    var draft = draft(desk, account);
    return BankFile.read(account.own(), draft.content(), account.columns())
        .fold(read -> done(tried(account, draft, read)), Outcome::refused);
  }

  private Draft draft(Desk desk, BankAccount account) {
    return store.draft(account, desk.pass().viewer().id()).orElseThrow(NotFound::new);
  }

  private Trial tried(BankAccount account, Draft draft, BankFile file) {
    return switch (file) {
      case BankFile.Unnamed(var table) -> new Trial.Unnamed(draft.name(), table);
      case BankFile.Read(var statement, var faults) ->
          new Trial.Lines(
              draft.name(), statement, rows(account, statement), faults, gap(account, statement));
    };
  }

  /**
   * Each line under what makes it itself. Twins of a day stay two: the second is the second in
   * every statement of that day. Where days were read from a file of another format, whose texts
   * differ, as many lines of a day and amount are taken for known as are there already.
   */
  private List<Trial.Row> rows(BankAccount account, BankStatement statement) {
    var keyed = keyed(statement.lines());
    var from = statement.from();
    var to = statement.to();
    if (from == null || to == null) {
      return List.of();
    }
    var known = store.known(account.id(), keyed.keySet());
    var others =
        new HashMap<>(store.otherwise(account.id(), statement.format(), keyed.keySet(), from, to));
    var rows = new ArrayList<Trial.Row>();
    keyed.forEach(
        (key, line) -> rows.add(new Trial.Row(key, line, fate(account, key, line, known, others))));
    return rows;
  }

  private static Fate fate(
      BankAccount account,
      String key,
      BankLine line,
      java.util.Set<String> known,
      Map<Sum, Integer> others) {
    if (known.contains(key)) {
      return Fate.KNOWN;
    }
    var begins = account.begins();
    if (begins != null && line.day().isBefore(begins)) {
      return Fate.EARLIER;
    }
    var sum = new Sum(line.day(), line.amount().minor());
    int left = others.getOrDefault(sum, 0);
    if (left > 0) {
      others.put(sum, left - 1);
      return Fate.KNOWN;
    }
    var until = account.reconciledUntil();
    return until != null && !line.day().isAfter(until) ? Fate.RECONCILED : Fate.FRESH;
  }

  static Map<String, BankLine> keyed(List<BankLine> lines) {
    var seen = new HashMap<String, Integer>();
    var keyed = new LinkedHashMap<String, BankLine>();
    for (var line : lines) {
      var content = line.content();
      int twin = seen.getOrDefault(content, 0) + 1;
      seen.put(content, twin);
      keyed.put(Hash.of(content + ":" + twin), line);
    }
    return keyed;
  }

  private @Nullable Money gap(BankAccount account, BankStatement statement) {
    var before = account.opening();
    var begins = account.begins();
    var from = statement.from();
    var opening = statement.opening();
    if (before == null
        || begins == null
        || from == null
        || opening == null
        || from.isBefore(begins)) {
      return null;
    }
    var there =
        before.plus(
            new Money(movements.sum(account.id(), begins, from.minusDays(1)), account.currency()));
    return there.equals(opening) ? null : opening.minus(there);
  }

  /** All that is new in it, in one transaction or not at all. */
  @Transactional
  public Outcome<Brought> take(Desk desk, BankAccountId id) {
    var account = accounts.held(desk, id);
    var draft = draft(desk, account);
    var hash = Hash.of(draft.content());
    if (store.knows(account.id(), hash)) {
      return refused(Refusal.conflict("statements.file.again"));
    }
    return switch (trial(desk, account)) {
      case Outcome.Refused<Trial>(var why) -> refused(why);
      case Outcome.Done<Trial>(Trial.Unnamed unnamed) ->
          refused(Refusal.conflict("statements.columns.first"));
      case Outcome.Done<Trial>(Trial.Lines lines) ->
          lines.reconciled() > 0
              ? refused(Refusal.conflict("statements.file.reconciled", lines.reconciled()))
              : done(taken(desk, account, hash, lines));
    };
  }

  private Brought taken(Desk desk, BankAccount account, String hash, Trial.Lines lines) {
    var statement = lines.statement();
    var me = desk.pass().viewer().id();
    var fresh = lines.taken();
    var brought =
        new Brought(
            Ids.fresh(),
            account.id(),
            lines.name(),
            statement.format(),
            statement.opening(),
            statement.closing(),
            statement.from(),
            statement.to(),
            lines.rows().size(),
            fresh.size(),
            me,
            clock.instant(),
            null);
    store.add(account, brought, hash, fresh);
    begin(account, statement);
    store.drop(account, me);
    record(desk, "import", brought.id(), fresh.size());
    return brought;
  }

  /** The first statement that says so tells what there was before it. */
  private void begin(BankAccount account, BankStatement statement) {
    var from = statement.from();
    var begins = account.begins();
    if (from == null || statement.opening() == null || begins != null) {
      return;
    }
    accountStore.change(account.begun(from, statement.opening()));
  }

  /** Its lines go again, where nobody has dealt with any of them. */
  @Transactional
  public Outcome<BankAccount> undo(Desk desk, BankAccountId id, UUID statement) {
    var account = accounts.held(desk, id);
    var it = store.find(account, statement).orElseThrow(NotFound::new);
    int dealt = store.dealtWith(statement);
    if (dealt > 0) {
      return refused(Refusal.conflict("statements.undo.dealt", dealt));
    }
    if (store.leaningOn(statement) > 0) {
      return refused(Refusal.conflict("statements.undo.later"));
    }
    var until = account.reconciledUntil();
    var from = it.from();
    if (until != null && from != null && !from.isAfter(until)) {
      return refused(Refusal.conflict("statements.undo.reconciled", until));
    }
    if (!store.undo(account, statement, desk.pass().viewer().id(), clock.instant())) {
      return refused(BankAccounts.MOVED);
    }
    record(desk, "undo-import", statement, it.fresh());
    return done(account);
  }

  /** What was taken in, the latest first. */
  @Transactional(readOnly = true)
  public List<Brought> latest(BankAccount account) {
    return store.all(account, SHOWN);
  }

  @Transactional
  public void leave(Desk desk, BankAccount account) {
    store.drop(account, desk.pass().viewer().id());
  }

  /** Files that nobody came back to go after two days. */
  @Transactional
  public void sweep() {
    house.call(() -> store.dropOlder(clock.instant().minus(KEPT)));
  }

  private void record(Desk desk, String deed, UUID statement, int lines) {
    audit.record(
        Deed.of("statements", deed)
            .by(desk.pass().viewer().id().value())
            .onBehalfOf(desk.pass().workspace().organisation().value())
            .on("statement", statement)
            .with("lines", lines));
  }
}
