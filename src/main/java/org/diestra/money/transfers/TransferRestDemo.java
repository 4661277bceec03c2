package org.diestra.money.transfers;

import org.diestra.platform.data.HouseRights;
import org.diestra.platform.demo.Cast;
import org.diestra.platform.demo.DemoPart;
import org.springframework.stereotype.Component;

/** What is signed next in the demo has money at its pretend bank, or none at all. */
@Component
class TransferRestDemo implements DemoPart {
  private final Collecting collecting;
  private final AccountStore accounts;
  private final HouseRights house;

  TransferRestDemo(Collecting collecting, AccountStore accounts, HouseRights house) {
    this.collecting = collecting;
    this.accounts = accounts;
    this.house = house;
  }

  @Override
  public String name() {
    return "transfers:rest";
  }

  /** After the one contract that is paid by transfer. */
  @Override
  public int order() {
    return 41;
  }

  @Override
  public void play(Cast cast) {
    house.call(accounts::all).stream()
        .filter(CollectingAccount::offered)
        .forEach(a -> collecting.close(cast.viewer(Cast.OPERATOR), a.id()).orFail());
  }
}
