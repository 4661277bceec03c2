package org.diestra.office.learning;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.diestra.office.learning.QuestionStore.Open;
import org.diestra.office.manuals.Issue;
import org.diestra.office.manuals.Manuals;
import org.diestra.office.manuals.Procedure;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.diestra.platform.home.Wait;
import org.diestra.platform.home.Waits;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is to be read and confirmed, and what is asked and not answered. */
@Component
class LearningWaits implements Waits {
  private static final int MOST = 20;
  private final Workspaces workspaces;
  private final Manuals manuals;
  private final ReadingStore readings;
  private final QuestionStore questions;

  LearningWaits(
      Workspaces workspaces, Manuals manuals, ReadingStore readings, QuestionStore questions) {
    this.workspaces = workspaces;
    this.manuals = manuals;
    this.readings = readings;
    this.questions = questions;
  }

  @Transactional(readOnly = true)
  @Override
  public List<Wait> of(Viewer viewer) {
    var passes = workspaces.of(viewer);
    if (passes.isEmpty()) {
      return List.of();
    }
    var waits = new ArrayList<Wait>();
    var kept = passes.stream().filter(Pass::keeps).map(pass -> pass.workspace().id()).toList();
    if (!kept.isEmpty()) {
      questions.open(kept).stream().map(LearningWaits::asked).forEach(waits::add);
    }
    unread(viewer, passes.stream().filter(Learners::is).toList()).forEach(waits::add);
    return waits;
  }

  private List<Wait> unread(Viewer viewer, List<Pass> passes) {
    var names = new HashMap<WorkspaceId, String>();
    var areas = new HashMap<WorkspaceId, Set<Area>>();
    for (var pass : passes) {
      names.put(pass.workspace().id(), pass.workspace().name());
      areas.put(pass.workspace().id(), pass.areas().keySet());
    }
    if (areas.isEmpty()) {
      return List.of();
    }
    var procedures = manuals.published(areas);
    var asked = manuals.lastMajor(procedures);
    var ids = procedures.stream().map(Procedure::id).toList();
    var confirmed = Standing.confirmed(asked, readings.of(viewer.id(), ids));
    return procedures.stream()
        .filter(p -> asked.containsKey(p.id()) && !confirmed.contains(p.id()))
        .limit(MOST)
        .map(p ->
            unread(
                p,
                Objects.requireNonNull(asked.get(p.id())),
                Objects.requireNonNull(names.get(p.workspace()))))
        .toList();
  }

  private static Wait unread(Procedure procedure, Issue asked, String client) {
    boolean again = asked.number() > 1;
    return new Wait(
        asked.publishedAt(),
        again ? asked.publishedAt().plus(Standing.TIME) : null,
        "book-open-check",
        again ? "learning.wait.again" : "learning.wait.read",
        null,
        List.of(procedure.title(), client),
        procedure.href() + "/reading",
        "learning.wait.read.action");
  }

  private static Wait asked(Open open) {
    return new Wait(
        open.since(),
        null,
        "message-circle-question",
        "learning.wait.asked",
        null,
        List.of(open.step(), open.title()),
        "/w/" + open.workspace() + "/manuals/" + open.procedure() + "/questions",
        "learning.wait.asked.action");
  }
}
