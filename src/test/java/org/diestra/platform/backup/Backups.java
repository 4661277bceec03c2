package org.diestra.platform.backup;

import java.io.IOException;
import java.nio.file.Path;
import org.diestra.platform.data.HouseClock;

/** Backups for tests of what is in them. */
public final class Backups {
  private Backups() {}

  public static void take(Path data, Path file) throws IOException {
    new Backup(data, HouseClock.fixedToTheMachine()).to(file);
  }

  public static void bringBack(Path file, Path data) throws IOException {
    new Restore(file).into(data);
  }
}
