package org.diestra.money.payouts;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.diestra.money.ledger.Book;
import org.diestra.money.payouts.Batch.Format;
import org.diestra.money.payouts.Payout.Approved;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.timers.Timers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the second operator does: all that others approved goes out at once, as one batch. */
@Service
class Batches {
  private final BatchStore store;
  private final PayoutStore payouts;
  private final PayeeStore payees;
  private final FreezeStore freezes;
  private final Revocations revocations;
  private final HouseAccount account;
  private final Outlets outlets;
  private final PayoutNotices notices;
  private final PayoutLock lock;
  private final Timers timers;
  private final HouseRights house;
  private final Audit audit;
  private final Clock clock;

  Batches(
      BatchStore store,
      PayoutStore payouts,
      PayeeStore payees,
      FreezeStore freezes,
      Revocations revocations,
      HouseAccount account,
      Outlets outlets,
      PayoutNotices notices,
      PayoutLock lock,
      Timers timers,
      HouseRights house,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.payouts = payouts;
    this.payees = payees;
    this.freezes = freezes;
    this.revocations = revocations;
    this.account = account;
    this.outlets = outlets;
    this.notices = notices;
    this.lock = lock;
    this.timers = timers;
    this.house = house;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Sends what this operator has chosen and has not approved, all or none of it. An approval whose
   * account is another by now, or whose owner's payouts stand still, is void instead.
   *
   * @param sepa those in euros to accounts that SEPA reaches, or all others
   * @param chosen what the operator has seen and ticked, 1 to {@value Batch#MOST}
   */
  @Transactional
  public Outcome<Batch> release(Viewer operator, Book book, boolean sepa, Set<UUID> chosen) {
    if (chosen.isEmpty() || chosen.size() > Batch.MOST) {
      return refused(Refusal.conflict("payouts.conflict.nothing"));
    }
    return house.call(() -> {
      var before = payouts.releasable(book, sepa, operator.id(), chosen);
      lock.of(before.stream().map(a -> a.facts().person()).collect(Collectors.toSet()));
      var seen = payouts.releasable(book, sepa, operator.id(), chosen);
      if (Math.min(before.size(), seen.size()) < chosen.size()) {
        return refused(Refusal.conflict("payouts.conflict.moved"));
      }
      var going = seen.stream().filter(holding(seen)).toList();
      return going.isEmpty()
          ? refused(Refusal.conflict("payouts.conflict.nothing"))
          : done(send(operator, book, sepa, going));
    });
  }

  private java.util.function.Predicate<Approved> holding(List<Approved> all) {
    var owners = all.stream().map(a -> a.facts().person()).collect(Collectors.toSet());
    var now = clock.instant();
    var current = payees.lasts(owners);
    var frozen = freezes.among(owners).keySet();
    return approved -> {
      var payee = current.get(approved.facts().person());
      boolean holds =
          payee != null
              && payee.inForce(now)
              && payee.binding(approved.facts()).equals(approved.approval().binding())
              && !frozen.contains(approved.facts().person());
      if (!holds) {
        revocations.revoke(approved, now);
      }
      return holds;
    };
  }

  private Batch send(Viewer operator, Book book, boolean sepa, List<Approved> going) {
    var now = clock.instant();
    var total =
        going.stream()
            .map(a -> a.facts().amount())
            .reduce(Money.zero(book.currency()), Money::plus);
    var format = sepa && account.known() ? Format.PAIN : Format.CSV;
    var plain =
        new Batch(Ids.fresh(), book, format, going.size(), total, account, "", operator.id(), now);
    var batch =
        plain.hashed(
            write(
                plain,
                going.stream().map(a -> a.facts().id()).toList(),
                OutputStream.nullOutputStream()));
    store.add(batch);
    boolean rail = outlets.of(book).isPresent();
    for (var approved : going) {
      var sent = approved.send(operator.id(), batch.id(), now);
      payouts.move(sent, operator.id());
      notices.moved(sent);
      if (rail) {
        timers.at(now, Settlements.LOOK, Ids.text(sent.facts().id()));
      }
    }
    audit.record(
        Deed.of("payouts", "release")
            .by(operator.id().value())
            .on("batch", batch.id())
            .with("lines", batch.lines())
            .with("total", total.toString())
            .with("hash", batch.hash()));
    return batch;
  }

  /**
   * @throws NotFound if there is none
   */
  @Transactional(readOnly = true)
  public Batch get(UUID id) {
    return house.call(() -> store.find(id)).orElseThrow(NotFound::new);
  }

  @Transactional(readOnly = true)
  public List<Payout> lines(Batch batch) {
    return house.call(() -> payouts.inBatch(batch.id()));
  }

  /** Writes its file, once it is sure that it is the same as ever; who took it is on record. */
  @Transactional
  public void download(Viewer operator, Batch batch, OutputStream out) {
    house.call(() -> {
      var ids = payouts.inBatch(batch.id()).stream().map(p -> p.facts().id()).toList();
      if (!write(batch, ids, OutputStream.nullOutputStream()).equals(batch.hash())) {
        throw new IllegalStateException("batch " + batch.id() + " is not what was released");
      }
      audit.record(
          Deed.of("payouts", "download").by(operator.id().value()).on("batch", batch.id()));
      return write(batch, ids, out);
    });
  }

  private String write(Batch batch, Collection<UUID> ids, OutputStream out) {
    var sum = sha256();
    var through = new DigestOutputStream(out, sum);
    var writer =
        batch.format() == Format.PAIN
            ? new PainWriter(batch, through)
            : new CsvWriter(batch, through);
    store.lines(ids, writer::line);
    writer.end();
    return HexFormat.of().formatHex(sum.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
