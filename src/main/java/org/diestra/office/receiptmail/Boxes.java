package org.diestra.office.receiptmail;

import java.time.Clock;
import java.util.Optional;
import org.diestra.office.books.Desk;
import org.diestra.platform.base.Ids;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.mail.ReplyAddresses;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door for whoever works in the books: each sees their own address for them. */
@Service
class Boxes {
  private final BoxStore store;
  private final ReplyAddresses addresses;
  private final Audit audit;
  private final Clock clock;

  Boxes(BoxStore store, ReplyAddresses addresses, Audit audit, Clock clock) {
    this.store = store;
    this.addresses = addresses;
    this.audit = audit;
    this.clock = clock;
  }

  /** Empty where the house takes no mail. */
  @Transactional
  public Optional<String> address(Desk desk) {
    return addresses.of(store.of(fresh(desk), clock.instant()).id());
  }

  private static Box fresh(Desk desk) {
    return new Box(desk.book().workspace(), desk.pass().viewer().id(), Ids.fresh());
  }

  /** Another one; nothing comes by the one before any more. */
  @Transactional
  public void renew(Desk desk) {
    var fresh = fresh(desk);
    store.of(fresh, clock.instant());
    store.change(fresh, clock.instant());
    audit.record(
        Deed.of("receiptmail", "renew")
            .by(fresh.person().value())
            .onBehalfOf(desk.pass().workspace().organisation().value())
            .on("book", fresh.workspace().value()));
  }
}
