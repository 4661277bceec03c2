package org.diestra.money.transfers;

import java.util.UUID;
import org.diestra.money.ledger.Account;
import org.diestra.money.ledger.Book;
import org.diestra.money.ledger.Ledger;
import org.diestra.money.payments.Receipts;
import org.diestra.money.payments.Receipts.Expected;
import org.diestra.money.payments.Receipts.Stage;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.data.HouseRights;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What follows when a line is a client's: its payment is settled where that is enough, then those
 * that the client said it had sent, and the client is told how it stands. It may be done again.
 */
@Component
class Arrivals {
  static final String SETTLE = "transfers:settle";
  private static final int SOME = 50;
  private final LineStore lines;
  private final Receipts receipts;
  private final Ledger ledger;
  private final TransferNotices notices;
  private final HouseRights house;

  Arrivals(
      LineStore lines,
      Receipts receipts,
      Ledger ledger,
      TransferNotices notices,
      HouseRights house) {
    this.lines = lines;
    this.receipts = receipts;
    this.ledger = ledger;
    this.notices = notices;
    this.house = house;
  }

  /** Outside of any transaction: each payment is settled in one of its own. */
  void settle(UUID id) {
    var line = house.call(() -> lines.find(id)).orElseThrow(NotFound::new);
    var client = line.client();
    if (line.state() != Line.State.MATCHED || !line.in() || client == null) {
      return; // it was taken back meanwhile
    }
    var payment = line.payment();
    var before = payment == null ? null : receipts.find(payment).orElse(null);
    if (payment != null) {
      receipts.settle(payment, LineEntries.evidence(line));
    }
    var book = new Book(TransferRail.ID, line.amount().currency());
    receipts.live(book, client, SOME).stream()
        .filter(e -> e.stage() == Stage.SENT)
        .forEach(e -> receipts.settle(e.payment(), LineEntries.evidence(line)));
    tell(line, client, payment == null ? null : receipts.find(payment).orElse(null), before);
  }

  private void tell(
      Line line, OrganisationId client, @Nullable Expected now, @Nullable Expected before) {
    var book = new Book(TransferRail.ID, line.amount().currency());
    var credit = ledger.balance(book, Account.refundable(client.value()));
    house.call(() -> {
      if (now != null && now.stage().live()) {
        notices.shortOf(line, now, now.total().minus(credit));
      } else if (now != null && now.stage() == Stage.FAILED) {
        notices.credited(line, client); // its work wanted nothing any more
      } else if (now != null && before != null && before.stage().live()) {
        if (credit.isPositive() && line.amount().isMoreThan(now.total())) {
          notices.more(line, client, credit);
        } // what was just right is told by the payment itself
      } else if (credit.isPositive()) {
        notices.credited(line, client);
      }
      return line.id();
    });
  }
}
