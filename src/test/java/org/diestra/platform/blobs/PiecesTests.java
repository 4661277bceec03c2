package org.diestra.platform.blobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.diestra.platform.base.Ids;
import org.diestra.platform.blobs.Piece.State;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** Files that grow by pieces, on a disk that breaks in every way. */
class PiecesTests {
  private static final byte[] TEXT = "Hola, mundo. Adiós, mundo.".getBytes();
  @TempDir Path folder;
  private Shelf shelf;
  private Pieces pieces;
  private final UUID id = Ids.fresh();

  @BeforeEach
  void aShelf() throws IOException {
    shelf = new FolderShelf(folder);
    pieces = new Pieces(shelf, new Disk(), 0);
  }

  private Piece add(int from, int to) throws IOException {
    return add(from, new ByteArrayInputStream(TEXT, from, to - from), null);
  }

  private Piece add(long from, InputStream in, @Nullable Checksum sum) throws IOException {
    return pieces.append(id, from, TEXT.length, in, sum, size -> {});
  }

  private static Checksum sum(byte[] bytes) throws Exception {
    var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
    return Checksum.read("sha256 " + Base64.getEncoder().encodeToString(digest)).orElseThrow();
  }

  private Path file() {
    return shelf.parts().folder().resolve(Ids.text(id) + Pieces.ENDING);
  }

  @Test
  void piecesBecomeTheFileWithItsHash() throws Exception {
    assertThat(add(0, 5)).isEqualTo(new Piece(State.WHOLE, 5));
    assertThat(add(5, 5)).isEqualTo(new Piece(State.WHOLE, 5));
    assertThat(add(5, TEXT.length).size()).isEqualTo(TEXT.length);
    var whole = pieces.whole(id, TEXT.length, "a.txt");
    assertThat(whole.sha256().bytes()).isEqualTo(MessageDigest.getInstance("SHA-256").digest(TEXT));
    assertThat(whole.type()).isEqualTo(FileType.TXT);
    whole.close();
    assertThat(shelf.parts().folder()).isEmptyDirectory();
  }

  /** The house was killed after it had written and before it had confirmed. */
  @Test
  void whatWasNeverConfirmedIsCutOff() throws Exception {
    add(0, 5);
    Files.write(file(), "never confirmed".getBytes(), StandardOpenOption.APPEND);
    var next = new Pieces(shelf, new Disk(), 0);
    next.append(id, 5, TEXT.length, rest(5), null, size -> {});
    var whole = next.whole(id, TEXT.length, "a.txt");
    assertThat(Files.readAllBytes(whole.file())).isEqualTo(TEXT);
    assertThat(whole.sha256().bytes()).isEqualTo(MessageDigest.getInstance("SHA-256").digest(TEXT));
  }

  private static InputStream rest(int from) {
    return new ByteArrayInputStream(TEXT, from, TEXT.length - from);
  }

  @Test
  void aBrokenLineKeepsWhatCameAndAChecksumKeepsNothing() throws Exception {
    assertThat(add(0, breaking(7), null)).isEqualTo(new Piece(State.BROKEN, 7));
    assertThat(Files.size(file())).isEqualTo(7);
    assertThat(add(7, breaking(3), sum(TEXT))).isEqualTo(new Piece(State.BROKEN, 7));
    assertThat(Files.size(file())).isEqualTo(7);
    assertThat(add(7, rest(7), null).size()).isEqualTo(TEXT.length);
  }

  private static InputStream breaking(int after) {
    return new SequenceInputStream(
        new ByteArrayInputStream(TEXT, 0, after),
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("line lost");
          }
        });
  }

  @Test
  void whatIsNotWhatItsChecksumSaysIsNotKept() throws Exception {
    assertThat(add(0, new ByteArrayInputStream(TEXT), sum("other".getBytes())))
        .isEqualTo(new Piece(State.WRONG, 0));
    assertThat(add(0, new ByteArrayInputStream(TEXT), sum(TEXT)).size()).isEqualTo(TEXT.length);
    assertThat(pieces.whole(id, TEXT.length, "a").size()).isEqualTo(TEXT.length);
    assertThat(Checksum.read("sha256 ?")).isEmpty();
    assertThat(Checksum.read("crc32 AAAA")).isEmpty();
  }

  @Test
  void aPieceThatGoesBeyondTheEndIsNotKept() throws Exception {
    add(0, 5);
    assertThat(add(5, new ByteArrayInputStream(new byte[100]), null))
        .isEqualTo(new Piece(State.LONGER, 5));
    assertThat(Files.size(file())).isEqualTo(5);
  }

  @Test
  void whatADiskHasLostIsToldAndNotMadeUp() throws Exception {
    add(0, 5);
    Files.write(file(), new byte[3]);
    assertThatThrownBy(() -> add(5, 9)).isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(() -> pieces.whole(id, TEXT.length, "a"))
        .isInstanceOf(NoSuchFileException.class);
  }

  /** Linux answers every write to this device as a full disk does, from the kernel (ENOSPC). */
  @Test
  @EnabledIf("hasFullDevice")
  void aFullDiskIsRefusedAndWhatWasConfirmedStays() throws Exception {
    add(0, 5);
    var full =
        new Disk() {
          @Override
          FileChannel open(Path file) throws IOException {
            return FileChannel.open(Path.of("/dev/full"), StandardOpenOption.WRITE);
          }
        };
    var piece = new Pieces(shelf, full, 0).append(id, 0, TEXT.length, rest(0), null, size -> {});
    assertThat(piece).isEqualTo(new Piece(State.FULL, 0));
    assertThat(new Pieces(shelf, new Disk(), Long.MAX_VALUE).fits(0)).isFalse();
    assertThat(add(5, TEXT.length).size()).isEqualTo(TEXT.length);
  }

  static boolean hasFullDevice() {
    return Files.exists(Path.of("/dev/full"));
  }

  @Test
  void oneAddsAtATime() {
    try (var hold = pieces.hold(id).orElseThrow()) {
      assertThat(hold).isNotNull();
      assertThat(pieces.hold(id)).isEmpty();
      assertThat(pieces.hold(Ids.fresh())).isPresent();
    }
    assertThat(pieces.hold(id)).isPresent();
  }

  /** And the control: an ordinary part of the same age goes. */
  @Test
  void whatGrowsIsSweptLaterThanWhatComesInOneBreath() throws Exception {
    add(0, 5);
    var part = Files.createFile(shelf.parts().folder().resolve("a.part"));
    var yesterday = FileTime.from(Instant.now().minusSeconds(100_000));
    Files.setLastModifiedTime(file(), yesterday);
    Files.setLastModifiedTime(part, yesterday);
    var now = Instant.now();
    assertThat(shelf.parts().sweep(now.minus(Sweep.UPLOAD), now.minus(Sweep.GROWING))).isEqualTo(1);
    assertThat(file()).exists();
    assertThat(shelf.parts().sweep(now, now)).isEqualTo(1);
    assertThat(shelf.parts().folder()).isEmptyDirectory();
  }
}
