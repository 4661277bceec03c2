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
import org.diestra.platform.dav.DeadProperties;
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

  private final EntryStore entries;
  private final TreeStore trees;
  private final VersionStore versions;
  private final SpaceStore spaces;
  private final DeadProperties dead;
  private final Blobs blobs;
  private final Clock clock;

  Files(
      EntryStore entries,
      TreeStore trees,
      VersionStore versions,
      SpaceStore spaces,
      DeadProperties dead,
      Blobs blobs,
      Clock clock) {
    this.entries = entries;
    this.trees = trees;
    this.versions = versions;
    this.spaces = spaces;
    this.dead = dead;
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

  /** What lies in a folder, or in the workspace's own. */
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
              var folder = entry(pass, of(pass, parent), name, null);
              entries.add(folder);
              return Outcome.done(folder);
            },
            Outcome::refused);
  }

  private int depth(Pass pass, UUID folder) {
    return entries.trail(pass.workspace().id(), new EntryId(folder)).size();
  }

  private static Refusal deep() {
    return Refusal.conflict("files.deep", DEEPEST);
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
    if (received.size() > space.left()) {
      return Outcome.refused(full(space));
    }
    return EntryName.read(typed)
        .fold(name -> put(pass, of(pass, parent), name, received), Outcome::refused);
  }

  static Refusal full(Space space) {
    return Refusal.invalid("file", "files.full", space.quotaText());
  }

  private Outcome<Entry> put(Pass pass, @Nullable UUID parent, String name, Received received) {
    var there = entries.named(pass.workspace().id(), parent, name).orElse(null);
    if (there != null && there.collection()) {
      return Outcome.refused(taken());
    }
    if (there != null && there.file().sha256().equals(received.sha256().hex())) {
      entries.fill(there.key(), there.file(), pass.viewer().id(), clock.instant());
      return Outcome.done(again(pass, there));
    }
    return blobs
        .keep(received, pass.viewer().id().value())
        .fold(blob -> Outcome.done(keep(pass, parent, name, there, blob)), Outcome::refused);
  }

  private Entry again(Pass pass, Entry entry) {
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
    forget(
        versions.thin(there.key(), content.version(), VERSIONS, clock.instant().minus(Trash.KEPT)));
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

  /**
   * Moves or renames it. A file that takes another's place takes over its versions: so a program
   * that writes beside the old file and then renames it loses none.
   *
   * @param replace whether what is called so already gives way
   */
  @Transactional
  Outcome<Entry> move(
      Pass pass, EntryId id, @Nullable EntryId parent, String typed, boolean replace) {
    hold(pass);
    var entry = get(pass, id);
    return EntryName.read(typed)
        .fold(name -> move(pass, entry, of(pass, parent), name, replace), Outcome::refused);
  }

  private Outcome<Entry> move(
      Pass pass, Entry entry, @Nullable UUID parent, String name, boolean replace) {
    var workspace = pass.workspace().id();
    if (parent != null
        && entries.trail(workspace, new EntryId(parent)).stream()
            .anyMatch(above -> above.key().equals(entry.key()))) {
      return Outcome.refused(Refusal.conflict("files.move.within"));
    }
    if (parent != null && depth(pass, parent) + trees.height(entry.key(), DEEPEST) > DEEPEST) {
      return Outcome.refused(deep());
    }
    var there = entries.named(workspace, parent, name).orElse(null);
    if (there != null && !there.key().equals(entry.key())) {
      if (!replace) {
        return Outcome.refused(taken());
      }
      giveWay(pass, there, entry);
    }
    entries.place(entry.key(), parent, name);
    return Outcome.done(again(pass, entry));
  }

  private void giveWay(Pass pass, Entry there, Entry entry) {
    if (there.collection() || entry.collection()) {
      trash(pass, there.key());
      return;
    }
    versions.graft(there.key(), entry.key(), there.file().version());
    dead.forget(List.of(there.id()));
    trees.remove(List.of(there.id()));
    int newest = again(pass, entry).file().version();
    forget(versions.thin(entry.key(), newest, VERSIONS, clock.instant().minus(Trash.KEPT)));
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
