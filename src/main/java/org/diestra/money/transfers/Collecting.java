package org.diestra.money.transfers;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.util.UUID;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.banking.CsvColumns;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.data.HouseRights;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** On which accounts the house collects: one in a currency is offered, none is ever changed. */
@Service
class Collecting {
  private final AccountStore store;
  private final HouseRights house;
  private final Audit audit;

  Collecting(AccountStore store, HouseRights house, Audit audit) {
    this.store = store;
    this.house = house;
    this.audit = audit;
  }

  /**
   * Offers it from now on, in the place of the one that was. Refused where it is there already: two
   * of one would each book what its bank says.
   */
  @Transactional
  public Outcome<CollectingAccount> open(Viewer operator, CollectingAccount account) {
    return house.call(() -> {
      store.lock(account.currency());
      if (store.knows(account)) {
        return refused(Refusal.invalid("account", "transfers.account.twice"));
      }
      store
          .of(account.currency())
          .filter(CollectingAccount::offered)
          .ifPresent(before -> close(operator, before));
      store.add(account, operator.id());
      audit.record(deed("open-account", account).by(operator.id().value()));
      return done(account);
    });
  }

  /**
   * It is offered no more: contracts that are signed from now on have no transfer in its currency.
   * Those that were signed go on to be paid there.
   */
  @Transactional
  public Outcome<CollectingAccount> close(Viewer operator, UUID id) {
    return house.call(() -> {
      var account = store.find(id).orElseThrow(NotFound::new);
      store.lock(account.currency());
      return close(operator, account)
          ? done(account)
          : refused(Refusal.conflict("transfers.conflict.moved"));
    });
  }

  /** It takes the place of the one that is offered now. */
  @Transactional
  public Outcome<CollectingAccount> offer(Viewer operator, UUID id) {
    return house.call(() -> {
      var account = store.find(id).orElseThrow(NotFound::new);
      store.lock(account.currency());
      var now = store.of(account.currency()).orElseThrow();
      if (now.id().equals(id) && now.offered()) {
        return refused(Refusal.conflict("transfers.conflict.moved"));
      }
      if (now.offered()) {
        close(operator, now);
      }
      store.offer(id);
      audit.record(deed("open-account", account).by(operator.id().value()));
      return done(account);
    });
  }

  private boolean close(Viewer operator, CollectingAccount account) {
    boolean closed = store.close(account.id());
    if (closed) {
      audit.record(deed("close-account", account).by(operator.id().value()));
    }
    return closed;
  }

  /** Keeps which column of its bank's CSV is what. */
  @Transactional
  public void name(Viewer operator, CollectingAccount account, CsvColumns columns) {
    house.call(() -> {
      store.name(account.id(), columns);
      audit.record(deed("name-columns", account).by(operator.id().value()));
      return account;
    });
  }

  /**
   * @throws NotFound if there is none
   */
  @Transactional(readOnly = true)
  public CollectingAccount get(UUID id) {
    return house.call(() -> store.find(id)).orElseThrow(NotFound::new);
  }

  private static Deed deed(String action, CollectingAccount account) {
    return Deed.of("transfers", action)
        .on("account", account.id())
        .with("currency", account.currency().getCurrencyCode());
  }
}
