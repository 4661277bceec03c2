package org.diestra.office.manuals;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.diestra.office.manuals.ManualStore.Naming;
import org.diestra.office.manuals.ManualStore.Wanted;
import org.diestra.office.procedures.Change;
import org.diestra.office.procedures.Instructions;
import org.diestra.office.procedures.Step;
import org.diestra.office.procedures.VersionNumber;
import org.diestra.office.procedures.Written;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Folded;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.writing.RichText;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to the manuals of a workspace. */
@Service
public class Manuals {
  static final int PAGE = 50;
  private static final int LONGEST_WORDS = 200_000; // characters; a tsvector holds a megabyte
  private final ManualStore store;
  private final TextStore texts;
  private final EditStore edits;
  private final HouseRights house;
  private final Audit audit;
  private final Clock clock;

  Manuals(
      ManualStore store,
      TextStore texts,
      EditStore edits,
      HouseRights house,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.texts = texts;
    this.edits = edits;
    this.house = house;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * A procedure that this person may read.
   *
   * @throws NotFound if there is none in that workspace, it is in an area the person may not enter,
   *     or is a mere draft and the person does not work there
   */
  @Transactional(readOnly = true)
  public Procedure get(Pass pass, ProcedureId id) {
    return store.find(id).filter(p -> readable(pass, p)).orElseThrow(NotFound::new);
  }

  private static boolean readable(Pass pass, Procedure it) {
    return it.workspace().equals(pass.workspace().id())
        && (it.published() == null ? pass.works(it.area()) : pass.reads(it.area()));
  }

  /** What this person may read, by title; one more than a page holds where there is more. */
  @Transactional(readOnly = true)
  List<Procedure> list(Pass pass, Wanted wanted) {
    return store.list(wanted, PAGE + 1).stream().filter(p -> readable(pass, p)).toList();
  }

  /** What holds in one of these areas, by title; for those who decide what it means. */
  @Transactional(readOnly = true)
  public List<Procedure> published(WorkspaceId workspace, Collection<Area> areas) {
    return published(Map.of(workspace, Set.copyOf(areas)));
  }

  /** The same of several workspaces, in one statement. */
  @Transactional(readOnly = true)
  public List<Procedure> published(Map<WorkspaceId, Set<Area>> areas) {
    return house.call(() -> store.published(areas));
  }

  /** The procedure of that id, whoever asks. */
  @Transactional(readOnly = true)
  public Optional<Procedure> find(ProcedureId id) {
    return house.call(() -> store.find(id));
  }

  /** Of each of these, the last version that changed its meaning, whoever asks. */
  @Transactional(readOnly = true)
  public Map<ProcedureId, Issue> lastMajor(Collection<Procedure> procedures) {
    var ids = procedures.stream().map(Procedure::id).toList();
    return house.call(() -> texts.lastMajor(ids)).stream()
        .collect(Collectors.toMap(Issue::procedure, issue -> issue));
  }

  /**
   * That version, whoever asks.
   *
   * @throws NotFound if there is none
   */
  @Transactional(readOnly = true)
  public Version version(ProcedureId id, int number) {
    return house.call(() -> texts.version(id, number)).orElseThrow(NotFound::new);
  }

  /** The last 200 versions, the newest first, whoever asks. */
  @Transactional(readOnly = true)
  public List<Version> versions(ProcedureId id) {
    return house.call(() -> texts.versions(id));
  }

  /**
   * What a person wrote and published in some areas of a workspace, as far as the caller may know
   * of it; from an instant on and before another, the first first, in one statement.
   */
  @Transactional(readOnly = true)
  public List<Edit> edits(
      WorkspaceId workspace,
      Collection<Area> areas,
      PersonId person,
      Instant from,
      Instant to,
      int limit) {
    return edits.of(new EditStore.Wanted(workspace, areas, person, from, to), limit);
  }

  /** The version that holds; empty where none was published yet. */
  @Transactional(readOnly = true)
  public Optional<Version> current(Procedure procedure) {
    var number = procedure.published();
    return number == null ? Optional.empty() : texts.version(procedure.id(), number);
  }

  /**
   * The instructions of a contract become the first version of a procedure, in the transaction that
   * lets the contract stand.
   *
   * @param author of the client's, who wrote them
   * @param contract null for what belongs to none
   */
  @Transactional
  public void begin(
      WorkspaceId workspace,
      Area area,
      String language,
      Instructions text,
      PersonId author,
      @Nullable UUID contract) {
    house.call(() -> {
      var id = new ProcedureId(Ids.fresh());
      store.add(id, workspace, area, naming(language, text, contract), author, clock.instant());
      publish(id, 1, VersionNumber.FIRST, Change.MAJOR, text, "", author);
      return id;
    });
  }

  /** Adds a version and lets it hold. */
  Version publish(
      ProcedureId id,
      int number,
      VersionNumber version,
      Change change,
      Instructions text,
      String note,
      PersonId by) {
    var written = Written.of(text);
    var published =
        new Version(
            id, number, version, change, written, written.hash(), note, by, clock.instant());
    texts.add(published);
    store.hold(id, number);
    store.rename(id, text.title(), words(text));
    audit.record(
        Deed.of("manuals", "publish")
            .by(by.value())
            .on("procedure", id.value())
            .moved(null, version.toString())
            .with("hash", written.hash()));
    return published;
  }

  static Naming naming(String language, Instructions text, @Nullable UUID contract) {
    return new Naming(language, text.title(), words(text), contract);
  }

  /** All it says, folded, to be found by. */
  static String words(Instructions text) {
    var all = new StringBuilder(text.title()).append('\n').append(text.purpose());
    for (Step step : text.steps()) {
      all.append('\n').append(step.title()).append('\n').append(RichText.plain(step.text()));
    }
    return Folded.of(all.substring(0, Math.min(all.length(), LONGEST_WORDS)));
  }
}
