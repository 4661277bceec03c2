package org.diestra.work.engagements;

import org.diestra.platform.demo.Cast;
import org.diestra.platform.demo.DemoPart;
import org.diestra.platform.demo.Past;
import org.diestra.work.contracts.Contracts;
import org.springframework.stereotype.Component;

/** The bookshop's work by the hour began five weeks ago, on a Monday. */
@Component
class BegunDemo implements DemoPart {
  private final EngagementsDemo bookshop;
  private final Contracts contracts;
  private final Engagements engagements;
  private final Past past;

  BegunDemo(EngagementsDemo bookshop, Contracts contracts, Engagements engagements, Past past) {
    this.bookshop = bookshop;
    this.contracts = contracts;
    this.engagements = engagements;
    this.past = past;
  }

  @Override
  public String name() {
    return "engagements:hours";
  }

  @Override
  public String scene() {
    return "hours";
  }

  @Override
  public int order() {
    return 25;
  }

  @Override
  public void play(Cast cast) {
    var owner = cast.viewer(Cast.CLIENT);
    var assistant = cast.viewer(Cast.ASSISTANT);
    var contract = contracts.of(assistant, null).getFirst();
    var it = engagements.find(contract.id()).orElseThrow();
    var monday = past.monday();
    var read = monday.minusDays(4).atTime(10, 25).atZone(assistant.zone()).toInstant();
    past.run(read, () -> bookshop.read(assistant, it));
    var begun = monday.atTime(9, 0).atZone(owner.zone()).toInstant();
    past.run(begun, () -> engagements.start(owner, contract.id(), it.facts().version()).orFail());
  }
}
