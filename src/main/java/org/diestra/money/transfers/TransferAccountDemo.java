package org.diestra.money.transfers;

import java.time.Clock;
import org.diestra.platform.base.Problems;
import org.diestra.platform.demo.Cast;
import org.diestra.platform.demo.DemoPart;
import org.springframework.stereotype.Component;

/** The demo collects euros on an account that is nobody's, before its contracts are signed. */
@Component
class TransferAccountDemo implements DemoPart {
  private final Collecting collecting;
  private final Clock clock;

  TransferAccountDemo(Collecting collecting, Clock clock) {
    this.collecting = collecting;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "transfers:account";
  }

  @Override
  public int order() {
    return 39;
  }

  @Override
  public void play(Cast cast) {
    var form = new AccountForm("EUR", "Diestra Demo", "ES7921000813610123456789", "", "");
    var account = form.read(new Problems(), clock.instant()).orElseThrow();
    collecting.open(cast.viewer(Cast.OPERATOR), account).orFail();
  }
}
