package org.diestra.platform.data;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;

/** A program of ours in a process of its own, with what it says in a file. */
final class Child implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(180);

  private final Process process;
  private final Path output;

  private Child(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  static Child start(Class<?> main, Map<String, String> settings, String... arguments)
      throws IOException {
    var output = Files.createTempFile("diestra-child", ".log");
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                classPath(main),
                main.getName()));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.startsWith("DIESTRA_"));
    builder.environment().putAll(settings);
    return new Child(builder.redirectOutput(output.toFile()).start(), output);
  }

  /** As it is run for real: without our tests, unless it is one of them. */
  private static String classPath(Class<?> main) {
    boolean ours = main.getPackageName().equals(Child.class.getPackageName());
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> ours || !entry.endsWith("test-classes"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  /** Waits until it has said that. */
  String awaitLine(String beginning) {
    return Awaitility.await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .failFast("it ended: " + output, () -> !process.isAlive() && !said(beginning))
        .until(() -> lineWith(beginning), line -> !line.isEmpty());
  }

  private boolean said(String text) throws IOException {
    return !lineWith(text).isEmpty();
  }

  private String lineWith(String text) throws IOException {
    return said().stream().filter(line -> line.contains(text)).findFirst().orElse("");
  }

  List<String> said() throws IOException {
    return Files.readAllLines(output);
  }

  int awaitEnd() throws InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("still running");
    }
    return process.exitValue();
  }

  /** SIGTERM. */
  int stop() throws InterruptedException {
    process.destroy();
    return awaitEnd();
  }

  /** SIGKILL. */
  void kill() throws InterruptedException {
    process.destroyForcibly();
    awaitEnd();
  }

  @Override
  public void close() throws IOException, InterruptedException {
    if (process.isAlive()) {
      kill();
    }
    Files.delete(output);
  }
}
