package org.diestra.money.transfers;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diestra.money.ledger.Entry;
import org.diestra.money.ledger.Ledger;
import org.diestra.money.payments.MoneyLock;
import org.diestra.money.transfers.StatementStore.Taken;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.banking.BankLine;
import org.diestra.platform.banking.BankStatement;
import org.diestra.platform.base.Hash;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.timers.Timers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes statements in: each line once, however many files have it and whoever brings them at once.
 * All lines of a file are booked in one transaction or none is; payments are settled right after
 * it, each in its own, as each locks the work it is for.
 */
@Service
class Statements {
  private static final int SET = 400; // lines whose entries are posted in one call
  private final StatementStore store;
  private final AccountStore accounts;
  private final LineStore lines;
  private final Matching matching;
  private final SendBacks sendBacks;
  private final MoneyLock lock;
  private final Ledger ledger;
  private final Timers timers;
  private final HouseRights house;
  private final Audit audit;
  private final Clock clock;

  Statements(
      StatementStore store,
      AccountStore accounts,
      LineStore lines,
      Matching matching,
      SendBacks sendBacks,
      MoneyLock lock,
      Ledger ledger,
      Timers timers,
      HouseRights house,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.accounts = accounts;
    this.lines = lines;
    this.matching = matching;
    this.sendBacks = sendBacks;
    this.lock = lock;
    this.ledger = ledger;
    this.timers = timers;
    this.house = house;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param name of the file, as its bank called it
   * @param hash of its bytes
   * @throws NotFound if there is no such account
   */
  @Transactional
  public Outcome<Taken> take(
      Viewer operator, UUID account, String name, String hash, BankStatement read) {
    return house.call(() -> {
      var into = accounts.locked(account).orElseThrow(NotFound::new);
      if (store.knows(hash)) {
        return refused(Refusal.conflict("transfers.file.again"));
      }
      var from = read.from();
      var to = read.to();
      var keyed = keyed(read.lines());
      if (from != null && to != null && otherwise(account, read, keyed.keySet(), from, to)) {
        return refused(Refusal.conflict("transfers.file.otherwise", from, to));
      }
      var known = lines.known(account, keyed.keySet());
      keyed.keySet().removeAll(known);
      var taken =
          new Taken(
              Ids.fresh(),
              account,
              read.format(),
              name.length() > 200 ? name.substring(0, 200) : name,
              read.lines().size(),
              keyed.size(),
              from,
              to,
              read.closing(),
              operator.id(),
              clock.instant());
      store.add(taken, hash, read.opening());
      book(into, taken, keyed);
      audit.record(
          Deed.of("transfers", "import")
              .on("statement", taken.id())
              .by(operator.id().value())
              .with("lines", taken.lines())
              .with("fresh", taken.fresh()));
      return done(taken);
    });
  }

  /**
   * Whether the same lines are known under other keys: from files of another kind, or with other
   * columns or texts. Of days in the middle of a file it has all lines; at its ends it may not.
   */
  private boolean otherwise(
      UUID account, BankStatement read, Set<String> keys, LocalDate from, LocalDate to) {
    return lines.otherwise(account, read.format(), from, to)
        || lines.others(account, keys, from, to);
  }

  /**
   * Each line under what makes it this one. Twins of one day stay two, as the second is the second
   * in every statement of that day.
   */
  private static Map<String, BankLine> keyed(List<BankLine> read) {
    var seen = new HashMap<String, Integer>();
    var keyed = new LinkedHashMap<String, BankLine>();
    for (var line : read) {
      var content = line.content();
      int twin = seen.getOrDefault(content, 0) + 1;
      seen.put(content, twin);
      keyed.put(Hash.of(content + ":" + twin), line);
    }
    return keyed;
  }

  private void book(CollectingAccount into, Taken taken, Map<String, BankLine> keyed) {
    var now = clock.instant();
    var keys = List.copyOf(keyed.keySet());
    var read = List.copyOf(keyed.values());
    var known = matching.of(into, read);
    lock.of(clients(known), into.book());
    var entries = new ArrayList<Entry>();
    var kept = new ArrayList<Line>();
    for (int i = 0; i < read.size(); i++) {
      var line = Matching.fresh(into, read.get(i), now);
      kept.add(line);
      var payment = known.payments().get(i);
      var back = known.cameBack().get(i);
      if (line.in()) {
        entries.add(LineEntries.arrived(into.book(), line, now));
      }
      if (payment != null) {
        entries.add(LineEntries.matched(into.book(), line, payment.client(), payment.page(), now));
      } else if (back != null) {
        entries.add(
            LineEntries.matched(into.book(), line, back.client(), money(back.client()), now));
      } else if (known.asides().containsKey(i)) {
        entries.add(LineEntries.sentBack(into.book(), line, now));
      }
    }
    var ids = post(entries);
    var after = new LinkedHashMap<String, Line>();
    for (int i = 0; i < kept.size(); i++) {
      after.put(keys.get(i), outcome(kept.get(i), i, known, ids));
    }
    lines.add(taken.id(), after);
    after.values().stream()
        .filter(line -> line.state() == Line.State.MATCHED && line.in())
        .forEach(line -> timers.at(now, Arrivals.SETTLE, Ids.text(line.id())));
    known.left().values().forEach(back -> sendBacks.left(back, taken.name()));
    known.asides().values().forEach(aside -> lines.move(aside.noted("", now), null));
  }

  private Line outcome(Line line, int i, Matching.Known known, Map<String, UUID> ids) {
    var payment = known.payments().get(i);
    var back = known.cameBack().get(i);
    var left = known.left().get(i);
    var now = line.at();
    var match = ids.get("transfers:match:" + line.id() + ":" + line.steps());
    if (payment != null) {
      return line.matched(payment.client(), payment.payment(), match, now);
    }
    if (back != null) {
      return line.cameBack(back.client(), back.refund(), match, now);
    }
    if (left != null) {
      return line.refunded(left.client(), left.refund(), now);
    }
    return known.asides().containsKey(i)
        ? line.matched(null, null, ids.get("transfers:aside:" + line.id()), now)
        : line;
  }

  private static Set<OrganisationId> clients(Matching.Known known) {
    return Stream.of(
            known.payments().values().stream().map(p -> p.client()),
            known.cameBack().values().stream().map(SendBack::client))
        .flatMap(s -> s)
        .collect(Collectors.toSet());
  }

  private Map<String, UUID> post(List<Entry> entries) {
    var ids = new HashMap<String, UUID>();
    for (int i = 0; i < entries.size(); i += 2 * SET) {
      ids.putAll(ledger.post(entries.subList(i, Math.min(entries.size(), i + 2 * SET))));
    }
    return ids;
  }

  /** Where a client sees what is its own. */
  static String money(OrganisationId client) {
    return "/money?of=" + Ids.text(client.value());
  }
}
