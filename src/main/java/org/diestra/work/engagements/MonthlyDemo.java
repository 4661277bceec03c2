package org.diestra.work.engagements;

import org.diestra.platform.demo.Cast;
import org.diestra.platform.demo.DemoPart;
import org.diestra.platform.demo.Past;
import org.diestra.work.contracts.Contracts;
import org.springframework.stereotype.Component;

/** The practice's work by the month began six weeks ago, on a Monday. */
@Component
class MonthlyDemo implements DemoPart {
  private final EngagementsDemo bookshop;
  private final Contracts contracts;
  private final Engagements engagements;
  private final Past past;

  MonthlyDemo(EngagementsDemo bookshop, Contracts contracts, Engagements engagements, Past past) {
    this.bookshop = bookshop;
    this.contracts = contracts;
    this.engagements = engagements;
    this.past = past;
  }

  @Override
  public String name() {
    return "engagements:month";
  }

  @Override
  public String scene() {
    return "month";
  }

  @Override
  public int order() {
    return 36;
  }

  @Override
  public void play(Cast cast) {
    var owner = cast.viewer(Cast.PRACTICE);
    var assistant = cast.viewer(Cast.ASSISTANT_4);
    var contract = contracts.of(owner, null).getFirst().id();
    var it = engagements.find(contract).orElseThrow();
    var monday = past.monday().minusDays(7);
    var read = monday.minusDays(2).atTime(16, 25).atZone(assistant.zone()).toInstant();
    past.run(read, () -> bookshop.read(assistant, it));
    var begun = monday.atTime(9, 0).atZone(owner.zone()).toInstant();
    past.run(begun, () -> engagements.start(owner, contract, it.facts().version()).orFail());
  }
}
