package org.diestra.money.payments;

import java.util.ArrayList;
import org.diestra.platform.live.Live;
import org.diestra.work.contracts.Side;
import org.diestra.work.contracts.Sides;
import org.springframework.stereotype.Component;

/** Tells open pages that the money of a contract has moved. */
@Component
public class MoneyNews {
  /** The name under which pages wait for it, with the contract's id. */
  public static final String MONEY = "money";

  private final Sides sides;
  private final Live live;

  MoneyNews(Sides sides, Live live) {
    this.sides = sides;
    this.live = live;
  }

  /** Those of both sides show it anew. */
  public void changed(Plan plan) {
    var people = new ArrayList<>(sides.people(Side.CLIENT, plan.client(), plan.assistant()));
    people.add(plan.assistant());
    live.tell(people, MONEY, plan.contract().toString());
  }
}
