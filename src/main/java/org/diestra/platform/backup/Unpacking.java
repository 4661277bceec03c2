package org.diestra.platform.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;

/** A backup being read into a folder, every file held against its checksum. */
final class Unpacking {
  private static final int MOST_TEXT = 1 << 20;

  private final Path folder;
  private final Deque<String> unchecked = new ArrayDeque<>(); // in their order
  private long files;
  private @Nullable Header header;
  private boolean ended;

  /**
   * @param folder empty, and ours alone
   */
  Unpacking(Path folder) {
    this.folder = folder;
  }

  /**
   * Answers how many files there are.
   *
   * @throws Hindrance if it is no backup, one that this build can't serve, or not whole
   * @throws IOException if it can't be read, or not be written
   */
  long read(InputStream file) throws IOException {
    try (var tar =
        new TarArchiveInputStream(new GZIPInputStream(file), StandardCharsets.UTF_8.name())) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        take(tar, entry);
      }
      file.transferTo(OutputStream.nullOutputStream());
    }
    if (!ended || !unchecked.isEmpty()) {
      throw new Hindrance("it is not whole.");
    }
    return files;
  }

  private void take(InputStream in, TarArchiveEntry entry) throws IOException {
    var name = entry.getName();
    if (header == null && !name.equals(Header.NAME)) {
      throw new Hindrance("it is no backup of Diestra.");
    }
    if (entry.isDirectory()) {
      var place = place(name);
      Files.createDirectories(place);
      Modes.set(place, entry.getMode() & 0777);
    } else if (name.startsWith(Packing.SUMS)) {
      check(text(in));
    } else if (name.equals(Header.NAME)) {
      var text = text(in);
      header = Header.read(text);
      header.requireReadable();
      count(name, digest(text));
    } else if (name.equals(Packing.END)) {
      var text = text(in);
      ended = text.equals("files=%d\n".formatted(files));
      count(name, digest(text));
    } else {
      count(name, write(in, place(name), entry.getMode() & 0777));
    }
  }

  private void count(String name, String digest) {
    unchecked.add(digest + "  " + name);
    files++;
  }

  /** Nothing in it may reach out of the folder. */
  private Path place(String name) {
    var place = folder.resolve(name).normalize();
    if (!place.startsWith(folder) || place.equals(folder)) {
      throw new Hindrance("it names a place outside of itself: " + name);
    }
    return place;
  }

  /** On the disk before it counts, except for the database's, which sees to that as it starts. */
  private String write(InputStream in, Path place, int mode) throws IOException {
    var parent = place.getParent();
    if (parent != null) {
      Files.createDirectories(parent);
    }
    var digest = Packing.sha256();
    Files.deleteIfExists(place); // what came while it was made may be in it twice
    try (var out = Files.newOutputStream(place, StandardOpenOption.CREATE_NEW)) {
      new DigestInputStream(in, digest).transferTo(out);
    }
    Modes.set(place, mode);
    if (!place.startsWith(folder.resolve("postgres"))) {
      try (var channel = FileChannel.open(place, StandardOpenOption.READ)) {
        channel.force(true);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private void check(String sums) {
    for (var line : sums.lines().toList()) {
      if (!line.equals(unchecked.poll())) {
        throw new Hindrance("it is damaged at " + line.replaceFirst("^\\S+\\s+", ""));
      }
    }
  }

  private static String text(InputStream in) throws IOException {
    return new String(in.readNBytes(MOST_TEXT), StandardCharsets.UTF_8);
  }

  private static String digest(String text) {
    return HexFormat.of().formatHex(Packing.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
  }
}
