package org.diestra.platform.blobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The hashes of growing files, carried on from piece to piece, so that the last piece of ten
 * gigabytes need not wait until all of them were read again. What is not remembered is made anew.
 */
final class Carried {
  private final Map<UUID, Known> known;

  private record Known(MessageDigest hash, long size) {}

  Carried(int most) {
    known =
        new LinkedHashMap<>() {
          private static final long serialVersionUID = 1;

          @Override
          protected boolean removeEldestEntry(Map.Entry<UUID, Known> eldest) {
            return size() > most;
          }
        };
  }

  /** To go on with from there; null where it isn't known how the file begins. */
  synchronized @Nullable MessageDigest take(UUID id, long from) {
    var there = known.remove(id);
    if (from == 0) {
      return Checksum.digest("SHA-256");
    }
    return there == null || there.size() != from ? null : there.hash();
  }

  /** Remembers how far a hash has come. */
  synchronized void put(UUID id, MessageDigest hash, long size) {
    known.put(id, new Known(hash, size));
  }

  synchronized void forget(UUID id) {
    known.remove(id);
  }

  /** Of the whole file, as remembered or else as read. */
  byte[] digest(UUID id, long size, Path file) throws IOException {
    var hash = take(id, size);
    if (hash != null) {
      return hash.digest();
    }
    var anew = Checksum.digest("SHA-256");
    try (var in = Files.newInputStream(file)) {
      var buffer = new byte[Intake.HEAD];
      for (int n; (n = in.read(buffer)) > 0; ) {
        anew.update(buffer, 0, n);
      }
    }
    return anew.digest();
  }
}
