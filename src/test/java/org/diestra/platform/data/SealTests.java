package org.diestra.platform.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealTests {
  private static final byte[] SECRET = "a secret".getBytes(StandardCharsets.UTF_8);
  private final UUID ana = UUID.randomUUID();
  @TempDir Path data;

  @Test
  void whatIsSealedOpensAgainAndNeverLooksTheSame() {
    var seal = new Seal(SecretKeyFile.in(data));
    var first = seal.close("test:a", ana, SECRET);
    var second = seal.close("test:a", ana, SECRET);
    assertThat(first).isNotEqualTo(second).hasSize(SECRET.length + 29);
    assertThat(new String(first, StandardCharsets.ISO_8859_1)).doesNotContain("secret");
    assertThat(seal.open("test:a", ana, first)).isEqualTo(SECRET);
    assertThat(seal.open("test:a", ana, second)).isEqualTo(SECRET);
  }

  @Test
  void itOpensForNothingAndNobodyElse() {
    var seal = new Seal(SecretKeyFile.in(data));
    var sealed = seal.close("test:a", ana, SECRET);
    assertThatThrownBy(() -> seal.open("test:b", ana, sealed))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> seal.open("test:a", UUID.randomUUID(), sealed))
        .isInstanceOf(IllegalStateException.class);
    sealed[sealed.length - 1] ^= 1;
    assertThatThrownBy(() -> seal.open("test:a", ana, sealed))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> seal.open("test:a", ana, new byte[3]))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void theKeyIsMadeOnceAndForNobodyElsesEyes() throws Exception {
    var sealed = new Seal(SecretKeyFile.in(data)).close("test:a", ana, SECRET);
    assertThat(new Seal(SecretKeyFile.in(data)).open("test:a", ana, sealed)).isEqualTo(SECRET);
    var file = data.resolve(SecretKeyFile.NAME);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    try (var files = Files.list(data)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void aBrokenKeyStopsTheStartAndIsKept() throws Exception {
    var file = data.resolve(SecretKeyFile.NAME);
    Files.writeString(file, "half a k");
    assertThatThrownBy(() -> SecretKeyFile.in(data))
        .isInstanceOf(CannotStart.class)
        .hasMessageContaining(SecretKeyFile.NAME);
    assertThat(Files.readString(file)).isEqualTo("half a k");
  }

  @Test
  void manyWhoMakeItAtOnceAgree() throws Exception {
    try (var threads = Executors.newFixedThreadPool(8)) {
      Callable<String> make =
          () -> java.util.HexFormat.of().formatHex(SecretKeyFile.in(data).getEncoded());
      var keys = new HashSet<String>();
      for (var key : threads.invokeAll(IntStream.range(0, 16).mapToObj(i -> make).toList())) {
        keys.add(key.get());
      }
      assertThat(keys).hasSize(1);
    }
  }
}
