package org.diestra.office.files;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.diestra.office.workspaces.Pass;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.dav.DeadProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was deleted: given back for thirty days, then gone for good. */
@Service
class Trash {
  static final Duration KEPT = Duration.ofDays(30);

  /** So many are shown, and so many taken away at a time. */
  static final int PAGE = 100;

  private final Files files;
  private final EntryStore entries;
  private final ListStore lists;
  private final TreeStore trees;
  private final FreeSpot spot;
  private final FreezeStore freezes;
  private final VersionStore versions;
  private final DeadProperties dead;
  private final Audit audit;
  private final Clock clock;

  Trash(
      Files files,
      EntryStore entries,
      ListStore lists,
      TreeStore trees,
      FreeSpot spot,
      FreezeStore freezes,
      VersionStore versions,
      DeadProperties dead,
      Audit audit,
      Clock clock) {
    this.files = files;
    this.entries = entries;
    this.lists = lists;
    this.trees = trees;
    this.spot = spot;
    this.freezes = freezes;
    this.versions = versions;
    this.dead = dead;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional(readOnly = true)
  List<ListStore.Trashed> of(Pass pass, @Nullable EntryId after) {
    return lists.trashed(Files.checked(pass).workspace().id(), after, PAGE + 1);
  }

  /**
   * Puts it back where it was; into the workspace's own folder where that place is gone, and with a
   * number where its name is taken.
   *
   * @throws NotFound if it is not in the trash by itself
   */
  @Transactional
  Entry restore(Pass pass, EntryId id) {
    files.hold(pass);
    var entry = trashed(pass, id);
    var parent = spot.living(pass, entry.parent());
    entries.place(id, parent, spot.name(pass, parent, entry.name()));
    trees.restore(id);
    return files.get(pass, id);
  }

  private Entry trashed(Pass pass, EntryId id) {
    return entries
        .find(pass.workspace().id(), id)
        .filter(entry -> id.value().equals(entry.trash()))
        .orElseThrow(NotFound::new);
  }

  /**
   * Takes it away for good, before its time; refused while something in it is kept as evidence.
   *
   * @throws NotFound if it is not in the trash by itself, or the caller does not keep the workspace
   */
  @Transactional
  Outcome<EntryId> remove(Pass pass, EntryId id) {
    pass.requireKeeps();
    files.hold(pass);
    trashed(pass, id);
    if (!frozen(pass, List.of(id.value())).isEmpty()) {
      return Outcome.refused(Refusal.conflict("files.frozen.stays"));
    }
    purge(List.of(id.value()));
    audit.record(Deed.of("files", "purge").on("workspace", pass.workspace().id().value()));
    return Outcome.done(id);
  }

  /** Which of these have something in them that is kept as evidence. */
  @Transactional(readOnly = true)
  Set<UUID> frozen(Pass pass, Collection<UUID> tops) {
    return freezes.frozen(Files.checked(pass).workspace().id(), tops);
  }

  /**
   * Takes some of what lies there away for good, the last first: to be repeated until it answers
   * less than {@link #PAGE}, so that nobody waits for all of it at once.
   *
   * @return how many things it took
   * @throws NotFound if the caller does not keep the workspace
   */
  @Transactional
  int empty(Pass pass) {
    pass.requireKeeps();
    files.hold(pass);
    var tops = lists.free(pass.workspace().id(), PAGE);
    purge(tops);
    audit.record(
        Deed.of("files", "purge")
            .on("workspace", pass.workspace().id().value())
            .with("count", tops.size()));
    return tops.size();
  }

  /** Clears away what has lain there for its time; as the house. Answers how many. */
  @Transactional
  int sweep() {
    Instant before = clock.instant().minus(KEPT);
    var due = trees.due(before, PAGE);
    trees.holdSpacesOf(due);
    purge(due);
    return due.size();
  }

  private void purge(Collection<UUID> tops) {
    if (tops.isEmpty()) {
      return;
    }
    var all = trees.trashedWith(tops);
    files.forget(versions.removeAll(all));
    dead.forget(all);
    trees.remove(all);
  }
}
