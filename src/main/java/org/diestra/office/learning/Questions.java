package org.diestra.office.learning;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.diestra.office.learning.Question.State;
import org.diestra.office.manuals.Manuals;
import org.diestra.office.manuals.Procedure;
import org.diestra.office.manuals.ProcedureId;
import org.diestra.office.procedures.Step;
import org.diestra.office.workspaces.Pass;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Questions on the steps of a procedure: asked by who reads it, answered by the client. */
@Service
class Questions {
  private final QuestionStore store;
  private final Manuals manuals;
  private final LearningNotices notices;
  private final Audit audit;
  private final Clock clock;

  Questions(
      QuestionStore store, Manuals manuals, LearningNotices notices, Audit audit, Clock clock) {
    this.store = store;
    this.manuals = manuals;
    this.notices = notices;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * The step of the version that holds.
   *
   * @throws NotFound if there is none of that id
   */
  @Transactional(readOnly = true)
  public Step step(Procedure procedure, UUID id) {
    return manuals
        .current(procedure)
        .flatMap(version -> version.written().instructions().step(id))
        .orElseThrow(NotFound::new);
  }

  @Transactional
  public Question ask(Pass pass, ProcedureId id, UUID stepId, String text) {
    var procedure = manuals.get(pass, id);
    var version = manuals.current(procedure).orElseThrow(NotFound::new);
    var step = step(procedure, stepId);
    var question =
        new Question(
            new QuestionId(Ids.fresh()),
            id,
            version.number(),
            stepId,
            step.title(),
            pass.viewer().id(),
            text,
            clock.instant(),
            State.ASKED,
            null,
            null,
            null);
    store.add(question);
    audit.record(Deed.of("learning", "ask").on("procedure", id.value()).moved(null, "ASKED"));
    notices.asked(pass, procedure, question);
    return question;
  }

  @Transactional(readOnly = true)
  public List<Question> of(Pass pass, ProcedureId id) {
    return store.of(manuals.get(pass, id).id());
  }

  /** The steps that so many asked about that they can't be clear. */
  static Set<UUID> ambiguous(List<Question> questions) {
    return questions.stream()
        .filter(q -> q.state() != State.FOLDED_IN)
        .collect(Collectors.groupingBy(Question::step, Collectors.counting()))
        .entrySet()
        .stream()
        .filter(e -> e.getValue() >= Question.AMBIGUOUS)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /** Answers it; of two answers at once the first counts. */
  @Transactional
  public Outcome<Question> answer(Pass pass, ProcedureId id, QuestionId question, String answer) {
    var procedure = answerable(pass, id);
    var before = get(id, question);
    if (!store.answer(question, answer, pass.viewer().id(), clock.instant())) {
      return Outcome.refused(Refusal.conflict("learning.conflict.settled"));
    }
    audit.record(
        Deed.of("learning", "answer")
            .on("procedure", id.value())
            .moved(before.state().name(), "ANSWERED"));
    var after = get(id, question);
    notices.answered(pass, procedure, after);
    return Outcome.done(after);
  }

  /** What came of an answered question. */
  @Transactional
  public Outcome<Question> settle(Pass pass, ProcedureId id, QuestionId question, State state) {
    answerable(pass, id);
    get(id, question);
    if (!store.settle(question, state, pass.viewer().id(), clock.instant())) {
      return Outcome.refused(Refusal.conflict("learning.conflict.settled"));
    }
    audit.record(
        Deed.of("learning", "settle").on("procedure", id.value()).moved("ANSWERED", state.name()));
    return Outcome.done(get(id, question));
  }

  /**
   * The client answers: whoever belongs to it and works in the area.
   *
   * @throws NotFound for anybody else
   */
  Procedure answerable(Pass pass, ProcedureId id) {
    var procedure = manuals.get(pass, id);
    pass.requireWorks(procedure.area());
    if (!pass.ofClient()) {
      throw new NotFound();
    }
    return procedure;
  }

  private Question get(ProcedureId procedure, QuestionId id) {
    return store.find(id).filter(q -> q.procedure().equals(procedure)).orElseThrow(NotFound::new);
  }
}
