package org.diestra.office.files;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diestra.office.workspaces.Pass;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.blobs.Blob;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.blobs.Received;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to a workspace's files, for the browser and for WebDAV alike. Every change first holds
 * the workspace's room, so that two never meet in one folder.
 */
@Service
public class Files {
  static final String HOLDER = "files.version";

  /** So many versions of a file are kept. */
  static final int VERSIONS = 50;

  /** Levels of folders: beyond that, paths are longer than programs bear. */
  static final int DEEPEST = 50;

  /** Things in one folder: programs are shown all of it at once. */
  static final int WIDEST = 20_000;

  private final EntryStore entries;
  private final ListStore lists;
  private final TreeStore trees;
  private final VersionStore versions;
  private final SpaceStore spaces;
  private final Blobs blobs;
  private final Clock clock;

  Files(
      EntryStore entries,
      ListStore lists,
      TreeStore trees,
      VersionStore versions,
      SpaceStore spaces,
      Blobs blobs,
      Clock clock) {
    this.entries = entries;
    this.lists = lists;
    this.trees = trees;
    this.versions = versions;
    this.spaces = spaces;
    this.blobs = blobs;
    this.clock = clock;
  }

  /**
   * @throws NotFound if the person does not work with this workspace's files
   */
  static Pass checked(Pass pass) {
    pass.requireWorks(Area.FILES);
    return pass;
  }

  @Transactional
  Space hold(Pass pass) {
    return spaces.hold(checked(pass).workspace().id());
  }

  @Transactional(readOnly = true)
  Space space(Pass pass) {
    return spaces.look(checked(pass).workspace().id());
  }

  @Transactional(readOnly = true)
  Optional<Entry> walk(Pass pass, List<String> names) {
    return entries.walk(checked(pass).workspace().id(), names);
  }

  /** All that lies in a folder, or in the workspace's own. */
  @Transactional(readOnly = true)
  List<Entry> in(Pass pass, @Nullable EntryId folder) {
    return entries.in(checked(pass).workspace().id(), folder == null ? null : folder.value());
  }

  /**
   * The folders that it lies in and itself, from the outermost in.
   *
   * @throws NotFound if there is none, or it is in the trash
   */
  @Transactional(readOnly = true)
  List<Entry> trail(Pass pass, EntryId id) {
    var trail = entries.trail(checked(pass).workspace().id(), id);
    if (trail.isEmpty()) {
      throw new NotFound();
    }
    return trail;
  }

  /**
   * @throws NotFound if there is none, or it is in the trash
   */
  @Transactional(readOnly = true)
  Entry get(Pass pass, EntryId id) {
    return entries
        .find(checked(pass).workspace().id(), id)
        .filter(entry -> entry.trash() == null)
        .orElseThrow(NotFound::new);
  }

  @Transactional
  Outcome<Entry> makeFolder(Pass pass, @Nullable EntryId parent, String typed) {
    hold(pass);
    return EntryName.read(typed)
        .fold(
            name -> {
              if (entries.named(pass.workspace().id(), of(pass, parent), name).isPresent()) {
                return Outcome.refused(taken());
              }
              if (parent != null && depth(pass, parent.value()) >= DEEPEST) {
                return Outcome.refused(deep());
              }
              if (wide(pass, of(pass, parent))) {
                return Outcome.refused(crowded());
              }
              var folder = entry(pass, of(pass, parent), name, null);
              entries.add(folder);
              return Outcome.done(folder);
            },
            Outcome::refused);
  }

  int depth(Pass pass, UUID folder) {
    return entries.trail(pass.workspace().id(), new EntryId(folder)).size();
  }

  static Refusal deep() {
    return Refusal.conflict("files.deep", DEEPEST);
  }

  /** Whether a folder takes nothing more. */
  boolean wide(Pass pass, @Nullable UUID folder) {
    return lists.holds(pass.workspace().id(), folder, WIDEST);
  }

  static Refusal crowded() {
    return Refusal.limit("files.crowded", WIDEST);
  }

  static Refusal taken() {
    return Refusal.conflict("files.name.taken");
  }

  /** The folder's id, once it has been seen to be one of this workspace. */
  @Nullable UUID of(Pass pass, @Nullable EntryId parent) {
    if (parent == null) {
      return null;
    }
    var folder = get(pass, parent);
    if (!folder.collection()) {
      throw new NotFound();
    }
    return parent.value();
  }

  private Entry entry(Pass pass, @Nullable UUID parent, String name, Entry.@Nullable Content what) {
    var now = clock.instant();
    var by = pass.viewer().id();
    var id = new EntryId(Ids.fresh());
    return new Entry(id, pass.workspace().id(), parent, name, what, now, by, now, by, null, null);
  }

  /**
   * Keeps what was received under that name: as a new version where there is such a file, as a new
   * file where there is none. The same bytes once more make no version.
   */
  @Transactional
  Outcome<Entry> put(Pass pass, @Nullable EntryId parent, String typed, Received received) {
    var space = hold(pass);
    return EntryName.read(typed)
        .fold(name -> put(pass, of(pass, parent), name, received, space), Outcome::refused);
  }

  static Refusal full(Space space) {
    return Refusal.invalid("file", "files.full", space.quotaText());
  }

  private Outcome<Entry> put(
      Pass pass, @Nullable UUID parent, String name, Received received, Space space) {
    var there = entries.named(pass.workspace().id(), parent, name).orElse(null);
    if (there != null && there.collection()) {
      return Outcome.refused(taken());
    }
    if (there != null && there.file().sha256().equals(received.sha256().hex())) {
      return Outcome.done(same(pass, there, received));
    }
    if (received.size() > space.left()) {
      return Outcome.refused(full(space));
    }
    if (there == null && wide(pass, parent)) {
      return Outcome.refused(crowded());
    }
    return blobs
        .keep(received, pass.viewer().id().value())
        .fold(blob -> Outcome.done(keep(pass, parent, name, there, blob)), Outcome::refused);
  }

  /** The same bytes again need no room, but heal what a disk has damaged. */
  private Entry same(Pass pass, Entry there, Received received) {
    var now = there.file();
    blobs.heal(received);
    entries.fill(
        there.key(),
        new Entry.Content(now.version(), now.blob(), now.sha256(), now.size(), received.type()),
        pass.viewer().id(),
        clock.instant());
    return again(pass, there);
  }

  Entry again(Pass pass, Entry entry) {
    return entries.find(pass.workspace().id(), entry.key()).orElseThrow(NotFound::new);
  }

  private Entry keep(
      Pass pass, @Nullable UUID parent, String name, @Nullable Entry there, Blob blob) {
    int number = there == null ? 1 : there.file().version() + 1;
    var content =
        new Entry.Content(number, blob.id(), blob.sha256().hex(), blob.size(), blob.type());
    if (there != null) {
      renew(pass, there, content);
      return again(pass, there);
    }
    var entry = entry(pass, parent, name, content);
    entries.add(entry);
    version(pass, entry, content);
    return entry;
  }

  /** Gives a file a new content, as a version. */
  void renew(Pass pass, Entry there, Entry.Content content) {
    entries.fill(there.key(), content, pass.viewer().id(), clock.instant());
    version(pass, there, content);
    thin(there.key(), content.version());
  }

  void thin(EntryId file, int newest) {
    forget(versions.thin(file, newest, VERSIONS, clock.instant().minus(Trash.KEPT)));
  }

  private void version(Pass pass, Entry entry, Entry.Content content) {
    var id = Ids.fresh();
    versions.add(id, entry, content, pass.viewer().id(), clock.instant());
    blobs.hold(content.blob(), HOLDER, id);
    spaces.add(entry.workspace().value(), content.size());
  }

  /** What these weighed is free again; their bytes go when nobody else needs them. */
  void forget(List<VersionStore.Gone> gone) {
    blobs.releaseAll(HOLDER, gone.stream().map(VersionStore.Gone::id).toList());
    var freed = new HashMap<UUID, Long>();
    gone.forEach(one -> freed.merge(one.workspace(), one.size(), Long::sum));
    freed.forEach((workspace, bytes) -> spaces.add(workspace, -bytes));
  }

  /** Puts it into the trash, with all that is in it. */
  @Transactional
  void trash(Pass pass, EntryId entry) {
    hold(pass);
    var there = get(pass, entry);
    if (trees.trash(there.key(), pass.viewer().id(), clock.instant()) == 0) {
      throw new NotFound();
    }
  }
}
