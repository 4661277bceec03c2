package org.diestra.office.files;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diestra.office.files.TreeStore.Leaf;
import org.diestra.office.workspaces.Pass;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.blobs.Blobs;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Copies of files and folders within a workspace. Bytes are shared, but count for each. */
@Service
class Copying {
  /** So many things are copied at once. */
  static final int MOST = 10_000;

  private final Files files;
  private final EntryStore entries;
  private final TreeStore trees;
  private final SpaceStore spaces;
  private final Blobs blobs;
  private final Clock clock;

  Copying(
      Files files,
      EntryStore entries,
      TreeStore trees,
      SpaceStore spaces,
      Blobs blobs,
      Clock clock) {
    this.files = files;
    this.entries = entries;
    this.trees = trees;
    this.spaces = spaces;
    this.blobs = blobs;
    this.clock = clock;
  }

  /**
   * @param deep with all that is in it
   * @param replace whether what is called so already gives way
   */
  record Manner(boolean deep, boolean replace) {}

  /**
   * Copies it, each file with what it holds now. A file that is copied over another becomes its
   * newest version.
   *
   * @return the id of each copy, by that of its original
   */
  @Transactional
  Outcome<Map<UUID, UUID>> copy(
      Pass pass, EntryId id, @Nullable EntryId parent, String typed, Manner manner) {
    var space = files.hold(pass);
    var entry = files.get(pass, id);
    var tree = manner.deep() ? trees.below(id) : List.of(leaf(entry));
    if (size(tree) > space.left()) {
      return Outcome.refused(Files.full(space));
    }
    if (tree.size() > MOST) {
      return Outcome.refused(Refusal.limit("files.copy.many", MOST));
    }
    return EntryName.read(typed)
        .fold(
            name -> {
              var place = new TreeStore.Place(id, files.of(pass, parent), name);
              return copy(pass, entry, place, manner.replace(), tree);
            },
            Outcome::refused);
  }

  private static Leaf leaf(Entry entry) {
    var content = entry.content();
    return new Leaf(entry.id(), content == null ? null : content.blob().value(), entry.size());
  }

  private static long size(List<Leaf> tree) {
    return tree.stream().mapToLong(Leaf::size).sum();
  }

  private Outcome<Map<UUID, UUID>> copy(
      Pass pass, Entry entry, TreeStore.Place place, boolean replace, List<Leaf> tree) {
    var there = entries.named(entry.workspace(), place.parent(), place.name()).orElse(null);
    if (there != null && !replace) {
      return Outcome.refused(Files.taken());
    }
    if (there != null && !there.collection() && !entry.collection()) {
      var now = entry.file();
      int number = there.file().version() + 1;
      files.renew(
          pass, there, new Entry.Content(number, now.blob(), now.sha256(), now.size(), now.type()));
      return Outcome.done(Map.of(entry.id(), there.id()));
    }
    if (place.parent() != null
        && files.depth(pass, place.parent()) + trees.height(entry.key(), Files.DEEPEST)
            > Files.DEEPEST) {
      return Outcome.refused(Files.deep());
    }
    if (there == null && files.wide(pass, place.parent())) {
      return Outcome.refused(Files.crowded());
    }
    if (there != null) {
      files.trash(pass, there.key());
    }
    return Outcome.done(copied(pass, entry, place, tree));
  }

  private Map<UUID, UUID> copied(Pass pass, Entry entry, TreeStore.Place place, List<Leaf> tree) {
    var copies = new HashMap<UUID, UUID>();
    var from = tree.stream().map(Leaf::id).toList();
    var to = from.stream().map(id -> Ids.fresh()).toList();
    for (int i = 0; i < from.size(); i++) {
      copies.put(from.get(i), to.get(i));
    }
    var by = pass.viewer().id();
    trees.copy(place, from, to, by, clock.instant());
    var first = trees.begin(to, by, clock.instant());
    blobs.holdAll(Files.HOLDER, first.stream().map(f -> new Blobs.Held(f.blob(), f.id())).toList());
    spaces.add(entry.workspace().value(), size(tree));
    return copies;
  }
}
