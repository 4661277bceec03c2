package org.diestra.platform.blobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.diestra.platform.buckets.Bucket;
import org.diestra.platform.buckets.BucketAddress;
import org.diestra.platform.buckets.S3Proxy;
import org.diestra.platform.data.CannotStart;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

class BucketShelfTests {
  @TempDir private static Path store;
  private static S3Proxy proxy;
  @TempDir private Path folder;
  private Bucket bucket;
  private Shelf shelf;

  @BeforeAll
  static void start() throws IOException {
    proxy = S3Proxy.start(store);
  }

  @AfterAll
  static void end() throws IOException {
    if (proxy != null) {
      proxy.close();
    }
  }

  @BeforeEach
  void open(TestInfo test) throws IOException {
    bucket =
        Bucket.open(
            BucketAddress.read(proxy.url(test.getTestMethod().orElseThrow().getName()))
                .orElseThrow());
    shelf = shelf(1_000_000);
  }

  private Shelf shelf(long most) throws IOException {
    var parts = new Parts(folder.resolve("parts"));
    return new BucketShelf(
        bucket, parts, new Near(folder.resolve("near"), parts, most, new Disk(), 0));
  }

  private Sha256 keep(String text) throws IOException {
    var sha = Sha256.of(Checksum.digest("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    var part = Files.writeString(shelf.parts().folder().resolve(sha.hex() + ".part"), text);
    shelf.prepare(part, sha);
    shelf.keep(part, sha);
    assertThat(part).doesNotExist();
    return sha;
  }

  private String read(Sha256 sha, long from) throws IOException {
    try (var in = shelf.open(sha)) {
      in.skipNBytes(from);
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void theSettingSaysWhereFilesLieAndABucketThatDoesNotAnswerStopsTheStart() throws Exception {
    var url = proxy.url("wired");
    assertThat(BlobsConfiguration.shelf(folder, "")).isInstanceOf(FolderShelf.class);
    assertThat(BlobsConfiguration.shelf(folder, url)).isInstanceOf(BucketShelf.class);

    assertThatThrownBy(() -> BlobsConfiguration.shelf(folder, url.replace("house:", "stranger:")))
        .isInstanceOf(CannotStart.class)
        .hasMessageStartingWith("DIESTRA_BLOBS_URL: no answer from http://127.0.0.1:")
        .hasMessageNotContaining("secret");
  }

  @Test
  void aMachineThatLostItsDiskReadsAllFromTheBucket() throws Exception {
    var sha = keep("kept in two places");
    assertThat(shelf.file(sha)).hasContent("kept in two places");

    Files.delete(folder.resolve("near").resolve(sha.hex()));

    assertThat(read(sha, 0)).isEqualTo("kept in two places");
    assertThat(read(sha, 5)).isEqualTo("in two places");
    assertThat(folder.resolve("near")).isEmptyDirectory(); // on the way, not onto the disk
    assertThat(shelf.file(sha)).hasContent("kept in two places");
  }

  @Test
  void whatTheSweepTookMeanwhileIsPutThereAgain() throws Exception {
    var sha = Sha256.of(Checksum.digest("SHA-256").digest("abc".getBytes(StandardCharsets.UTF_8)));
    var part = Files.writeString(shelf.parts().folder().resolve("a.part"), "abc");
    shelf.prepare(part, sha);
    shelf.remove(sha);

    shelf.keep(part, sha);

    assertThat(bucket.size(sha.hex())).hasValue(3);
  }

  @Test
  void cutBytesAreHealedAndOthersAreNeverGivenOut() throws Exception {
    var sha = keep("the whole text");
    var cut = Files.writeString(folder.resolve("cut"), "the w");
    bucket.put(cut, sha.hex());
    Files.delete(folder.resolve("near").resolve(sha.hex()));
    assertThatThrownBy(() -> shelf.file(sha)).hasMessageContaining("other bytes");

    shelf.heal(Files.writeString(folder.resolve("again"), "the whole text"), sha);

    assertThat(shelf.file(sha)).hasContent("the whole text");
  }

  @Test
  void whatIsNotThereIsNoFileAndWhatIsGoneIsGoneEverywhere() throws Exception {
    var sha = keep("gone soon");
    shelf.remove(sha);

    assertThatThrownBy(() -> shelf.file(sha)).isInstanceOf(NoSuchFileException.class);
    assertThatThrownBy(() -> read(sha, 0)).isInstanceOf(NoSuchFileException.class);
    var all = new ArrayList<Sha256>();
    shelf.eachOlderThan(shelf.now().plus(Duration.ofHours(1)), all::add);
    assertThat(all).isEmpty();
  }

  @Test
  void theSweepIsToldOfHashesAlone() throws Exception {
    var sha = keep("known or not");
    bucket.put(Files.writeString(folder.resolve("other"), "x"), "readme.txt");

    var all = new ArrayList<Sha256>();
    shelf.eachOlderThan(shelf.now().plus(Duration.ofHours(1)), all::add);
    assertThat(all).containsExactly(sha);
  }

  @Test
  void whatWasUsedLongestAgoLeavesTheDiskFirst() throws Exception {
    shelf = shelf(100);
    var all = List.of(keep("a".repeat(40)), keep("b".repeat(40)));
    var old = FileTime.from(Instant.now().minus(Duration.ofHours(1)));
    for (var sha : all) {
      Files.setLastModifiedTime(folder.resolve("near").resolve(sha.hex()), old);
    }
    shelf.file(all.get(0)); // used again

    var third = keep("c".repeat(40));

    assertThat(folder.resolve("near"))
        .isDirectoryNotContaining(file -> file.endsWith(all.get(1).hex()))
        .isDirectoryContaining(file -> file.endsWith(all.get(0).hex()))
        .isDirectoryContaining(file -> file.endsWith(third.hex()));
    assertThat(read(all.get(1), 39)).isEqualTo("b");
  }
}
