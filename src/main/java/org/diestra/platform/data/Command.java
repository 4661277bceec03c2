package org.diestra.platform.data;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs one of PostgreSQL's programs and waits for its end. */
final class Command {
  private Command() {}

  record Answer(boolean succeeded, String output) {}

  /**
   * Runs it in that folder, which also takes what it says.
   *
   * @throws CannotStart if it does not end in time
   */
  static Answer run(List<String> command, Path folder, Duration patience) throws IOException {
    // a file, not a pipe: the server that it starts would hold a pipe open
    var output = folder.resolve("command.log");
    var builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
    builder.directory(folder.toFile()).redirectErrorStream(true).redirectOutput(output.toFile());
    var process = builder.start();
    try {
      if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new CannotStart(
            "PostgreSQL did not answer within %d s.".formatted(patience.toSeconds()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CannotStart("Interrupted while waiting for PostgreSQL.", e);
    }
    return new Answer(process.exitValue() == 0, Files.readString(output));
  }
}
