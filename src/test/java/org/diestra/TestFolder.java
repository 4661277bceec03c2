package org.diestra;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.diestra.money.cards.PretendStripe;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.util.FileSystemUtils;

/**
 * Gives each context a data folder of its own under target, and clears those of test runs that have
 * ended, with what a killed one left running. Cards are paid at a Stripe on this very machine.
 */
public final class TestFolder
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {
  private static final Path ALL = Path.of("target", "test-data").toAbsolutePath();
  private static final AtomicInteger COUNT = new AtomicInteger();

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    TestPropertyValues.of("diestra.data=" + fresh()).and(PretendStripe.settings()).applyTo(context);
  }

  /** A path for a data folder; nothing is there yet. */
  public static Path fresh() {
    int count = COUNT.incrementAndGet();
    if (count == 1) {
      clear();
    }
    return ALL.resolve(ProcessHandle.current().pid() + "-" + count);
  }

  /** One process after the other, where several run the tests. */
  private static void clear() {
    try {
      Files.createDirectories(ALL);
      try (var lock = FileChannel.open(ALL.resolveSibling("test-data.lock"), CREATE, WRITE);
          var ours = lock.lock();
          var folders = Files.newDirectoryStream(ALL)) {
        for (var folder : folders) {
          var pid = Long.parseLong(folder.getFileName().toString().replaceFirst("-.*", ""));
          if (ProcessHandle.of(pid).isEmpty()) {
            endServer(folder);
            FileSystemUtils.deleteRecursively(folder);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void endServer(Path folder) {
    var cluster = folder.resolve("postgres").resolve("cluster").toString();
    ProcessHandle.allProcesses()
        .filter(process -> process.info().commandLine().orElse("").contains(cluster))
        .forEach(ProcessHandle::destroyForcibly);
  }
}
