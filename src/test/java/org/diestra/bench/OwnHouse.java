package org.diestra.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.diestra.Diestra;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** The house within the process that measures it, and what a benchmark is told from outside. */
final class OwnHouse {
  private OwnHouse() {}

  /** An empty one, through which the database's own account gets to its files. */
  static Path folder(String name) throws IOException {
    var folder = Files.createTempDirectory(name + "-bench");
    return Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /**
   * Opens it, durable unless the settings say otherwise.
   *
   * @param folder in which its data folder is, made if missing
   * @param settings more of them, such as {@code --diestra.database.durable=false}
   */
  static ConfigurableApplicationContext in(Path folder, String... settings) {
    var usual =
        List.of(
            "--server.port=0",
            "--server.address=127.0.0.1",
            "--diestra.data=" + folder.resolve("data"),
            // the tests' own beans stand on the class path too, and one moves the clock
            "--diestra.test-clock=true");
    return new SpringApplication(Diestra.class)
        .run(Stream.concat(usual.stream(), Stream.of(settings)).toArray(String[]::new));
  }

  /** A number from the environment. */
  static int setting(String name, int usual) {
    return Integer.parseInt(System.getenv().getOrDefault(name, String.valueOf(usual)));
  }
}
