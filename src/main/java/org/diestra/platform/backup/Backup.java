package org.diestra.platform.backup;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.function.LongSupplier;
import java.util.regex.Pattern;
import org.diestra.platform.data.CannotStart;
import org.diestra.platform.data.KeptData;

/**
 * Puts all that a house keeps into one file: its database, people's files, its key. The house may
 * run and be written to; what is in the file is how it stood at one moment towards the end.
 *
 * <p>People's files never change and are there before the database speaks of them, so they are
 * taken twice: all of them before the database, since a sweep may remove some meanwhile, and those
 * that came since, after it.
 */
final class Backup {
  private static final Pattern NOTHING = Pattern.compile("(?!)");
  private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(1);

  private final Path data;
  private final Clock clock;

  Backup(Path data, Clock clock) {
    this.data = data;
    this.clock = clock;
  }

  /**
   * What is in it.
   *
   * @param running false when the house stood still
   * @param key whether the house's key is in it, or kept elsewhere
   */
  record Kept(Instant at, long files, long bytes, boolean running, boolean key) {}

  /**
   * @param file made, readable for this account alone; whole or not at all
   * @throws Hindrance if there is no house, or no room, or something at that place already
   * @throws IOException if something can't be read or written
   */
  Kept to(Path file) throws IOException {
    return to(file, freeBeside(file));
  }

  Kept to(Path file, LongSupplier free) throws IOException {
    var place = place(file);
    if (!Files.exists(KeptData.cluster(data).resolve("PG_VERSION"))) {
      throw new Hindrance("there is no house in %s.".formatted(data));
    }
    var part =
        Files.createTempFile(
            Objects.requireNonNull(place.getParent()),
            place.getFileName() + ".",
            ".part",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    part.toFile().deleteOnExit(); // for whoever breaks it off
    try {
      var kept = write(part, free);
      Files.move(part, place);
      return kept;
    } catch (FileAlreadyExistsException e) {
      throw exists(place);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private Path place(Path file) throws IOException {
    var place = file.toAbsolutePath();
    var folder = place.getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new Hindrance("there is no folder %s.".formatted(folder));
    }
    var real = folder.toRealPath();
    if (Files.exists(place)) {
      throw exists(place);
    }
    if (Files.isDirectory(data) && real.startsWith(data.toRealPath())) {
      throw new Hindrance("choose a place outside of %s, which it is a backup of.".formatted(data));
    }
    return real.resolve(String.valueOf(place.getFileName()));
  }

  private static Hindrance exists(Path place) {
    return new Hindrance("%s is there already; nothing was written over it.".formatted(place));
  }

  private static LongSupplier freeBeside(Path file) {
    return () -> {
      var folder = file.toAbsolutePath().getParent();
      return folder == null ? 0 : folder.toFile().getUsableSpace();
    };
  }

  private Kept write(Path part, LongSupplier free) throws IOException {
    var at = clock.instant();
    var out = new RoomLeft(Files.newOutputStream(part), free);
    Kept kept;
    try (var packing = new Packing(new BufferedOutputStream(out, 1 << 16))) {
      boolean running = pack(packing, at);
      packing.end();
      boolean key = Files.exists(data.resolve("secret.key"));
      kept = new Kept(at, packing.files(), packing.bytes(), running, key);
    }
    try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
      channel.force(true); // its last bytes are written as it is closed
    }
    return kept;
  }

  private boolean pack(Packing to, Instant at) throws IOException {
    to.text(Header.NAME, Header.ofThisBuild(at).text());
    var contents = new Contents(data.toRealPath(), to);
    try (var connection = KeptData.connect(data).orElse(null)) {
      if (connection == null) {
        still(contents);
        return false;
      }
      contents.files(Instant.MIN);
      new Snapshot(data.toRealPath(), to, contents).take(connection);
      contents.files(at.minus(CLOCKS_DIFFER));
      return true;
    } catch (SQLException e) {
      throw new Hindrance(
          "the house's database broke it off (%s); try again.".formatted(e.getMessage()), e);
    }
  }

  /** The house does not run, and can't begin meanwhile; its files lie as its end left them. */
  private void still(Contents contents) throws IOException {
    try (var _ = KeptData.hold(data)) {
      contents.files(Instant.MIN);
      contents.cluster(NOTHING);
    } catch (CannotStart e) {
      throw new Hindrance("the house is just starting or stopping; try again.", e);
    }
  }
}
