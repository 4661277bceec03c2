package org.diestra.office.journals;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diestra.office.bookkeeping.Line;
import org.diestra.office.bookkeeping.Proposals;
import org.diestra.office.bookkeeping.Proposals.Keyed;
import org.diestra.office.bookkeeping.Written;
import org.diestra.office.books.Account;
import org.diestra.office.books.ChartOfAccounts;
import org.diestra.office.books.Desk;
import org.diestra.office.journals.Drafts.Draft;
import org.diestra.office.journals.Matching.Choice;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Journals as somebody brings them: kept, tried, and proposed all at once or not at all. */
@Service
class Imports {
  static final Refusal MOVED = Refusal.conflict("journals.moved");
  private final Drafts drafts;
  private final ChartOfAccounts chart;
  private final Proposals proposals;
  private final Audit audit;
  private final TransactionTemplate together;

  Imports(
      Drafts drafts,
      ChartOfAccounts chart,
      Proposals proposals,
      Audit audit,
      PlatformTransactionManager transactions) {
    this.drafts = drafts;
    this.chart = chart;
    this.proposals = proposals;
    this.audit = audit;
    this.together = new TransactionTemplate(transactions);
  }

  /**
   * What the file that this person brought would bring. It is read outside of any transaction.
   *
   * @param problems of what was chosen for its accounts
   * @throws NotFound if there is none
   */
  Trial trial(Desk desk, Map<Integer, Choice> choices, Problems problems) {
    var draft = drafts.find(desk).orElseThrow(NotFound::new);
    var read = JournalReader.read(draft.content(), desk.book().currency());
    var used =
        read.transactions().stream()
            .flatMap(t -> t.postings().stream())
            .map(Transaction.Posting::account)
            .toList();
    var matches =
        new Matching(desk.book(), chart.of(desk.book().workspace()))
            .all(read.accounts(), used, choices, problems);
    var faults = new ArrayList<>(read.faults());
    var keyed = keyed(desk, read.transactions());
    var known = proposals.made(desk, keyed.keySet());
    var fresh = new LinkedHashMap<>(keyed);
    fresh.keySet().removeAll(known);
    for (var one : fresh.values()) {
      proposals
          .unfit(desk.book(), one.day())
          .filter(why -> faults.size() < JournalReader.MOST_FAULTS)
          .ifPresent(
              why -> faults.add(Refusal.conflict("journals.fault.day", one.line(), one.day())));
    }
    return new Trial(
        draft.name(), draft.seen(), fresh, known.size(), read.checks(), matches, faults);
  }

  /** Twins of a day stay two: the second is the second in every copy of the journal. */
  private static Map<UUID, Transaction> keyed(Desk desk, List<Transaction> all) {
    var seen = new HashMap<String, Integer>();
    var keyed = new LinkedHashMap<UUID, Transaction>();
    for (var one : all) {
      int twin = seen.getOrDefault(one.content(), 0) + 1;
      seen.put(one.content(), twin);
      var said = "journals:" + desk.book().workspace() + "\n" + one.content() + "\n" + twin;
      keyed.put(UUID.nameUUIDFromBytes(said.getBytes(StandardCharsets.UTF_8)), one);
    }
    return keyed;
  }

  /**
   * Makes the accounts that are not there and proposes all that is new, in one transaction.
   *
   * @param seen which file the choices were made for
   * @return how many entries were proposed
   */
  Outcome<Integer> take(Desk desk, String seen, Trial trial) {
    if (!trial.seen().equals(seen)) {
      return refused(MOVED);
    }
    if (!trial.ready()) {
      var why =
          !trial.faults().isEmpty()
              ? "journals.faulty"
              : trial.told() ? "journals.nothing" : "journals.untold";
      return refused(Refusal.conflict(why));
    }
    return together.execute(tx -> {
      var outcome = taken(desk, trial);
      if (outcome instanceof Outcome.Refused) {
        tx.setRollbackOnly();
      }
      return outcome;
    });
  }

  private Outcome<Integer> taken(Desk desk, Trial trial) {
    if (chart.addAll(desk, trial.made()) instanceof Outcome.Refused<Integer>(var why)) {
      return refused(why);
    }
    var accounts = trial.accounts();
    var all = new ArrayList<Keyed>();
    trial.fresh().forEach((key, one) -> all.add(new Keyed(key, written(desk, one, accounts))));
    return switch (proposals.proposeAll(desk, all)) {
      case Outcome.Refused<Integer>(var why) -> refused(why);
      case Outcome.Done<Integer>(var count) -> {
        drafts.drop(desk);
        audit.record(
            Deed.of("journals", "import")
                .by(desk.pass().viewer().id().value())
                .onBehalfOf(desk.pass().workspace().organisation().value())
                .on("book", desk.book().workspace().value())
                .with("entries", count)
                .with("accounts", trial.made().size()));
        yield done(count);
      }
    };
  }

  private static Written written(Desk desk, Transaction one, Map<String, Account> accounts) {
    var lines =
        one.postings().stream()
            .map(p -> {
              var account = accounts.get(p.account());
              if (account == null) {
                throw new IllegalStateException("no account for " + p.account());
              }
              return new Line(account.id(), p.amount(), p.note());
            })
            .toList();
    return new Written(one.day(), one.text(), desk.book().currency(), lines);
  }

  void keep(Desk desk, String name, byte[] content) {
    drafts.keep(desk, new Draft(name.length() > 200 ? name.substring(0, 200) : name, content));
  }
}
