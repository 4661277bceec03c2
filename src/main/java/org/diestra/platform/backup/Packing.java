package org.diestra.platform.backup;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;

/**
 * A backup being written, in bounded memory: a tar (POSIX.1-2001, pax) in gzip (RFC 1952). After
 * every thousand files stand their SHA-256, as {@code sha256sum --check} reads them, and at the end
 * how many there are.
 */
final class Packing implements Closeable {
  static final String SUMS = "checksums/";
  static final String END = "end.txt";

  private static final int SUMMED_AT_ONCE = 1_000;
  private static final int BUFFER = 1 << 16;

  private final TarArchiveOutputStream tar;
  private final StringBuilder sums = new StringBuilder();
  private final byte[] buffer = new byte[BUFFER];
  private long files;
  private long bytes;

  Packing(OutputStream out) throws IOException {
    var gzip = new GzipParameters();
    gzip.setCompressionLevel(Deflater.BEST_SPEED); // most of it is compressed already
    gzip.setBufferSize(BUFFER);
    tar =
        new TarArchiveOutputStream(
            new GzipCompressorOutputStream(out, gzip), StandardCharsets.UTF_8.name());
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
    tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
    tar.setAddPaxHeadersForNonAsciiNames(true);
  }

  /** How many files are in it. */
  long files() {
    return files;
  }

  /** How many bytes they have. */
  long bytes() {
    return bytes;
  }

  void folder(String name, Path folder) throws IOException {
    var entry = new TarArchiveEntry(name + "/");
    entry.setMode(Modes.of(folder));
    tar.putArchiveEntry(entry);
    tar.closeArchiveEntry();
  }

  /**
   * A file that may change meanwhile: as many bytes as it has now, those that go zero. One that is
   * gone already is none.
   */
  void file(String name, Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      write(name, in, Files.size(file), Modes.of(file));
    } catch (NoSuchFileException gone) {
      // its folder was read a moment ago; nothing is written before it is open
      return;
    }
  }

  void text(String name, String text) throws IOException {
    bytes(name, text.getBytes(StandardCharsets.UTF_8), 0600);
  }

  void bytes(String name, byte[] content, int mode) throws IOException {
    write(name, new ByteArrayInputStream(content), content.length, mode);
  }

  private void write(String name, InputStream in, long size, int mode) throws IOException {
    var digest = put(name, in, size, mode);
    sums.append(digest).append("  ").append(name).append('\n');
    files++;
    bytes += size;
    if (files % SUMMED_AT_ONCE == 0) {
      sum();
    }
  }

  private String put(String name, InputStream in, long size, int mode) throws IOException {
    var digest = sha256();
    var entry = new TarArchiveEntry(name);
    entry.setSize(size);
    entry.setMode(mode);
    tar.putArchiveEntry(entry);
    for (long left = size; left > 0; ) {
      int wanted = (int) Math.min(left, BUFFER);
      int some = in.readNBytes(buffer, 0, wanted);
      Arrays.fill(buffer, some, wanted, (byte) 0); // it has shrunk
      digest.update(buffer, 0, wanted);
      tar.write(buffer, 0, wanted);
      left -= wanted;
    }
    tar.closeArchiveEntry();
    return HexFormat.of().formatHex(digest.digest());
  }

  private void sum() throws IOException {
    var content = sums.toString().getBytes(StandardCharsets.UTF_8);
    var name = SUMS + "%09d.sha256".formatted(files);
    put(name, new ByteArrayInputStream(content), content.length, 0600);
    sums.setLength(0);
  }

  /** Says that it is whole; nothing can be added afterwards. */
  void end() throws IOException {
    text(END, "files=%d\n".formatted(files));
    sum();
    tar.finish();
    tar.flush();
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    tar.close();
  }
}
