package org.diestra.office.files;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
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
  private final LetterboxStore boxes;
  private final EntryStore entries;
  private final Files files;
  private final FolderPaths paths;
  private final Pieces pieces;
  private final HouseRights house;
  private final Clock clock;

  UploadStart(
      UploadStore store,
      SpaceStore spaces,
      LetterboxStore boxes,
      EntryStore entries,
      Files files,
      FolderPaths paths,
      Pieces pieces,
      HouseRights house,
      Clock clock) {
    this.store = store;
    this.spaces = spaces;
    this.boxes = boxes;
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
  record Wanted(@Nullable EntryId folder, List<String> path, String name, long size, String mark) {
    Wanted called(String other) {
      return new Wanted(folder, path, other, size, mark);
    }
  }

  /** Begins one, or finds the same that was begun: whoever asks twice goes on with the first. */
  Outcome<Upload> begin(Bringer by, Wanted wanted) throws IOException {
    if (!pieces.fits(wanted.size())) {
      return Outcome.refused(Refusal.invalid("file", "blobs.full"));
    }
    return switch (EntryName.read(wanted.name())) {
      case Outcome.Refused<String>(var why) -> Outcome.refused(why);
      case Outcome.Done<String>(var name) -> placed(by, wanted.called(name));
    };
  }

  private Outcome<Upload> placed(Bringer by, Wanted wanted) {
    return house.callAs(
        by.pass().viewer().id().value(),
        () -> {
          var space = files.hold(by.pass());
          return switch (paths.look(by.pass(), wanted.folder(), wanted.path())) {
            case Outcome.Refused<FolderPaths.Way>(var why) -> Outcome.refused(why);
            case Outcome.Done<FolderPaths.Way>(var way) -> begin(by, wanted, way, space);
          };
        });
  }

  private Outcome<Upload> begin(Bringer by, Wanted wanted, FolderPaths.Way way, Space space) {
    var coming = store.coming(by, since(), Uploads.MOST);
    var same =
        Stream.concat(coming.stream(), store.handed(by, wanted).stream())
            .filter(one -> same(one, wanted, way))
            .findFirst();
    if (same.isPresent()) {
      return Outcome.done(same.get());
    }
    if (by.letterbox() != null) {
      return greedy(coming, wanted, space)
          ? Outcome.refused(full())
          : put(by, wanted, way, by.letterbox());
    }
    if (coming.size() >= Uploads.MOST) {
      return Outcome.refused(Refusal.limit("files.upload.many", Uploads.MOST));
    }
    return wanted.size() > space.left()
        ? Outcome.refused(Files.full(space))
        : open(by, wanted, way);
  }

  /**
   * Whether a letterbox would keep more room for what strangers only announced than is left to its
   * workspace, or more of them on their way than there may be.
   */
  private static boolean greedy(List<Upload> coming, Wanted wanted, Space space) {
    long announced = coming.stream().mapToLong(one -> one.size() - one.received()).sum();
    return coming.size() >= Uploads.MOST
        || announced + wanted.size() > space.left() - wanted.size();
  }

  private static boolean same(Upload one, Wanted wanted, FolderPaths.Way way) {
    return way.missing().isEmpty()
        && Objects.equals(one.parent(), way.last() == null ? null : way.last().value())
        && one.name().equals(wanted.name())
        && one.size() == wanted.size()
        && one.mark().equals(wanted.mark());
  }

  /** Strangers are not told what a workspace holds. */
  private static Refusal full() {
    return Refusal.conflict("files.box.full");
  }

  /** Into a letterbox's folder, under whatever name is free there in the end. */
  private Outcome<Upload> put(Bringer by, Wanted wanted, FolderPaths.Way way, UUID letterbox) {
    var folder = way.last() == null ? null : way.last().value();
    boolean room =
        !files.wide(by.pass(), folder) && boxes.take(letterbox, wanted.size(), clock.instant());
    return room ? Outcome.done(begun(by, wanted, folder)) : Outcome.refused(full());
  }

  private Outcome<Upload> open(Bringer by, Wanted wanted, FolderPaths.Way way) {
    var last = way.last() == null ? null : way.last().value();
    var there =
        way.missing().isEmpty()
            ? entries.named(by.pass().workspace().id(), last, wanted.name())
            : null;
    if (there != null && there.filter(Entry::collection).isPresent()) {
      return Outcome.refused(Files.taken());
    }
    if ((there == null || there.isEmpty()) && files.wide(by.pass(), last)) {
      return Outcome.refused(Files.crowded());
    }
    return paths
        .make(by.pass(), way)
        .fold(
            made ->
                Outcome.done(begun(by, wanted, made.last() == null ? null : made.last().value())),
            Outcome::refused);
  }

  private Upload begun(Bringer by, Wanted wanted, @Nullable UUID folder) {
    var upload =
        new Upload(
            Ids.fresh(),
            by.pass().workspace().id().value(),
            folder,
            wanted.name(),
            wanted.size(),
            0,
            wanted.mark(),
            by.pass().viewer().id(),
            clock.instant(),
            false,
            by.letterbox(),
            by.giver());
    store.add(upload);
    spaces.await(upload.workspace(), upload.size());
    return upload;
  }

  private Instant since() {
    return clock.instant().minus(Upload.WAITS);
  }
}
