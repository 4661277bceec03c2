package org.diestra.platform.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;

/** A file's rights as the usual nine bits. */
final class Modes {
  private static final PosixFilePermission[] ALL = PosixFilePermission.values();

  private Modes() {}

  static int of(Path file) throws IOException {
    int mode = 0;
    for (var permission : Files.getPosixFilePermissions(file)) {
      mode |= bit(permission);
    }
    return mode;
  }

  static void set(Path file, int mode) throws IOException {
    var permissions = EnumSet.noneOf(PosixFilePermission.class);
    for (var permission : ALL) {
      if ((mode & bit(permission)) != 0) {
        permissions.add(permission);
      }
    }
    Files.setPosixFilePermissions(file, permissions);
  }

  /** The enum's order is that of the bits, from the left. */
  private static int bit(PosixFilePermission permission) {
    return 1 << (ALL.length - 1 - permission.ordinal());
  }
}
