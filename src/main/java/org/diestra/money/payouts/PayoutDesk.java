package org.diestra.money.payouts;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.bigint;
import static org.diestra.platform.data.Row.instantOrNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diestra.money.ledger.Book;
import org.diestra.money.payouts.BatchStore.Course;
import org.diestra.money.payouts.BatchStore.Ready;
import org.diestra.money.payouts.FreezeStore.Frozen;
import org.diestra.money.payouts.Payout.State;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Money;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.page.OperatorEntry.Waiting;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What an operator sees of payouts. */
@Component
class PayoutDesk {
  private static final Duration SILENT = Duration.ofDays(4); // a bank takes one or two
  static final int MOST = 500;
  private final PayoutStore payouts;
  private final PayeeStore payees;
  private final FreezeStore freezes;
  private final BatchStore batches;
  private final Outlets outlets;
  private final Accounts accounts;
  private final JdbcClient jdbc;
  private final HouseRights house;
  private final Clock clock;

  PayoutDesk(
      PayoutStore payouts,
      PayeeStore payees,
      FreezeStore freezes,
      BatchStore batches,
      Outlets outlets,
      Accounts accounts,
      JdbcClient jdbc,
      HouseRights house,
      Clock clock) {
    this.payouts = payouts;
    this.payees = payees;
    this.freezes = freezes;
    this.batches = batches;
    this.outlets = outlets;
    this.accounts = accounts;
    this.jdbc = jdbc;
    this.house = house;
    this.clock = clock;
  }

  /** Why a request can't be approved yet. */
  enum Hold {
    /** Nothing speaks against it. */
    NONE,
    /** It is the operator's own. */
    OWN,
    /** Its owner says it was not them. */
    FROZEN,
    /** The account is too new. */
    COOLING
  }

  /**
   * A request.
   *
   * @param fresh whether this is the first version of the account, or one that was changed lately
   * @param account where its rail pays to, where that is not the bank account
   */
  record Asked(
      Payout payout,
      String name,
      Payee payee,
      Hold hold,
      boolean fresh,
      @Nullable String account) {}

  /**
   * An approved payout.
   *
   * @param approver the name of the operator who approved it
   * @param own whether it is this operator's own money
   * @param yours whether this operator may release it
   */
  record Line(Ready ready, String name, String approver, boolean own, boolean yours) {
    Payout.Facts facts() {
      return ready.payout().facts();
    }
  }

  /** What can be released together, the oldest first. */
  record Group(Book book, boolean sepa, List<Line> lines) {
    Money total() {
      return lines.stream()
          .map(l -> l.facts().amount())
          .reduce(Money.zero(book.currency()), Money::plus);
    }

    long yours() {
      return lines.stream().filter(Line::yours).count();
    }

    Instant since() {
      return lines.getFirst().facts().since();
    }

    /** What marks it on its page. */
    String slug() {
      return book.rail() + book.currency().getCurrencyCode() + (sepa ? "-sepa" : "");
    }
  }

  record Stopped(PersonId person, String name, Instant since, boolean own) {}

  /**
   * @param more whether there are more requests than are shown
   * @param moreReady whether there are more that were approved
   */
  record View(
      List<Asked> asked,
      boolean more,
      List<Group> groups,
      boolean moreReady,
      List<Stopped> stopped,
      List<Course> batches,
      @Nullable UUID next) {
    boolean nothing() {
      return asked.isEmpty() && groups.isEmpty() && stopped.isEmpty() && batches.isEmpty();
    }
  }

  @Transactional(readOnly = true)
  public View of(Viewer operator, @Nullable UUID after, int most) {
    return house.call(() -> {
      var found = payouts.in(State.REQUESTED, MOST + 1);
      var ready = batches.ready(Batch.MOST + 1);
      var courses = batches.all(after, most + 1);
      return new View(
          asked(operator, found.stream().limit(MOST).toList()),
          found.size() > MOST,
          groups(operator, ready.stream().limit(Batch.MOST).toList()),
          ready.size() > Batch.MOST,
          stopped(operator),
          courses.stream().limit(most).toList(),
          courses.size() > most ? courses.get(most - 1).batch().id() : null);
    });
  }

  private List<Group> groups(Viewer operator, List<Ready> ready) {
    var people =
        ready.stream()
            .map(Ready::payout)
            .flatMap(p -> Stream.of(p.facts().person(), p.approval().by()))
            .distinct()
            .toList();
    var names = accounts.names(people);
    record Together(Book book, boolean sepa) {}
    var groups = new LinkedHashMap<Together, List<Line>>();
    for (var each : ready) {
      var payout = each.payout();
      groups
          .computeIfAbsent(
              new Together(payout.facts().book(), each.sepa()), key -> new ArrayList<>())
          .add(
              new Line(
                  each,
                  names.getOrDefault(payout.facts().person(), ""),
                  names.getOrDefault(payout.approval().by(), ""),
                  payout.facts().person().equals(operator.id()),
                  payout.releasableBy(operator.id())));
    }
    return groups.entrySet().stream()
        .map(e -> new Group(e.getKey().book(), e.getKey().sepa(), e.getValue()))
        .toList();
  }

  private List<Asked> asked(Viewer operator, List<Payout> found) {
    var people = found.stream().map(p -> p.facts().person()).distinct().toList();
    var names = accounts.names(people);
    var accountsOf = payees.lasts(people);
    var frozen = freezes.among(people).keySet();
    var all = new ArrayList<Asked>();
    var elsewhere =
        found.stream()
            .map(p -> p.facts().book())
            .distinct()
            .collect(Collectors.toMap(book -> book, book -> outlets.accounts(book, people)));
    for (var payout : found) {
      var person = payout.facts().person();
      var payee = accountsOf.get(person);
      if (payee != null) { // there is one for whoever could ask
        boolean fresh = payee.from().plus(java.time.Duration.ofDays(14)).isAfter(clock.instant());
        var hold = hold(operator, person, payee, frozen.contains(person));
        var account = elsewhere.getOrDefault(payout.facts().book(), Map.of()).get(person);
        all.add(new Asked(payout, names.getOrDefault(person, ""), payee, hold, fresh, account));
      }
    }
    return all;
  }

  private Hold hold(Viewer operator, PersonId person, Payee payee, boolean frozen) {
    if (person.equals(operator.id())) {
      return Hold.OWN;
    }
    if (frozen) {
      return Hold.FROZEN;
    }
    return payee.inForce(clock.instant()) ? Hold.NONE : Hold.COOLING;
  }

  private List<Stopped> stopped(Viewer operator) {
    var all = freezes.all(MOST);
    var names = accounts.names(all.stream().map(Frozen::person).toList());
    return all.stream()
        .map(f ->
            new Stopped(
                f.person(),
                names.getOrDefault(f.person(), ""),
                f.since(),
                f.person().equals(operator.id())))
        .toList();
  }

  /**
   * Requests, approvals, those whose payouts stand still, and what was sent some days ago without a
   * word of what became of it.
   */
  @Transactional(readOnly = true)
  public Waiting waiting() {
    return house.call(() ->
        jdbc.sql(
                """
                select count(*) as count, min(since) as since from (
                  select since from payouts.payout where state in ('REQUESTED', 'APPROVED')
                  union all select at from payouts.freeze where ended_at is null
                  union all select since from payouts.payout
                    where state = 'SENT' and since < :silent) w
                """)
            .param("silent", at(clock.instant().minus(SILENT)))
            .query((r, n) -> new Waiting(bigint(r, "count"), instantOrNull(r, "since")))
            .single());
  }
}
