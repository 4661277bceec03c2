package org.diestra.platform.previews;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * Copies a PNG without all that is no picture. The decoder would unpack compressed texts and
 * profiles (PNG, 11.3) whatever they grow to, even when it is told to skip them.
 */
final class PngCore {
  private static final Set<String> CORE = Set.of("IHDR", "PLTE", "tRNS", "IDAT", "IEND");
  private static final int SIGNATURE = 8;

  private PngCore() {}

  /** A temporary file, to be deleted by the caller. */
  static Path copy(Path file) throws IOException {
    var copy = Files.createTempFile("core", ".png");
    try (var in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)));
        var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(copy)))) {
      out.write(in.readNBytes(SIGNATURE));
      while (copyChunk(in, out)) {
        // one chunk after the other, to the end
      }
    } catch (IOException broken) {
      Files.deleteIfExists(copy);
      throw broken;
    }
    return copy;
  }

  private static boolean copyChunk(DataInputStream in, DataOutputStream out) throws IOException {
    var head = in.readNBytes(8);
    if (head.length < 8) {
      return false;
    }
    var type = new String(head, 4, 4, StandardCharsets.US_ASCII);
    long rest = Integer.toUnsignedLong(ByteBuffer.wrap(head).getInt()) + 4;
    if (CORE.contains(type)) {
      out.write(head);
      return transfer(in, out, rest) && !type.equals("IEND");
    }
    return skip(in, rest);
  }

  private static boolean skip(InputStream in, long length) throws IOException {
    try {
      in.skipNBytes(length);
      return true;
    } catch (EOFException cut) {
      return false;
    }
  }

  /** False where the file ends before the chunk does: the decoder will say so. */
  private static boolean transfer(InputStream in, DataOutputStream out, long length)
      throws IOException {
    var buffer = new byte[8192];
    long left = length;
    while (left > 0) {
      int n = in.read(buffer, 0, (int) Math.min(buffer.length, left));
      if (n < 0) {
        return false;
      }
      out.write(buffer, 0, n);
      left -= n;
    }
    return true;
  }
}
