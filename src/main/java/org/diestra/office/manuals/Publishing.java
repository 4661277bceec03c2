package org.diestra.office.manuals;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diestra.office.procedures.Change;
import org.diestra.office.procedures.Finding;
import org.diestra.office.procedures.Linter;
import org.diestra.office.procedures.VersionNumber;
import org.diestra.office.procedures.Written;
import org.diestra.office.workspaces.Pass;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.page.Ui;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** From a draft to a version: asked for by whoever wrote it, decided by who keeps the workspace. */
@Service
class Publishing {
  private final Manuals manuals;
  private final ManualStore store;
  private final TextStore texts;
  private final Drafting drafting;
  private final ManualNotices notices;
  private final ApplicationEventPublisher events;
  private final Audit audit;
  private final Clock clock;

  Publishing(
      Manuals manuals,
      ManualStore store,
      TextStore texts,
      Drafting drafting,
      ManualNotices notices,
      ApplicationEventPublisher events,
      Audit audit,
      Clock clock) {
    this.manuals = manuals;
    this.store = store;
    this.texts = texts;
    this.drafting = drafting;
    this.notices = notices;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What publishing would do.
   *
   * @param before what holds, empty before the first version
   * @param least what the new version must at least be
   * @param same whether nothing was changed at all
   */
  record Outlook(
      Procedure procedure,
      Draft draft,
      Optional<Version> before,
      List<Finding> findings,
      Change least,
      boolean same) {

    /** What may be declared, the smallest first, in the reader's words. */
    Map<String, String> choices() {
      var choices = new LinkedHashMap<String, String>();
      for (var change : new Change[] {Change.PATCH, Change.MINOR, Change.MAJOR}) {
        if (change.atLeast(least)) {
          choices.put(
              change.slug(), Ui.words("manuals.change." + change.slug(), next(change).toString()));
        }
      }
      return choices;
    }

    VersionNumber next(Change change) {
      return before.map(v -> v.version().after(change)).orElse(VersionNumber.FIRST);
    }
  }

  @Transactional(readOnly = true)
  public Outlook outlook(Pass pass, ProcedureId id) {
    return outlook(drafting.writable(pass, id));
  }

  private Outlook outlook(Procedure procedure) {
    var draft = drafting.draft(procedure);
    var before = manuals.current(procedure);
    if (before.isEmpty()) {
      return new Outlook(procedure, draft, before, List.of(), Change.MAJOR, false);
    }
    var findings = Linter.compare(before.get().written().instructions(), draft.instructions());
    boolean same = Written.of(draft.instructions()).hash().equals(before.get().hash());
    return new Outlook(procedure, draft, before, findings, Linter.least(findings), same);
  }

  /**
   * Publishes the draft as it was looked at.
   *
   * @param change what the author declares; never less than the linter says
   */
  @Transactional
  public Outcome<Version> publish(
      Pass pass, ProcedureId id, int revision, Change change, String note) {
    pass.requireKeeps();
    store.lock(id); // two people who publish at once come one after the other
    var outlook = outlook(pass, id);
    var refusal = refusal(outlook, revision);
    if (refusal != null) {
      return Outcome.refused(refusal);
    }
    if (!change.atLeast(outlook.least())) {
      return Outcome.refused(Refusal.invalid("change", "manuals.publish.too-small"));
    }
    int number = outlook.before().map(Version::number).orElse(0) + 1;
    var text = outlook.draft().instructions();
    var by = pass.viewer().id();
    var version = manuals.publish(id, number, outlook.next(change), change, text, note, by);
    texts.drop(id, revision);
    var published = store.find(id).orElseThrow();
    notices.published(pass, published, version);
    events.publishEvent(new ManualPublished(id, number, change));
    return Outcome.done(version);
  }

  private static @Nullable Refusal refusal(Outlook outlook, int revision) {
    if (outlook.procedure().archivedAt() != null) {
      return Refusal.conflict("manuals.conflict.archived");
    }
    if (outlook.draft().revision() != revision || revision <= 0) {
      return Refusal.conflict("manuals.conflict.changed");
    }
    if (outlook.draft().instructions().steps().isEmpty()) {
      return Refusal.invalid("note", "manuals.publish.no-steps");
    }
    return outlook.same() ? Refusal.conflict("manuals.publish.same") : null;
  }

  /** Whoever drafted it and does not keep the workspace asks those who do. */
  @Transactional
  public Outcome<Procedure> ask(Pass pass, ProcedureId id, int revision) {
    var outlook = outlook(pass, id);
    var refusal = refusal(outlook, revision);
    if (refusal != null) {
      return Outcome.refused(refusal);
    }
    if (!texts.ask(id, revision, pass.viewer().id(), clock.instant())) {
      return Outcome.refused(Refusal.conflict("manuals.conflict.changed"));
    }
    audit.record(Deed.of("manuals", "ask").on("procedure", id.value()).moved("DRAFT", "IN_REVIEW"));
    notices.asked(pass, outlook.procedure(), outlook.draft().instructions().title());
    return Outcome.done(outlook.procedure());
  }

  /** Gives what was asked for back to its writer, with a word on what is missing. */
  @Transactional
  public Outcome<Procedure> giveBack(Pass pass, ProcedureId id, String why) {
    pass.requireKeeps();
    var procedure = drafting.writable(pass, id);
    var draft = drafting.draft(procedure);
    if (draft.asked() == null || !texts.giveBack(id)) {
      return Outcome.refused(Refusal.conflict("manuals.conflict.not-asked"));
    }
    audit.record(
        Deed.of("manuals", "give-back").on("procedure", id.value()).moved("IN_REVIEW", "DRAFT"));
    notices.givenBack(pass, procedure, draft.asked(), draft.instructions().title(), why);
    return Outcome.done(procedure);
  }
}
