package org.diestra.work.engagements;

import java.util.EnumMap;
import java.util.List;
import java.util.stream.Stream;
import org.diestra.office.learning.Readings;
import org.diestra.office.manuals.Manuals;
import org.diestra.office.procedures.Quiz.Question;
import org.diestra.office.workspaces.Level;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.diestra.platform.demo.Cast;
import org.diestra.platform.demo.DemoPart;
import org.diestra.work.contracts.Contracts;
import org.diestra.work.engagements.Engagement.Preparing;
import org.springframework.stereotype.Component;

/** The bookshop's assistant has read the manual of the journey, and the work has begun. */
@Component
class EngagementsDemo implements DemoPart {
  private final Contracts contracts;
  private final Engagements engagements;
  private final Workspaces workspaces;
  private final Manuals manuals;
  private final Readings readings;

  EngagementsDemo(
      Contracts contracts,
      Engagements engagements,
      Workspaces workspaces,
      Manuals manuals,
      Readings readings) {
    this.contracts = contracts;
    this.engagements = engagements;
    this.workspaces = workspaces;
    this.manuals = manuals;
    this.readings = readings;
  }

  @Override
  public String name() {
    return "engagements:bookshop";
  }

  @Override
  public int order() {
    return 45;
  }

  @Override
  public void play(Cast cast) {
    var owner = cast.viewer(Cast.CLIENT);
    for (var contract : contracts.of(owner, null)) {
      if (!(engagements.find(contract.id()).orElseThrow() instanceof Preparing it)) {
        continue;
      }
      cast.assistants().stream()
          .map(a -> cast.viewer(a.email()))
          .filter(v -> v.id().equals(contract.assistant()))
          .forEach(assistant -> read(assistant, it));
      engagements.start(owner, contract.id(), it.facts().version()).orFail();
    }
  }

  void read(Viewer assistant, Engagement it) {
    var room = workspaces.get(it.facts().workspace());
    var areas = new EnumMap<Area, Level>(Area.class);
    it.facts().duties().forEach(area -> areas.put(area, Level.READING));
    var pass = new Pass(room, assistant, areas, List.of());
    for (var procedure : manuals.published(room.id(), it.facts().duties())) {
      var version = manuals.version(procedure.id(), 1);
      var right =
          Stream.of(version.written().instructions().quiz())
              .flatMap(quiz -> quiz.questions().stream())
              .map(Question::right)
              .toList();
      readings.confirm(pass, procedure.id(), 1, right).orFail();
    }
  }
}
