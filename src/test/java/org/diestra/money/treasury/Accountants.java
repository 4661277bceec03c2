package org.diestra.money.treasury;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Programs of others that read journals: what they say of ours. */
public final class Accountants {
  private Accountants() {}

  /** Runs it over a file with that text. */
  public static String ask(Path folder, String file, String text, String... command)
      throws IOException, InterruptedException {
    assumeTrue(there(command[0]), command[0] + " is not installed");
    var path = Files.writeString(folder.resolve(file), text);
    var words = Stream.concat(Stream.of(command), Stream.of(path.toString())).toList();
    return said(words);
  }

  /** Asks beancount's table of postings; answers CSV with a head. */
  public static String query(Path folder, String file, String text, String question)
      throws IOException, InterruptedException {
    assumeTrue(there("bean-query"), "bean-query is not installed");
    var path = Files.writeString(folder.resolve(file), text);
    return said(List.of("bean-query", "-f", "csv", path.toString(), question));
  }

  private static String said(List<String> words) throws IOException, InterruptedException {
    var process = new ProcessBuilder(words).redirectErrorStream(true).start();
    process.getOutputStream().close();
    var said =
        new String(
            process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(words + ": " + said).isZero();
    return said;
  }

  private static boolean there(String program) {
    return Stream.of(System.getenv("PATH").split(":"))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
