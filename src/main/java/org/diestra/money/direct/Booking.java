package org.diestra.money.direct;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.diestra.money.direct.Proof.Arrived;
import org.diestra.money.direct.ProofStore.Part;
import org.diestra.money.ledger.Account;
import org.diestra.money.ledger.Entry;
import org.diestra.money.ledger.Event;
import org.diestra.money.ledger.Ledger;
import org.diestra.money.payments.Plan;
import org.diestra.money.payments.Releases;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.springframework.stereotype.Component;

/**
 * What is due no more, in the books as well: by the assistant's word alone. Whoever asks has the
 * lock of the client's money, in a transaction with the rights of the house.
 */
@Component
class Booking {
  private final ProofStore proofs;
  private final DueStore dues;
  private final Ledger ledger;
  private final Releases releases;

  Booking(ProofStore proofs, DueStore dues, Ledger ledger, Releases releases) {
    this.proofs = proofs;
    this.dues = dues;
    this.ledger = ledger;
    this.releases = releases;
  }

  /** Covers what the transfer was for from the oldest on, as far as it goes. */
  void arrived(Plan plan, Arrived arrived, Instant now) {
    var id = arrived.facts().id();
    var said =
        proofs.parts(id).stream().collect(Collectors.toMap(Part::entry, Function.identity()));
    var all = dues.among(plan.contract(), said.keySet());
    var shares =
        Asked.shares(
            arrived.amount(),
            all.stream()
                .map(due -> Objects.requireNonNull(said.get(due.entry())).want(due.rest()))
                .toList());
    proofs.arrived(id, shares);
    if (shares.isEmpty()) {
      return; // something else paid it meanwhile
    }
    var parts = new LinkedHashMap<UUID, Money>();
    shares.forEach((entry, share) -> parts.put(entry, share.part()));
    ledger.post(
        all.stream()
            .filter(due -> parts.containsKey(due.entry()))
            .map(due -> entry(plan, arrived, due, parts, now))
            .toList());
    dues.arrived(parts, now);
    releases.arrived(
        all.stream()
            .filter(due -> due.rest().equals(parts.get(due.entry())))
            .map(Due::entry)
            .toList());
  }

  /** What has not arrived of it is not wanted any more. */
  void letGo(Plan plan, Due due, Instant now) {
    var key = "direct:let-go:" + Ids.text(due.entry());
    var day = LocalDate.ofInstant(now, ZoneOffset.UTC);
    ledger.post(entry(plan, Event.LET_GO, key, due, due.rest(), now).evidence(day + " let go"));
    dues.letGo(due.entry(), now);
    releases.arrived(List.of(due.entry()));
  }

  private static Entry entry(
      Plan plan, Arrived arrived, Due due, Map<UUID, Money> parts, Instant now) {
    var facts = arrived.facts();
    var part = parts.getOrDefault(due.entry(), plan.money(0));
    var key = "direct:arrived:" + Ids.text(facts.id()) + ":" + Ids.text(due.entry());
    return entry(plan, Event.PAID_DIRECTLY, key, due, part, now)
        .evidence(facts.paidOn() + " " + facts.reference());
  }

  private static Entry entry(Plan plan, Event event, String key, Due due, Money part, Instant now) {
    return Entry.of(plan.book(), event, key, now)
        .debit(Account.held(plan.assistant().value()), part)
        .credit(Account.promised(), part)
        .about(due.page());
  }
}
