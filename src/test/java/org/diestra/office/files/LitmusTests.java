package org.diestra.office.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.diestra.HouseTest;
import org.diestra.platform.programs.Part;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The suite that every WebDAV server is measured by, on a real workspace: all of its 104 tests. */
@HouseTest
class LitmusTests extends FileDesk {
  private static final Path LITMUS = Path.of("/usr/bin/litmus");
  private static final Map<String, Integer> TESTS =
      Map.of("basic", 16, "copymove", 13, "props", 30, "locks", 41, "http", 4);

  @TempDir private Path folder;

  /** Each group by itself, as litmus otherwise stops at the first that fails. */
  @ParameterizedTest
  @ValueSource(strings = {"basic", "copymove", "props", "locks", "http"})
  void everyTestPasses(String group) throws Exception {
    assumeTrue(Files.isExecutable(LITMUS), "litmus is not installed: apt-get install litmus");
    var output = folder.resolve(group + ".txt").toFile();
    var password = passwords.of(owner, Part.FILES);
    var command = new ProcessBuilder(LITMUS.toString(), root(), owner.email(), password);
    command.environment().put("TESTS", group);
    var litmus =
        command.directory(folder.toFile()).redirectErrorStream(true).redirectOutput(output).start();
    assertThat(litmus.waitFor(60, TimeUnit.SECONDS)).isTrue();
    var said = Files.readString(output.toPath());
    int count = TESTS.get(group);
    assertThat(said)
        .contains("of " + count + " tests run: " + count + " passed, 0 failed")
        .doesNotContain("WARNING");
  }
}
