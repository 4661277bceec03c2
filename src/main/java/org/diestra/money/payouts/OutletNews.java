package org.diestra.money.payouts;

import java.util.UUID;
import org.springframework.stereotype.Service;

/** The door for rails that pay out by themselves: they say here that they have news. */
@Service
public class OutletNews {
  private final Settlements settlements;

  OutletNews(Settlements settlements) {
    this.settlements = settlements;
  }

  /**
   * The rail is asked at once what became of a payout, also of one that it had paid already.
   * Outside of any transaction.
   */
  public void look(UUID payout) {
    settlements.look(payout);
  }
}
