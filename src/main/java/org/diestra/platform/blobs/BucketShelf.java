package org.diestra.platform.blobs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;
import org.diestra.platform.buckets.Bucket;

/**
 * Kept bytes in a bucket, {@code <sha256>} being their key. What was brought or read as a file of
 * late lies on this machine's disk too. Several houses may not share a prefix: the sweep of each
 * takes what it does not know.
 */
final class BucketShelf implements Shelf {
  private final Bucket bucket;
  private final Parts parts;
  private final Near near;

  BucketShelf(Bucket bucket, Parts parts, Near near) {
    this.bucket = bucket;
    this.parts = parts;
    this.near = near;
  }

  @Override
  public Parts parts() {
    return parts;
  }

  @Override
  public void prepare(Path part, Sha256 sha) throws IOException {
    if (!stands(part, sha)) {
      bucket.put(part, sha.hex());
    }
  }

  /** Nearly always a question alone; the sweep may have taken what was prepared. */
  @Override
  public void keep(Path part, Sha256 sha) throws IOException {
    prepare(part, sha);
    near.take(part, sha);
  }

  @Override
  public void heal(Path part, Sha256 sha) throws IOException {
    if (!stands(part, sha)) {
      keep(part, sha);
    }
  }

  private boolean stands(Path part, Sha256 sha) throws IOException {
    var size = bucket.size(sha.hex());
    return size.isPresent() && size.getAsLong() == Files.size(part);
  }

  @Override
  public Path file(Sha256 sha) throws IOException {
    return near.file(sha, () -> bucket.open(sha.hex(), 0));
  }

  @Override
  public InputStream open(Sha256 sha) throws IOException {
    var file = near.find(sha);
    if (file.isPresent()) {
      try {
        return Files.newInputStream(file.get());
      } catch (NoSuchFileException removed) {
        // in this moment, to make room: the bucket has it
      }
    }
    return new Begun(from -> bucket.open(sha.hex(), from));
  }

  @Override
  public void remove(Sha256 sha) throws IOException {
    near.drop(sha);
    bucket.remove(sha.hex());
  }

  @Override
  public Instant now() throws IOException {
    return bucket.now();
  }

  /** What is no hash is not ours, and stays. */
  @Override
  public void eachOlderThan(Instant before, Consumer<Sha256> told) throws IOException {
    bucket.eachOlderThan(
        before,
        key -> {
          if (Sha256.isHex(key)) {
            told.accept(new Sha256(key));
          }
        });
  }
}
