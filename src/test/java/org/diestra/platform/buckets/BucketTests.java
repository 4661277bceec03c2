package org.diestra.platform.buckets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a store that others wrote. */
class BucketTests {
  private static final int PIECE = 5 << 20; // stores take none that are smaller, but the last
  @TempDir private static Path folder;
  private static S3Proxy store;

  @BeforeAll
  static void start() throws IOException {
    store = S3Proxy.start(folder);
  }

  @AfterAll
  static void end() throws IOException {
    if (store != null) {
      store.close();
    }
  }

  private static Bucket bucket(String prefix) throws IOException {
    return Bucket.open(
        BucketAddress.read(store.url(prefix)).orElseThrow(), PIECE, Duration.ofSeconds(10));
  }

  private static byte[] some(int size) {
    var bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }

  private static void put(Bucket bucket, String key, byte[] bytes) throws Exception {
    var file = Files.createTempFile(folder, "", "");
    Files.write(file, bytes);
    bucket.put(file, key);
  }

  @Test
  void whatIsPutIsReadBackFromAnyPlaceOn() throws Exception {
    try (var bucket = bucket("a")) {
      var bytes = some(100_000);
      put(bucket, "one", bytes);

      assertThat(bucket.size("one")).hasValue(100_000);
      try (var in = bucket.open("one", 0)) {
        assertThat(in.readAllBytes()).isEqualTo(bytes);
      }
      try (var in = bucket.open("one", 99_990)) {
        assertThat(in.readAllBytes()).hasSize(10).endsWith(bytes[99_999]);
      }
      try (var in = bucket.open("one", 0)) {
        assertThat(in.read()).isEqualTo(bytes[0] & 0xff); // and the rest is not waited for
      }
    }
  }

  @Test
  void whatIsLongGoesUpInPiecesAndIsWhole() throws Exception {
    try (var bucket = bucket("long")) {
      var bytes = some(2 * PIECE + 17);
      put(bucket, "three", bytes);

      assertThat(bucket.size("three")).hasValue(bytes.length);
      try (var in = bucket.open("three", 0)) {
        assertThat(in.readAllBytes()).isEqualTo(bytes);
      }
    }
  }

  @Test
  void whatIsNotThereIsSaid() throws Exception {
    try (var bucket = bucket("none")) {
      assertThat(bucket.size("nothing")).isEmpty();
      assertThatThrownBy(() -> bucket.open("nothing", 0)).isInstanceOf(NoSuchFileException.class);
      bucket.remove("nothing");
    }
  }

  @Test
  void eachPrefixIsAHouseOfItsOwn() throws Exception {
    try (var mine = bucket("mine");
        var theirs = bucket("theirs")) {
      put(mine, "k", some(3));
      put(theirs, "other", some(3));

      var keys = new ArrayList<String>();
      mine.eachOlderThan(mine.now().plus(Duration.ofHours(1)), keys::add);
      assertThat(keys).containsExactly("k");
      keys.clear();
      mine.eachOlderThan(mine.now().minus(Duration.ofHours(1)), keys::add);
      assertThat(keys).isEmpty();
      mine.remove("k");
      assertThat(mine.size("k")).isEmpty();
    }
  }

  @Test
  void aStoreThatIsSilentHoldsNobodyUp() throws Exception {
    try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      var url = "s3+http://house:x@127.0.0.1:" + silent.getLocalPort() + "/bucket";
      var address = BucketAddress.read(url).orElseThrow();
      var begun = System.nanoTime();

      assertThatThrownBy(() -> Bucket.open(address, PIECE, Duration.ofMillis(500)))
          .isInstanceOf(IOException.class);

      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(20));
    }
  }

  @Test
  void aWrongKeyIsSaidInALineWithoutIt() {
    var url = store.url("a").replace("house:", "stranger:");
    assertThatThrownBy(() -> Bucket.open(BucketAddress.read(url).orElseThrow()))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("403")
        .hasMessageNotContaining("secret");
  }
}
