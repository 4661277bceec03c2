package org.diestra.money.transfers;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diestra.money.ledger.Account;
import org.diestra.money.ledger.Ledger;
import org.diestra.money.payments.Receipts;
import org.diestra.money.transfers.StatementStore.Taken;
import org.diestra.money.transfers.Suggestions.Candidate;
import org.diestra.money.transfers.Suggestions.Suggestion;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Folded;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.page.OperatorEntry.Waiting;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What operators see of transfers, in as many statements however many lines there are. */
@Component
class TransferDesk {
  private static final int QUEUE = 50;
  private static final int CANDIDATES = 500;
  private static final int CLIENTS = 1_000;
  private static final int SUGGESTED = 6;
  private static final int FOUND = 20;
  private final AccountStore accounts;
  private final StatementStore statements;
  private final LineStore lines;
  private final ReconciliationStore balances;
  private final ReferenceStore references;
  private final SendBackStore sendBacks;
  private final OtherLines others;
  private final Receipts receipts;
  private final Organisations organisations;
  private final Ledger ledger;
  private final HouseRights house;

  TransferDesk(
      AccountStore accounts,
      StatementStore statements,
      LineStore lines,
      ReconciliationStore balances,
      ReferenceStore references,
      SendBackStore sendBacks,
      OtherLines others,
      Receipts receipts,
      Organisations organisations,
      Ledger ledger,
      HouseRights house) {
    this.accounts = accounts;
    this.statements = statements;
    this.lines = lines;
    this.balances = balances;
    this.references = references;
    this.sendBacks = sendBacks;
    this.others = others;
    this.receipts = receipts;
    this.organisations = organisations;
    this.ledger = ledger;
    this.house = house;
  }

  /**
   * @param taken the latest files of each account
   * @param queue what nobody knows yet, and what is to be sent back
   * @param latest lines that are matched, the latest first
   * @param books how the books and the bank compare, a currency each
   * @param operator who looks
   */
  record View(
      List<CollectingAccount> accounts,
      Map<UUID, List<Taken>> taken,
      List<Line> queue,
      List<Line> latest,
      List<SendBack> sendBacks,
      List<Reconciliation> books,
      Map<OrganisationId, String> names,
      PersonId operator) {
    List<Taken> taken(CollectingAccount account) {
      return taken.getOrDefault(account.id(), List.of());
    }

    String name(OrganisationId client) {
      return names.getOrDefault(client, "");
    }
  }

  @Transactional(readOnly = true)
  public View view(PersonId operator) {
    return house.call(() -> {
      var all = accounts.all();
      var backs = sendBacks.list(QUEUE);
      var matched = lines.matched(15);
      var clients =
          Stream.concat(
                  backs.stream().map(SendBack::client),
                  matched.stream().flatMap(line -> Stream.ofNullable(line.client())))
              .distinct()
              .toList();
      return new View(
          all,
          statements.latest(3).stream().collect(Collectors.groupingBy(Taken::account)),
          lines.queue(QUEUE),
          matched,
          backs,
          books(all),
          names(clients),
          operator);
    });
  }

  private List<Reconciliation> books(List<CollectingAccount> all) {
    var totals = ledger.totals();
    return balances.all().stream()
        .filter(b -> all.stream().anyMatch(a -> a.currency().equals(b.came().currency())))
        .map(b -> Reconciliation.of(b, totals))
        .toList();
  }

  private Map<OrganisationId, String> names(List<OrganisationId> clients) {
    return organisations.all(clients).values().stream()
        .collect(Collectors.toMap(o -> o.id(), o -> o.name()));
  }

  /**
   * @param query what was looked for, may be empty
   * @param found payments that fit it, or all that are expected
   * @param clients likewise
   * @param client whose it is, by name, or empty
   * @param free whether that client still has all of it, or it can be taken back as no client's
   * @param refunds that it may have carried out, each with its client's name
   * @param asides that it may have sent back
   */
  record LineView(
      Line line,
      CollectingAccount account,
      List<Suggestion> suggested,
      String query,
      List<Candidate> found,
      Map<OrganisationId, String> clients,
      String client,
      boolean free,
      Map<SendBack, String> refunds,
      List<Line> asides) {}

  @Transactional(readOnly = true)
  public LineView line(Line line, String query) {
    return house.call(() -> {
      var account = accounts.find(line.collecting()).orElseThrow();
      var live = receipts.live(account.book(), null, CANDIDATES);
      var all = new ArrayList<>(receipts.clients(account.book(), CLIENTS));
      var own = line.client();
      if (own != null) {
        all.add(own);
      }
      var names = names(all.stream().distinct().toList());
      var codes = references.of(live.stream().map(e -> e.payment()).toList());
      var candidates =
          live.stream()
              .map(
                  e -> new Candidate(e, names.getOrDefault(e.client(), ""), codes.get(e.payment())))
              .toList();
      var wanted = Folded.of(query);
      return new LineView(
          line,
          account,
          Suggestions.of(line, candidates, SUGGESTED),
          query,
          candidates.stream().filter(c -> fits(c, wanted)).limit(FOUND).toList(),
          names.entrySet().stream()
              .filter(e -> wanted.isEmpty() || Folded.of(e.getValue()).contains(wanted))
              .sorted(Map.Entry.comparingByValue())
              .limit(FOUND)
              .collect(
                  Collectors.toMap(
                      Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new)),
          own == null ? "" : names.getOrDefault(own, ""),
          own == null
              ? others.undoable(line)
              : !line.amount()
                  .isMoreThan(ledger.balance(account.book(), Account.refundable(own.value()))),
          refunds(line),
          line.in() ? List.of() : lines.asides(line.amount().negated()));
    });
  }

  private Map<SendBack, String> refunds(Line line) {
    var all = line.in() ? List.<SendBack>of() : sendBacks.unseen(line.amount().negated());
    var names = names(all.stream().map(SendBack::client).distinct().toList());
    var found = new LinkedHashMap<SendBack, String>();
    all.forEach(back -> found.put(back, names.getOrDefault(back.client(), "")));
    return found;
  }

  private static boolean fits(Candidate candidate, String wanted) {
    var code = candidate.reference() == null ? "" : candidate.reference().text();
    return wanted.isEmpty()
        || Folded.of(candidate.name()).contains(wanted)
        || Folded.of(code).contains(wanted.replace(" ", ""));
  }

  /** Lines that nobody knows, and refunds to carry out. */
  @Transactional(readOnly = true)
  public Waiting waiting() {
    return house.call(lines::waiting);
  }
}
