package org.diestra.platform.blobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

class IntakeTests {
  @TempDir Path parts;

  @Test
  void bytesAreWrittenAndHashedInOnePass() throws Exception {
    var bytes = "Hola, mundo".getBytes();

    var part = intake(new Disk(), 0).take(new ByteArrayInputStream(bytes), 100).orFail();

    assertThat(part.size()).isEqualTo(bytes.length);
    assertThat(part.head()).isEqualTo(bytes);
    assertThat(Files.readAllBytes(part.file())).isEqualTo(bytes);
    assertThat(part.sha256().bytes()).isEqualTo(MessageDigest.getInstance("SHA-256").digest(bytes));
  }

  @Test
  void aFileOfExactlyTheLimitIsTaken() throws Exception {
    assertThat(intake(new Disk(), 0).take(new Stream(1000), 1000).orFail().size()).isEqualTo(1000);
  }

  @Test
  void aLongerStreamIsCutAtTheLimitAndNotReadOn() throws Exception {
    var stream = new Stream(500_000_000);

    var why = refusal(intake(new Disk(), 0).take(stream, 1_000_000));

    assertThat(why.key()).isEqualTo("blobs.tooLarge");
    assertThat(why.args()).containsExactly("1 MB");
    assertThat(stream.given).isEqualTo(1_000_001);
    assertThat(parts).isEmptyDirectory();
  }

  @Test
  void halfAGigabyteNeedsNoMoreMemoryThanAKilobyte() throws Exception {
    var stream = new Stream(500_000_000);

    var part = intake(new Disk(), 0).take(stream, 600_000_000).orFail();

    assertThat(part.size()).isEqualTo(500_000_000);
    assertThat(stream.mostHeap - stream.leastHeap).isLessThan(20_000_000);
  }

  @Test
  void nothingIsLeftWhenTheLineBreaks() {
    assertThatThrownBy(() -> intake(new Disk(), 0).take(new Stream(100_000, 50_000), 200_000))
        .isInstanceOf(IOException.class)
        .hasMessage("line lost");
    assertThat(parts).isEmptyDirectory();
  }

  @Test
  void anEmptyFileIsRefused() throws Exception {
    var why = refusal(intake(new Disk(), 0).take(InputStream.nullInputStream(), 10));

    assertThat(why.key()).isEqualTo("blobs.empty");
    assertThat(parts).isEmptyDirectory();
  }

  /** Linux answers every write to this device as a full disk does, from the kernel (ENOSPC). */
  @Test
  @EnabledIf("hasFullDevice")
  void aFullDiskIsRefusedAndNothingIsLeft() throws Exception {
    var full =
        new Disk() {
          @Override
          FileChannel create(Path file) throws IOException {
            Files.createSymbolicLink(file, Path.of("/dev/full"));
            return FileChannel.open(file, StandardOpenOption.WRITE);
          }
        };

    var why = refusal(intake(full, 0).take(new Stream(100_000), 200_000));

    assertThat(why.key()).isEqualTo("blobs.full");
    assertThat(why.kind().status()).isEqualTo(422);
    assertThat(parts).isEmptyDirectory();
    assertThat(Path.of("/dev/full")).exists();
  }

  static boolean hasFullDevice() {
    return Files.exists(Path.of("/dev/full"));
  }

  @Test
  void uploadsLeaveTheDatabaseItsRoom() throws Exception {
    var filling =
        new Disk() {
          long free = 600_000_000;

          @Override
          long free(Path folder) {
            return free -= 60_000_000;
          }
        };
    var stream = new Stream(500_000_000);

    var why = refusal(intake(filling, 500_000_000).take(stream, 600_000_000));

    assertThat(why.key()).isEqualTo("blobs.full");
    assertThat(stream.given).isLessThan(20_000_000);
    assertThat(parts).isEmptyDirectory();
  }

  private Intake intake(Disk disk, long keepFree) {
    return new Intake(parts, disk, keepFree);
  }

  private static Refusal refusal(Outcome<Intake.Part> outcome) {
    return outcome.fold(
        part -> {
          throw new AssertionError("was taken: " + part);
        },
        why -> why);
  }

  /** As many bytes as wanted, made as they are read; watches the heap while it gives them. */
  private static final class Stream extends InputStream {
    private final long length;
    private final long breaksAt;
    long given;
    long leastHeap = Long.MAX_VALUE;
    long mostHeap;

    Stream(long length) {
      this(length, Long.MAX_VALUE);
    }

    Stream(long length, long breaksAt) {
      this.length = length;
      this.breaksAt = breaksAt;
    }

    @Override
    public int read() {
      throw new UnsupportedOperationException("read in blocks");
    }

    @Override
    public int read(byte[] into, int offset, int most) throws IOException {
      if (given >= breaksAt) {
        throw new IOException("line lost");
      }
      int n = (int) Math.min(most, length - given);
      for (int i = 0; i < n; i += 512) {
        into[offset + i] = (byte) (given + i);
      }
      if (given % 50_000_000 < n) {
        look();
      }
      given += n;
      return n == 0 ? -1 : n;
    }

    private void look() {
      System.gc();
      var runtime = Runtime.getRuntime();
      long used = runtime.totalMemory() - runtime.freeMemory();
      leastHeap = Math.min(leastHeap, used);
      mostHeap = Math.max(mostHeap, used);
    }
  }
}
