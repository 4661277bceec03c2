package org.diestra.platform.blobs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * Where kept bytes stand, under their hash: on the disk, or in a bucket. They appear whole or not
 * at all, and are never changed.
 */
interface Shelf {
  /** Where arriving bytes are written, always on this machine's disk. */
  Parts parts();

  /**
   * Does what takes long of keeping a part, before any transaction begins and without moving it:
   * what is kept nowhere afterwards is a stray, which the sweep takes.
   */
  void prepare(Path part, Sha256 sha) throws IOException;

  /**
   * Puts a part in its place and takes it away from where it was, while whoever asks holds the lock
   * of its hash. Bytes already there are left alone, unless their length shows that a disk fault
   * has cut them: then the new ones heal them.
   */
  void keep(Path part, Sha256 sha) throws IOException;

  /** The same where the bytes that are there are cut or gone; else nothing. */
  void heal(Path part, Sha256 sha) throws IOException;

  /**
   * The bytes with this hash as a file on this machine, to be read only, and soon.
   *
   * @throws java.nio.file.NoSuchFileException if they are not there, now or when it is opened
   */
  Path file(Sha256 sha) throws IOException;

  /**
   * The same to be read on the way, and closed. To skip at its beginning costs nothing, so that a
   * range of a gigabyte is as quick as its first bytes.
   */
  InputStream open(Sha256 sha) throws IOException;

  void remove(Sha256 sha) throws IOException;

  /** The time by which what is kept is dated: not the house's, which may be ahead. */
  Instant now() throws IOException;

  /** Tells every hash whose bytes were put here before this instant. */
  void eachOlderThan(Instant before, Consumer<Sha256> told) throws IOException;
}
