package org.diestra.platform.previews;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has work done at the {@link Workbench}: starts it when there is some, one order at a time, and
 * ends it when an order takes too long. An order that fails or kills the workbench has failed for
 * good; one that met a workbench just leaving is given to the next.
 */
final class Studio implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Studio.class);

  private final Duration patience;
  private final Duration idle;
  private final String heap;
  private @Nullable Process bench;
  private @Nullable BufferedReader answers;

  /**
   * @param patience how long one order may take
   * @param idle after how long without an order the workbench leaves by itself, in whole seconds
   * @param heap what the workbench may use at most, as {@code -Xmx} takes it
   */
  Studio(Duration patience, Duration idle, String heap) {
    this.patience = patience;
    this.idle = idle;
    this.heap = heap;
  }

  synchronized Answer make(Order order) {
    var answer = ask(order);
    if (answer == null && endedIdle()) {
      answer = ask(order);
    }
    if (answer == null) {
      log.info("the workbench gave up: {} of a {}", order.work(), order.type());
      end();
      return new Answer.Failed();
    }
    return answer;
  }

  /** Null when no answer came: it ran out of time or memory, or had left. */
  private @Nullable Answer ask(Order order) {
    var reader = answers;
    var running = bench;
    if (running == null || reader == null || !running.isAlive()) {
      running = start();
      reader = running.inputReader(StandardCharsets.UTF_8);
      bench = running;
      answers = reader;
    }
    try {
      var line = order.line() + "\n";
      running.getOutputStream().write(line.getBytes(StandardCharsets.UTF_8));
      running.getOutputStream().flush();
    } catch (IOException gone) {
      return null;
    }
    return answer(reader);
  }

  private @Nullable Answer answer(BufferedReader reader) {
    var answer = CompletableFuture.supplyAsync(() -> line(reader), Thread::startVirtualThread);
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException | ExecutionException e) {
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }

  private static @Nullable Answer line(BufferedReader reader) {
    try {
      var line = reader.readLine();
      return line == null ? null : Answer.read(line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private boolean endedIdle() {
    try {
      return bench != null
          && bench.waitFor(1, TimeUnit.SECONDS)
          && bench.exitValue() == Workbench.IDLE;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private Process start() {
    try {
      var builder = new ProcessBuilder(command());
      // No secret of the house is of any use there.
      builder.environment().keySet().retainAll(List.of("PATH", "LANG", "LC_ALL", "TMPDIR"));
      return builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<String> command() {
    var command = new ArrayList<String>();
    command.add(Path.of(property("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-Xmx" + heap,
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:+ExitOnOutOfMemoryError",
            "-XX:-UsePerfData",
            "-Djava.awt.headless=true",
            "-Dorg.apache.commons.logging.Log=org.apache.commons.logging.impl.NoOpLog",
            "-cp",
            property("java.class.path")));
    if (isInNestedJar()) {
      command.add("-Dloader.main=" + Workbench.class.getName());
      command.add("org.springframework.boot.loader.launch.PropertiesLauncher");
    } else {
      command.add(Workbench.class.getName());
    }
    command.add(String.valueOf(idle.toSeconds()));
    return command;
  }

  private static String property(String name) {
    return Objects.requireNonNull(System.getProperty(name), name);
  }

  /** The one jar of Boot, whose classes only its own launcher finds. */
  private static boolean isInNestedJar() {
    var place = Workbench.class.getResource("Workbench.class");
    return place != null && place.toString().startsWith("jar:nested:");
  }

  private void end() {
    if (bench != null) {
      bench.destroyForcibly();
      bench = null;
    }
  }

  @Override
  public synchronized void close() {
    end();
  }
}
