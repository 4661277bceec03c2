package org.diestra.platform.blobs;

import jakarta.servlet.MultipartConfigElement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.diestra.platform.buckets.Bucket;
import org.diestra.platform.buckets.BucketAddress;
import org.diestra.platform.data.CannotStart;
import org.diestra.platform.timers.Every;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the shelf where the house keeps its data, or its files. */
@Configuration(proxyBeanMethods = false)
class BlobsConfiguration {
  /** The database may live on the same disk; uploads leave it this much. */
  private static final long KEEP_FREE = 500 * Bytes.MB;

  private static final int IN_MEMORY = 65_536;

  /** What of a bucket lies on this machine's disk at most. */
  private static final long NEAR = 5_000 * Bytes.MB;

  @Bean
  static Shelf shelf(
      @Value("${diestra.data}") Path data, @Value("${diestra.blobs-url:}") String bucket)
      throws IOException {
    var folder = data.resolve("blobs");
    return bucket.isEmpty() ? new FolderShelf(folder) : bucketShelf(folder, bucket);
  }

  private static Shelf bucketShelf(Path folder, String url) throws IOException {
    var address =
        BucketAddress.read(url)
            .orElseThrow(() -> new CannotStart("DIESTRA_BLOBS_URL: no address of a bucket."));
    var parts = new Parts(folder.resolve("parts"));
    var near = new Near(folder.resolve("near"), parts, NEAR, new Disk(), KEEP_FREE);
    return new BucketShelf(opened(address), parts, near);
  }

  private static Bucket opened(BucketAddress address) {
    try {
      return Bucket.open(address);
    } catch (IOException e) {
      throw new CannotStart(
          "DIESTRA_BLOBS_URL: no answer from %s: %s".formatted(address, e.getMessage()), e);
    }
  }

  /**
   * What a browser sends goes to the disk before anybody looks at it, beside the shelf rather than
   * to a temporary folder that may be memory; the sweep clears what a crash leaves there. Text
   * fields stay in memory, and a form may hold some beside the largest file.
   */
  @Bean
  static MultipartConfigElement multipart(Shelf shelf) {
    return new MultipartConfigElement(
        shelf.parts().folder().toString(), -1, UploadGate.MOST, IN_MEMORY);
  }

  @Bean
  static UploadGate uploadGate(Shelf shelf) {
    return new UploadGate(shelf, new Disk(), KEEP_FREE);
  }

  @Bean
  static Pieces pieces(Shelf shelf) {
    return new Pieces(shelf, new Disk(), KEEP_FREE);
  }

  /** In the small hours of most of those who work here. */
  @Bean
  static Every blobSweep(Blobs blobs, Clock clock) {
    return Every.day("blobs:sweep", LocalTime.of(3, 40), ZoneOffset.UTC, () -> sweep(blobs, clock));
  }

  private static void sweep(Blobs blobs, Clock clock) {
    try {
      blobs.sweep(clock.instant());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Bean
  static Blobs blobs(
      BlobStore store,
      SweepStore swept,
      Shelf shelf,
      Limits limits,
      PlatformTransactionManager transactions,
      Clock clock) {
    var transaction = new TransactionTemplate(transactions);
    return new Blobs(
        store,
        shelf,
        new Intake(shelf.parts().folder(), new Disk(), KEEP_FREE),
        limits,
        new Sweep(swept, store, shelf, transaction),
        new Placing(store, shelf, transaction),
        clock);
  }
}
