package org.diestra.office.files;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.diestra.office.workspaces.Pass;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.blobs.Pieces;
import org.diestra.platform.data.HouseRights;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Where uploads begin: what has no room, no place or no name is refused before a byte of it. */
@Service
class UploadStart {
  private final UploadStore store;
  private final SpaceStore spaces;
  private final EntryStore entries;
  private final Files files;
  private final FolderPaths paths;
  private final Pieces pieces;
  private final HouseRights house;
  private final Clock clock;

  UploadStart(
      UploadStore store,
      SpaceStore spaces,
      EntryStore entries,
      Files files,
      FolderPaths paths,
      Pieces pieces,
      HouseRights house,
      Clock clock) {
    this.store = store;
    this.spaces = spaces;
    this.entries = entries;
    this.files = files;
    this.paths = paths;
    this.pieces = pieces;
    this.house = house;
    this.clock = clock;
  }

  /**
   * What somebody means to send.
   *
   * @param folder null for the workspace's own
   * @param path names of folders below it, made where they are missing
   * @param size bytes, at least 0
   * @param mark tells it from others of its name and size
   */
  record Wanted(@Nullable EntryId folder, List<String> path, String name, long size, String mark) {}

  /** Begins one, or finds the same that was begun: whoever asks twice goes on with the first. */
  Outcome<Upload> begin(Pass pass, Wanted wanted) throws IOException {
    if (!pieces.fits(wanted.size())) {
      return Outcome.refused(Refusal.invalid("file", "blobs.full"));
    }
    return house.callAs(
        pass.viewer().id().value(),
        () -> {
          var space = files.hold(pass);
          return switch (paths.look(pass, wanted.folder(), wanted.path())) {
            case Outcome.Refused<FolderPaths.Way>(var why) -> Outcome.refused(why);
            case Outcome.Done<FolderPaths.Way>(var way) -> begin(pass, wanted, way, space);
          };
        });
  }

  private Outcome<Upload> begin(Pass pass, Wanted wanted, FolderPaths.Way way, Space space) {
    var coming = store.coming(pass.workspace().id(), pass.viewer().id(), since(), Uploads.MOST);
    var same = coming.stream().filter(one -> same(one, wanted, way)).findFirst();
    if (same.isPresent()) {
      return Outcome.done(same.get());
    }
    if (coming.size() >= Uploads.MOST) {
      return Outcome.refused(Refusal.limit("files.upload.many", Uploads.MOST));
    }
    if (wanted.size() > space.left()) {
      return Outcome.refused(Files.full(space));
    }
    return EntryName.read(wanted.name())
        .fold(name -> open(pass, wanted, way, name), Outcome::refused);
  }

  private static boolean same(Upload one, Wanted wanted, FolderPaths.Way way) {
    return way.missing().isEmpty()
        && Objects.equals(one.parent(), way.last() == null ? null : way.last().value())
        && one.name().equals(wanted.name())
        && one.size() == wanted.size()
        && one.mark().equals(wanted.mark());
  }

  private Outcome<Upload> open(Pass pass, Wanted wanted, FolderPaths.Way way, String name) {
    var last = way.last() == null ? null : way.last().value();
    var there = way.missing().isEmpty() ? entries.named(pass.workspace().id(), last, name) : null;
    if (there != null && there.filter(Entry::collection).isPresent()) {
      return Outcome.refused(Files.taken());
    }
    if ((there == null || there.isEmpty()) && files.wide(pass, last)) {
      return Outcome.refused(Files.crowded());
    }
    return paths
        .make(pass, way)
        .fold(
            made -> {
              var upload =
                  new Upload(
                      Ids.fresh(),
                      pass.workspace().id().value(),
                      made.last() == null ? null : made.last().value(),
                      name,
                      wanted.size(),
                      0,
                      wanted.mark(),
                      pass.viewer().id(),
                      clock.instant(),
                      false);
              store.add(upload);
              spaces.await(upload.workspace(), upload.size());
              return Outcome.done(upload);
            },
            Outcome::refused);
  }

  private Instant since() {
    return clock.instant().minus(Upload.WAITS);
  }
}
