package org.diestra.platform.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class PatienceTests {
  /** The nice value in the fields after the name (proc(5)). */
  private static final int NICE = 16;

  @Test
  @EnabledOnOs(OS.LINUX)
  void aPatientThreadMakesWayAndNoOther() {
    int before = nice();
    var patient = new CompletableFuture<Integer>();
    Thread.ofPlatform().start(Patience.of(() -> patient.complete(nice())));
    assertThat(patient.join()).isGreaterThan(before).isGreaterThanOrEqualTo(10);
    assertThat(nice()).isEqualTo(before);
  }

  private static int nice() {
    try {
      var line = Files.readString(Path.of("/proc/thread-self/stat"));
      return Integer.parseInt(line.substring(line.lastIndexOf(')') + 2).split(" ")[NICE]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
