package org.diestra.work.engagements;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.work.contracts.ContractFrame;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.contracts.Contracts;
import org.diestra.work.contracts.Side;
import org.diestra.work.engagements.Engagement.Ending;
import org.diestra.work.engagements.Engagement.Preparing;
import org.diestra.work.engagements.EngagementStore.Move;
import org.diestra.work.engagements.Gate.Progress;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers what the page of a contract's course shows. */
@Component
class CoursePages {
  private final Contracts contracts;
  private final Engagements engagements;
  private final Gate gate;
  private final LastDay lastDay;
  private final Accounts accounts;

  CoursePages(
      Contracts contracts, Engagements engagements, Gate gate, LastDay lastDay, Accounts accounts) {
    this.contracts = contracts;
    this.engagements = engagements;
    this.gate = gate;
    this.lastDay = lastDay;
    this.accounts = accounts;
  }

  /**
   * What the page shows.
   *
   * @param side the viewer's, or null for whoever looks on without deciding
   * @param progress how far the preparations are, or null once it has started
   * @param endZone in which its last day ends
   */
  record Course(
      Viewer viewer,
      ContractFrame frame,
      Engagement it,
      @Nullable Side side,
      @Nullable Progress progress,
      LocalDate earliest,
      ZoneId endZone,
      List<Move> moves,
      Map<PersonId, String> names) {
    String href(String path) {
      return frame.href("course/" + path);
    }
  }

  String show(Viewer viewer, ContractId id, MoveForm form, Model model) {
    var contract = contracts.get(viewer, id);
    var it = engagements.get(id);
    var facts = it.facts();
    var moves = engagements.moves(id);
    var people = moves.stream().flatMap(m -> Stream.ofNullable(m.person())).distinct().toList();
    var names = accounts.names(people);
    var course =
        new Course(
            viewer,
            contracts.frame(contract),
            it,
            facts.sideOf(viewer).orElse(null),
            it instanceof Preparing preparing ? gate.progress(preparing) : null,
            lastDay.earliest(facts),
            it instanceof Ending ending ? lastDay.zone(facts, ending.endsAt()) : viewer.zone(),
            moves,
            names);
    model.addAttribute("course", course);
    model.addAttribute("form", form);
    return "course";
  }
}
