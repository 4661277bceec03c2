package org.diestra.platform.blobs;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door to people's files. It knows who brought a file, not who may read it: that is for the
 * module that shows it to decide, before it asks here.
 */
public class Blobs {
  private static final int TWIN_BITS = 6;

  private final BlobStore store;
  private final Shelf shelf;
  private final Intake intake;
  private final Limits limits;
  private final Sweep sweep;
  private final Placing placing;
  private final Clock clock;

  Blobs(
      BlobStore store,
      Shelf shelf,
      Intake intake,
      Limits limits,
      Sweep sweep,
      Placing placing,
      Clock clock) {
    this.store = store;
    this.shelf = shelf;
    this.intake = intake;
    this.limits = limits;
    this.sweep = sweep;
    this.placing = placing;
    this.clock = clock;
  }

  /**
   * Takes in, judges and keeps a file. Until somebody {@link #hold holds} it, it stays for three
   * days. Best called before a transaction begins: it lasts as long as the stream.
   *
   * @throws IOException when the stream breaks off; nothing is left behind
   */
  public Outcome<Blob> store(InputStream in, Purpose purpose, String fileName, UUID owner)
      throws IOException {
    return switch (receive(in, purpose, fileName)) {
      case Outcome.Refused<Received>(var why) -> Outcome.refused(why);
      case Outcome.Done<Received>(var received) -> {
        try (received) {
          yield keep(received, owner);
        }
      }
    };
  }

  /** Takes in and judges a file without keeping it; whoever asks must close it. */
  public Outcome<Received> receive(InputStream in, Purpose purpose, String fileName)
      throws IOException {
    var limit = limits.of(purpose);
    return switch (intake.take(in, limit.maxBytes())) {
      case Outcome.Refused<Intake.Part>(var why) -> Outcome.refused(why);
      case Outcome.Done<Intake.Part>(var part) -> admitted(part, limit, fileName);
    };
  }

  /**
   * Takes in whatever it is, told by its content; for a workspace's files. Whoever asks must close
   * it.
   *
   * @param most bytes, at least 0; more are refused
   */
  public Outcome<Received> receiveAny(InputStream in, String fileName, long most)
      throws IOException {
    return switch (intake.take(in, most, true)) {
      case Outcome.Refused<Intake.Part>(var why) -> Outcome.refused(why);
      case Outcome.Done<Intake.Part>(var part) -> Outcome.done(any(part, fileName));
    };
  }

  private static Received any(Intake.Part part, String fileName) throws IOException {
    boolean judged = false;
    try {
      var received = Admission.any(part, fileName);
      judged = true;
      return received;
    } finally {
      if (!judged) {
        Files.deleteIfExists(part.file());
      }
    }
  }

  private Outcome<Received> admitted(Intake.Part part, Limit limit, String fileName)
      throws IOException {
    boolean admitted = false;
    try {
      var outcome = Admission.decide(part, limit, fileName);
      admitted = outcome instanceof Outcome.Done;
      return outcome;
    } finally {
      if (!admitted) {
        Files.deleteIfExists(part.file());
      }
    }
  }

  /** Keeps what was received as this person's file. */
  public Outcome<Blob> keep(Received it, UUID owner) {
    var blob = blob(it.part(), it.name(), it.type(), owner, it.dimensions());
    return placing.place(it.part(), blob, it.purpose(), null);
  }

  /** Keeps what the house made from a file, a preview say; it goes when that file's bytes go. */
  public Outcome<Blob> derive(Blob from, FileType type, InputStream in) throws IOException {
    return switch (intake.take(in, Limit.MOST)) {
      case Outcome.Refused<Intake.Part>(var why) -> Outcome.refused(why);
      case Outcome.Done<Intake.Part>(var part) -> {
        var name = FileName.withExtension(from.name(), type);
        var size = PictureHeader.of(part.file(), type).orElse(null);
        try {
          yield placing.place(part, blob(part, name, type, null, size), null, from.sha256());
        } finally {
          Files.deleteIfExists(part.file());
        }
      }
    };
  }

  private Blob blob(
      Intake.Part part,
      String name,
      FileType type,
      @Nullable UUID owner,
      @Nullable Dimensions dimensions) {
    var id = new BlobId(Ids.fresh());
    return new Blob(id, name, type, part.size(), part.sha256(), owner, dimensions, clock.instant());
  }

  /**
   * @throws NotFound if there is no such file
   */
  public Blob get(BlobId id) {
    return find(id).orElseThrow(NotFound::new);
  }

  public Optional<Blob> find(BlobId id) {
    return store.find(id);
  }

  /** Those that are there, in one statement; in none for none. */
  public Map<BlobId, Blob> all(Collection<BlobId> ids) {
    return ids.isEmpty()
        ? Map.of()
        : store.find(ids).stream().collect(Collectors.toMap(Blob::id, b -> b));
  }

  /**
   * A file that this person brought: what a form may name that came back with its file kept.
   *
   * @throws NotFound if there is no such file, or it is somebody else's
   */
  public Blob broughtBy(UUID owner, BlobId id) {
    return find(id).filter(b -> owner.equals(b.owner())).orElseThrow(NotFound::new);
  }

  /** The bytes, from the beginning; to be closed. */
  public InputStream open(Blob blob) throws IOException {
    return shelf.open(blob.sha256());
  }

  /** The bytes as a file on this machine, to be read only, and soon. */
  public Path file(Blob blob) throws IOException {
    return shelf.file(blob.sha256());
  }

  /**
   * What it is under another name, which has a say among plain texts alone.
   *
   * @throws IOException if its bytes can't be read
   */
  public FileType typeUnder(Blob blob, String name) throws IOException {
    try (var in = open(blob)) {
      var head = in.readNBytes(Intake.HEAD);
      var sniffed = Sniffer.sniff(head, file(blob), FileName.extension(FileName.clean(name)));
      return sniffed instanceof Sniffed.Known(var type) ? type : FileType.OTHER;
    }
  }

  /** Puts bytes in the place of the same ones where a disk fault has cut those. */
  public void heal(Received again) {
    try {
      shelf.heal(again.file(), again.sha256());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Says that something needs this file: as long as it does, the file stays. In the transaction of
   * the thing itself.
   *
   * @param holder whose thing: the module and its noun, "talent.sample"
   * @throws NotFound if there is no such file
   */
  @Transactional
  public void hold(BlobId id, String holder, UUID thing) {
    if (!store.pin(id)) {
      throw new NotFound();
    }
    store.addReference(id, holder, thing, clock.instant());
  }

  /** One thing that needs one file. */
  public record Held(BlobId blob, UUID thing) {}

  /** Says the same of many at once, of files that something in this transaction holds already. */
  @Transactional
  public void holdAll(String holder, Collection<Held> held) {
    if (!held.isEmpty()) {
      store.addReferences(holder, held, clock.instant());
    }
  }

  /** None of these things needs a file any longer. */
  @Transactional
  public void releaseAll(String holder, Collection<UUID> things) {
    if (!things.isEmpty()) {
      store.removeReferences(holder, things);
    }
  }

  /** The thing no longer needs this file. */
  @Transactional
  public void release(BlobId id, String holder, UUID thing) {
    store.removeReferences(holder, thing, id);
  }

  /** The thing is gone, or no longer needs any file. */
  @Transactional
  public void releaseAll(String holder, UUID thing) {
    store.removeReferences(holder, thing, null);
  }

  /** Remembers how a picture looks, in 64 bits that change little when the picture does. */
  @Transactional
  public void fingerprint(Blob picture, long bits) {
    store.fingerprint(picture.sha256(), bits);
  }

  /**
   * Other people's files in use that have the same bytes, or look the same; the same bytes first,
   * at most 20.
   */
  public List<Blob> twins(Blob of) {
    return of.owner() == null ? List.of() : store.twins(of, TWIN_BITS);
  }

  /** Clears away what nobody has needed for days; safe to repeat. */
  public Swept sweep(Instant now) throws IOException {
    return sweep.run(now);
  }
}
