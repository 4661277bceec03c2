package org.diestra.office.files;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.diestra.office.workspaces.Pass;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.blobs.FileType;
import org.diestra.platform.blobs.Kind;
import org.diestra.platform.dav.DeadProperties;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Other places and other names. */
@Service
class Moving {
  private final Files files;
  private final EntryStore entries;
  private final TreeStore trees;
  private final VersionStore versions;
  private final FreezeStore freezes;
  private final LinkStore links;
  private final CommentStore comments;
  private final OpeningStore openings;
  private final DeadProperties dead;
  private final Blobs blobs;
  private final Clock clock;

  Moving(
      Files files,
      EntryStore entries,
      TreeStore trees,
      VersionStore versions,
      FreezeStore freezes,
      LinkStore links,
      CommentStore comments,
      OpeningStore openings,
      DeadProperties dead,
      Blobs blobs,
      Clock clock) {
    this.files = files;
    this.entries = entries;
    this.trees = trees;
    this.versions = versions;
    this.freezes = freezes;
    this.links = links;
    this.comments = comments;
    this.openings = openings;
    this.dead = dead;
    this.blobs = blobs;
    this.clock = clock;
  }

  /**
   * Moves or renames it. A file that takes another's place becomes that other's newest version: so
   * a program that writes beside the old file and then renames it loses neither its past nor what
   * leads to it.
   *
   * @param replace whether what is called so already gives way
   */
  @Transactional
  Outcome<Entry> move(
      Pass pass, EntryId id, @Nullable EntryId parent, String typed, boolean replace) {
    files.hold(pass);
    var entry = files.get(pass, id);
    return EntryName.read(typed)
        .fold(name -> move(pass, entry, files.of(pass, parent), name, replace), Outcome::refused);
  }

  private Outcome<Entry> move(
      Pass pass, Entry entry, @Nullable UUID parent, String name, boolean replace) {
    var why = refusal(pass, entry, parent);
    if (why != null) {
      return Outcome.refused(why);
    }
    var there = entries.named(pass.workspace().id(), parent, name).orElse(null);
    if (there != null && !there.key().equals(entry.key())) {
      if (!replace) {
        return Outcome.refused(Files.taken());
      }
      if (!there.collection() && !entry.collection()) {
        return Outcome.done(takeOver(pass, there, entry));
      }
      files.trash(pass, there.key());
    }
    entries.place(entry.key(), parent, name);
    retell(entry, name);
    return Outcome.done(files.again(pass, entry));
  }

  private @Nullable Refusal refusal(Pass pass, Entry entry, @Nullable UUID parent) {
    if (parent != null
        && entries.trail(pass.workspace().id(), new EntryId(parent)).stream()
            .anyMatch(above -> above.key().equals(entry.key()))) {
      return Refusal.conflict("files.move.within");
    }
    if (parent != null
        && files.depth(pass, parent) + trees.height(entry.key(), Files.DEEPEST) > Files.DEEPEST) {
      return Files.deep();
    }
    boolean comes = !Objects.equals(parent, entry.parent());
    return comes && files.wide(pass, parent) ? Files.crowded() : null;
  }

  /** The file that is there stays the same one, with all that belongs to it. */
  private Entry takeOver(Pass pass, Entry there, Entry entry) {
    var before = there.file();
    var now = entry.file();
    var by = pass.viewer().id();
    dead.hand(entry.id(), there.id());
    links.hand(entry.key(), there.key());
    comments.hand(entry.key(), there.key());
    openings.hand(entry.key(), there.key());
    // the same, and nothing else that it was before
    boolean same = now.sha256().equals(before.sha256()) && versions.of(entry.key()).size() == 1;
    if (same && !freezes.holds(entry.workspace(), entry.key())) {
      files.forget(versions.removeAll(List.of(entry.id())));
      entries.fill(there.key(), before, by, clock.instant());
    } else {
      versions.graft(entry.key(), there.key(), before.version());
      int newest = before.version() + now.version();
      var type = under(entry, there.name());
      entries.fill(
          there.key(),
          new Entry.Content(newest, now.blob(), now.sha256(), now.size(), type),
          by,
          clock.instant());
      files.thin(there.key(), newest);
    }
    trees.remove(List.of(entry.id()));
    return files.again(pass, there);
  }

  private void retell(Entry entry, String name) {
    if (!entry.collection() && under(entry, name) != entry.file().type()) {
      entries.retype(entry.key(), under(entry, name));
    }
  }

  /** Texts differ in nothing but their names: a CSV that was written as .tmp is one. */
  private FileType under(Entry entry, String name) {
    var content = entry.file();
    if (content.type().kind() != Kind.TEXT || name.equals(entry.name())) {
      return content.type();
    }
    try {
      return blobs.typeUnder(blobs.get(content.blob()), name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
