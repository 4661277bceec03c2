package org.diestra.office.manuals;

import java.time.Clock;
import java.util.Optional;
import org.diestra.office.manuals.Edit.What;
import org.diestra.office.procedures.Instructions;
import org.diestra.office.workspaces.Pass;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A procedure in its other language: by whoever works in its area, for whoever reads it. */
@Service
class Translating {
  private final Manuals manuals;
  private final Drafting drafting;
  private final TranslationStore store;
  private final EditStore edits;
  private final Audit audit;
  private final Clock clock;

  Translating(
      Manuals manuals,
      Drafting drafting,
      TranslationStore store,
      EditStore edits,
      Audit audit,
      Clock clock) {
    this.manuals = manuals;
    this.drafting = drafting;
    this.store = store;
    this.edits = edits;
    this.audit = audit;
    this.clock = clock;
  }

  /** The translation, for somebody who may read the procedure. */
  @Transactional(readOnly = true)
  public Optional<Translation> of(Procedure procedure) {
    return store.find(procedure.id());
  }

  /**
   * Keeps a translation of the version that holds.
   *
   * @param number of the version that was translated
   * @param revision of the translation that the writer has seen, 0 for none
   */
  @Transactional
  public Outcome<Translation> keep(
      Pass pass, ProcedureId id, int number, int revision, Instructions translated) {
    var procedure = drafting.writable(pass, id);
    var current = manuals.current(procedure).orElseThrow(NotFound::new);
    if (procedure.archivedAt() != null) {
      return Outcome.refused(Refusal.conflict("manuals.conflict.archived"));
    }
    if (current.number() != number) {
      return Outcome.refused(Refusal.conflict("manuals.translation.newer"));
    }
    var language = Translation.other(procedure);
    var by = pass.viewer().id();
    if (!store.keep(language, translated, current, revision, by, clock.instant())) {
      return Outcome.refused(Refusal.conflict("manuals.conflict.changed"));
    }
    edits.note(id, What.TRANSLATION, by, clock.instant());
    audit.record(
        Deed.of("manuals", "translate")
            .on("procedure", id.value())
            .with("language", language)
            .with("hash", current.hash()));
    return Outcome.done(store.find(id).orElseThrow());
  }
}
