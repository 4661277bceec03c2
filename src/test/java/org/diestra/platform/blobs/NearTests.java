package org.diestra.platform.blobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What of a bucket lies on this machine's disk. */
class NearTests {
  @TempDir private Path folder;

  private static final class AlmostFull extends Disk {
    @Override
    long free(Path folder) {
      return 999;
    }
  }

  @Test
  void aFileThatLeavesTheDiskTooLittleIsNotBrought() throws Exception {
    var parts = new Parts(folder.resolve("parts"));
    var near = new Near(folder.resolve("near"), parts, 1_000_000, new AlmostFull(), 1_000);
    var bytes = new byte[100];
    var sha = Sha256.of(Checksum.digest("SHA-256").digest(bytes));

    assertThatThrownBy(() -> near.file(sha, () -> new ByteArrayInputStream(bytes)))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("free below");

    assertThat(near.find(sha)).isEmpty();
    assertThat(folder.resolve("parts")).isEmptyDirectory();
  }
}
