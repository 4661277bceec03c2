package org.diestra.office.files;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.blobs.Checksum;
import org.diestra.platform.blobs.Pieces;
import org.diestra.platform.blobs.Received;
import org.diestra.platform.data.HouseRights;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/**
 * Files that come piece by piece, and go on after a broken line, a closed page or a night. Each
 * step is a short transaction with the rights that its person has at that moment; the bytes come in
 * between, in none.
 */
@Service
class Uploads {
  /** So many may be on their way of one person in one workspace. */
  static final int MOST = 100;

  /** So long one that was kept can still say so. */
  private static final Duration TELLS = Duration.ofDays(1);

  /** So long a stranger's keeps room of which nothing has come, or whose letterbox was ended. */
  private static final Duration ANNOUNCED = Duration.ofHours(1);

  private final UploadStore store;
  private final SpaceStore spaces;
  private final Files files;
  private final FreeSpot spot;
  private final HandIn handIn;
  private final Turns turns;
  private final Pieces pieces;
  private final HouseRights house;
  private final Clock clock;

  Uploads(
      UploadStore store,
      SpaceStore spaces,
      Files files,
      FreeSpot spot,
      HandIn handIn,
      Turns turns,
      Pieces pieces,
      HouseRights house,
      Clock clock) {
    this.store = store;
    this.spaces = spaces;
    this.files = files;
    this.spot = spot;
    this.handIn = handIn;
    this.turns = turns;
    this.pieces = pieces;
    this.house = house;
    this.clock = clock;
  }

  /** What became of one step. */
  sealed interface Step {
    record Grown(Upload now) implements Step {}

    /** It stands elsewhere than was thought. */
    record Elsewhere(Upload now) implements Step {}

    /** Somebody else adds to it just now: to be tried again. */
    record Busy() implements Step {}

    /** The piece is not what its checksum says. */
    record Wrong() implements Step {}

    record Refused(Refusal why) implements Step {}
  }

  private <T> T as(Bringer by, Supplier<T> deed) {
    return house.callAs(by.pass().viewer().id().value(), deed);
  }

  /** What this person has on its way there, the last begun first. */
  List<Upload> of(Bringer by) {
    var since = clock.instant().minus(Upload.WAITS);
    return as(by, () -> store.coming(by, since, MOST));
  }

  /**
   * @throws NotFound if there is none, it is somebody else's, or its time is over
   */
  Upload get(Bringer by, UUID id) {
    return as(by, () -> store.find(by.pass().workspace().id(), id))
        .filter(by::brings)
        .filter(one -> one.kept() || one.expires().isAfter(clock.instant()))
        .orElseThrow(NotFound::new);
  }

  /**
   * Adds a piece. The last one makes it a file; where that is refused, an empty one tries again.
   *
   * @param from where the sender believes it to stand
   * @param sum what the piece adds up to; null where nobody said
   */
  Step append(Bringer by, UUID id, long from, InputStream in, @Nullable Checksum sum)
      throws IOException {
    try (var hold = pieces.hold(id).orElse(null)) {
      if (hold == null) {
        return new Step.Busy();
      }
      var there = get(by, id);
      if (from != there.received()) {
        return new Step.Elsewhere(there);
      }
      return there.kept() ? new Step.Grown(there) : add(by, there, in, sum);
    } catch (NoSuchFileException gone) {
      forget(by, get(by, id));
      throw new NotFound();
    }
  }

  private Step add(Bringer by, Upload there, InputStream in, @Nullable Checksum sum)
      throws IOException {
    var piece =
        pieces.append(
            there.id(), there.received(), there.size(), in, sum, size -> grow(by, there, size));
    if (piece.size() > there.received()) {
      grow(by, there, piece.size());
    }
    return switch (piece.state()) {
      case WHOLE -> {
        var now = get(by, there.id());
        yield now.whole() ? finish(by, now) : new Step.Grown(now);
      }
      case BROKEN -> new Step.Grown(get(by, there.id()));
      case WRONG -> new Step.Wrong();
      case LONGER -> new Step.Refused(Refusal.invalid("file", "files.upload.longer"));
      case FULL -> new Step.Refused(Refusal.invalid("file", "blobs.full"));
    };
  }

  private void grow(Bringer by, Upload there, long size) {
    if (!as(by, () -> store.grow(there, size, clock.instant()))) {
      throw new NotFound();
    }
  }

  private Step finish(Bringer by, Upload whole) throws IOException {
    try (var turn = turns.take(whole.workspace()).orElse(null)) {
      if (turn == null) {
        return new Step.Busy();
      }
      var received = pieces.whole(whole.id(), whole.size(), whole.name());
      if (whole.letterbox() != null && received.runs()) {
        forget(by, whole);
        return new Step.Refused(Refusal.invalid("file", "blobs.program"));
      }
      var kept = as(by, () -> keep(by, whole, received));
      if (kept instanceof Outcome.Done) {
        received.close(); // still there only where the same bytes were kept before
      }
      return kept.fold(entry -> new Step.Grown(get(by, whole.id())), Step.Refused::new);
    }
  }

  /**
   * Where its folder is gone meanwhile, it lies in the workspace's own, and takes nobody's name.
   */
  private Outcome<Entry> keep(Bringer by, Upload whole, Received received) {
    files.hold(by.pass());
    if (!store.keep(whole, clock.instant())) {
      throw new NotFound();
    }
    spaces.await(whole.workspace(), -whole.size());
    var parent = spot.living(by.pass(), whole.parent());
    boolean moved = whole.letterbox() != null || !Objects.equals(parent, whole.parent());
    var name = moved ? spot.name(by.pass(), parent, whole.name()) : whole.name();
    var outcome = files.put(by.pass(), parent == null ? null : new EntryId(parent), name, received);
    switch (outcome) {
      case Outcome.Done<Entry>(var entry) -> {
        store.became(whole, entry.key());
        handIn.note(new Bringer(by.pass(), whole.letterbox(), whole.giver()), entry);
      }
      case Outcome.Refused<Entry> refused -> {
        store.reopen(whole);
        spaces.await(whole.workspace(), whole.size());
      }
    }
    return outcome;
  }

  /**
   * Gives one up. Answers whether it could be: somebody may be adding to it.
   *
   * @throws NotFound if there is none, or it is a file by now
   */
  boolean drop(Bringer by, UUID id) throws IOException {
    try (var hold = pieces.hold(id).orElse(null)) {
      if (hold == null) {
        return false;
      }
      forget(by, get(by, id));
      return true;
    }
  }

  private void forget(Bringer by, Upload upload) throws IOException {
    boolean gone =
        as(
            by,
            () -> {
              files.hold(by.pass());
              boolean removed = store.remove(upload);
              if (removed) {
                spaces.await(upload.workspace(), -upload.size());
                handIn.giveBack(upload);
              }
              return removed;
            });
    if (!gone) {
      throw new NotFound();
    }
    pieces.drop(upload.id());
  }

  /** Clears away what nobody went on with; as the house. Answers how many. */
  int sweep() throws IOException {
    var now = clock.instant();
    var gone =
        house.call(
            () -> store.sweep(now.minus(Upload.WAITS), now.minus(ANNOUNCED), now.minus(TELLS)));
    for (var id : gone) {
      pieces.drop(id);
    }
    return gone.size();
  }
}
