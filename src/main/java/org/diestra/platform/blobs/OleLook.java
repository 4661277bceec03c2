package org.diestra.platform.blobs;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.diestra.platform.blobs.Sniffed.Known;
import org.diestra.platform.blobs.Sniffed.Program;
import org.diestra.platform.blobs.Sniffed.Unknown;

/**
 * Tells the old binary Office formats apart by the streams in their compound file's directory
 * ([MS-CFB] 2.6). Only the directory's first run of sectors is read, which is where Office puts the
 * main stream. Installers use the same container and stay unknown.
 */
final class OleLook {
  private static final int ENTRY = 128;
  private static final int MAX_ENTRIES = 256;

  private OleLook() {}

  static Sniffed at(Path file) throws IOException {
    var names = names(file);
    if (names.contains("/_VBA_PROJECT") || names.contains("/Macros/")) {
      return new Program();
    }
    if (names.contains("/WordDocument/")) {
      return new Known(FileType.DOC);
    }
    if (names.contains("/Workbook/") || names.contains("/Book/")) {
      return new Known(FileType.XLS);
    }
    return names.contains("/PowerPoint Document/") ? new Known(FileType.PPT) : new Unknown();
  }

  /** The entries' names, each between slashes. */
  private static String names(Path file) throws IOException {
    var names = new StringBuilder("/");
    try (var in = new RandomAccessFile(file.toFile(), "r")) {
      var header = little(in, 0, 512);
      int sector = 1 << Math.clamp(header.getShort(30), 9, 12);
      long start = (Integer.toUnsignedLong(header.getInt(48)) + 1) * sector;
      for (int i = 0; i < MAX_ENTRIES && start + (long) (i + 1) * ENTRY <= in.length(); i++) {
        var entry = little(in, start + (long) i * ENTRY, ENTRY);
        int bytes = entry.getShort(64) - 2;
        if (bytes <= 0 || bytes > 62) {
          break;
        }
        names.append(new String(entry.array(), 0, bytes, StandardCharsets.UTF_16LE)).append('/');
      }
    }
    return names.toString();
  }

  private static ByteBuffer little(RandomAccessFile in, long at, int length) throws IOException {
    var bytes = new byte[length];
    in.seek(at);
    int read = in.read(bytes);
    return ByteBuffer.wrap(read < length ? new byte[length] : bytes).order(ByteOrder.LITTLE_ENDIAN);
  }
}
