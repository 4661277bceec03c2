package org.diestra.office.learning;

import java.util.function.Supplier;
import org.diestra.office.manuals.Manuals;
import org.diestra.office.manuals.Procedure;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.data.Caller;
import org.springframework.stereotype.Component;

/** Asks on the first step of a procedure, and answers, for the tests of later modules. */
@Component
public class AskedQuestions {
  private final Questions questions;
  private final Workspaces workspaces;
  private final Manuals manuals;

  AskedQuestions(Questions questions, Workspaces workspaces, Manuals manuals) {
    this.questions = questions;
    this.workspaces = workspaces;
    this.manuals = manuals;
  }

  private static <T> T as(Viewer viewer, Supplier<T> action) {
    return Caller.person(viewer.id().value()).call(action::get);
  }

  public QuestionId ask(Viewer by, WorkspaceId workspace, Procedure procedure, String text) {
    var step = manuals.version(procedure.id(), 1).written().instructions().steps().getFirst().id();
    return as(by, () -> questions.ask(workspaces.enter(by, workspace), procedure.id(), step, text))
        .id();
  }

  public void answer(
      Viewer by, WorkspaceId workspace, Procedure procedure, QuestionId question, String text) {
    as(
        by,
        () ->
            questions
                .answer(workspaces.enter(by, workspace), procedure.id(), question, text)
                .orFail());
  }
}
