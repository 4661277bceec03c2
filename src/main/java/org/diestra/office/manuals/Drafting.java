package org.diestra.office.manuals;

import java.time.Clock;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.diestra.office.manuals.Edit.What;
import org.diestra.office.procedures.Instructions;
import org.diestra.office.workspaces.Pass;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writing a procedure: for everybody who works in its area. */
@Service
class Drafting {
  private final Manuals manuals;
  private final ManualStore store;
  private final TextStore texts;
  private final EditStore edits;
  private final ManualFiles files;
  private final Audit audit;
  private final Clock clock;

  Drafting(
      Manuals manuals,
      ManualStore store,
      TextStore texts,
      EditStore edits,
      ManualFiles files,
      Audit audit,
      Clock clock) {
    this.manuals = manuals;
    this.store = store;
    this.texts = texts;
    this.edits = edits;
    this.files = files;
    this.audit = audit;
    this.clock = clock;
  }

  /** Begins a procedure with what it may say already. */
  @Transactional
  public ProcedureId begin(Pass pass, Area area, String language, Instructions text) {
    pass.requireWorks(area);
    var id = new ProcedureId(Ids.fresh());
    var by = pass.viewer().id();
    var naming = Manuals.naming(language, text, null);
    store.add(id, pass.workspace().id(), area, naming, by, clock.instant());
    texts.begin(id, text, by, clock.instant());
    edits.note(id, What.DRAFT, by, clock.instant());
    files.keep(id, text, by);
    audit.record(
        Deed.of("manuals", "draft")
            .on("procedure", id.value())
            .onBehalfOf(pass.workspace().organisation().value()));
    return id;
  }

  /**
   * A procedure that this person may write.
   *
   * @throws NotFound if the person does not work in its area
   */
  Procedure writable(Pass pass, ProcedureId id) {
    var procedure = manuals.get(pass, id);
    pass.requireWorks(procedure.area());
    return procedure;
  }

  /**
   * Its draft: the one there is, or what holds as one not yet begun, whose revision is below zero
   * and differs from version to version.
   */
  @Transactional(readOnly = true)
  public Draft draft(Procedure procedure) {
    return texts
        .draft(procedure.id())
        .or(() -> manuals.current(procedure).map(Drafting::untouched))
        .orElseThrow(NotFound::new);
  }

  private static Draft untouched(Version version) {
    return new Draft(
        version.written().instructions(),
        -version.number(),
        version.publishedBy(),
        version.publishedAt(),
        null);
  }

  /**
   * Changes the draft; the first change begins one.
   *
   * @param revision what the writer has seen
   */
  @Transactional
  public Outcome<Draft> change(
      Pass pass, ProcedureId id, int revision, UnaryOperator<Instructions> change) {
    store.lock(id); // in the order in which publishing locks: else one would wait for the other
    var procedure = writable(pass, id);
    if (procedure.archivedAt() != null) {
      return Outcome.refused(Refusal.conflict("manuals.conflict.archived"));
    }
    var before = draft(procedure);
    if (before.revision() != revision) {
      return Outcome.refused(Refusal.conflict("manuals.conflict.changed"));
    }
    var by = pass.viewer().id();
    var text = change.apply(before.instructions());
    var begun =
        revision > 0
            ? Optional.of(revision)
            : texts.begin(id, before.instructions(), by, clock.instant());
    if (begun.isEmpty() || !texts.change(id, text, begun.get(), by, clock.instant())) {
      return Outcome.refused(Refusal.conflict("manuals.conflict.changed"));
    }
    edits.note(id, What.DRAFT, by, clock.instant());
    if (procedure.published() == null) {
      store.rename(id, text.title(), Manuals.words(text));
    }
    files.keep(id, text, by);
    return Outcome.done(draft(procedure));
  }

  /** Throws away what was drafted; a procedure that was never published goes to the archive. */
  @Transactional
  public Outcome<Procedure> discard(Pass pass, ProcedureId id, int revision) {
    var procedure = writable(pass, id);
    if (procedure.published() == null) {
      return archive(pass, id);
    }
    if (!texts.drop(id, revision)) {
      return Outcome.refused(Refusal.conflict("manuals.conflict.changed"));
    }
    audit.record(Deed.of("manuals", "discard").on("procedure", id.value()));
    return Outcome.done(procedure);
  }

  /** Puts it away: it can be read and brought back, and no new task begins by it. */
  @Transactional
  public Outcome<Procedure> archive(Pass pass, ProcedureId id) {
    var procedure = writable(pass, id);
    if (procedure.published() != null) {
      pass.requireKeeps();
    }
    return store.archive(id, pass.viewer().id(), clock.instant())
        ? moved(procedure, "archive")
        : Outcome.refused(Refusal.conflict("manuals.conflict.archived"));
  }

  @Transactional
  public Outcome<Procedure> bringBack(Pass pass, ProcedureId id) {
    var procedure = writable(pass, id);
    if (procedure.published() != null) {
      pass.requireKeeps();
    }
    return store.archive(id, null, null)
        ? moved(procedure, "bring-back")
        : Outcome.refused(Refusal.conflict("manuals.conflict.not-archived"));
  }

  private Outcome<Procedure> moved(Procedure procedure, String action) {
    audit.record(Deed.of("manuals", action).on("procedure", procedure.id().value()));
    return Outcome.done(procedure);
  }
}
