package org.diestra.platform.blobs;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that were taken in and looked at, but aren't kept: {@link Blobs#keep} keeps them, closing
 * lets go of them.
 */
public final class Received implements AutoCloseable {
  private final Intake.Part part;
  private final Purpose purpose;
  private final String name;
  private final FileType type;
  private final @Nullable Dimensions dimensions;

  Received(
      Intake.Part part,
      Purpose purpose,
      String name,
      FileType type,
      @Nullable Dimensions dimensions) {
    this.part = part;
    this.purpose = purpose;
    this.name = name;
    this.type = type;
    this.dimensions = dimensions;
  }

  /** Where the bytes lie until this is closed; to be read only. */
  public Path file() {
    return part.file();
  }

  public FileType type() {
    return type;
  }

  public String name() {
    return name;
  }

  public @Nullable Dimensions dimensions() {
    return dimensions;
  }

  /** Bytes. */
  public long size() {
    return part.size();
  }

  public Sha256 sha256() {
    return part.sha256();
  }

  /**
   * Whether it is something that a computer would run: a program, or a document with macros.
   *
   * @throws IOException if its bytes can't be read
   */
  public boolean runs() throws IOException {
    return Sniffer.sniff(part.head(), part.file(), FileName.extension(name))
        instanceof Sniffed.Program;
  }

  Intake.Part part() {
    return part;
  }

  Purpose purpose() {
    return purpose;
  }

  @Override
  public void close() throws IOException {
    Files.deleteIfExists(part.file());
  }
}
