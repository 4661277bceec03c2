package org.diestra.office.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.diestra.HouseTest;
import org.diestra.platform.programs.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs of others on a workspace's files: what they put there is what they get back. */
@HouseTest
class FileClientsTests extends FileDesk {
  @TempDir private Path folder;

  @Test
  void rcloneKeepsAFolderInStep() throws Exception {
    assumeTrue(installed("rclone"), "rclone is not installed: apt-get install rclone");
    var in = Files.createDirectories(folder.resolve("in/sub")).getParent();
    for (int i = 0; i < 20; i++) {
      Files.writeString(in.resolve("fichero ñ " + i + ".bin"), "x".repeat(i * 1000));
    }
    Files.writeString(in.resolve("sub/a+b&c#%.txt"), "hola");
    var password = run("rclone", "obscure", passwords.of(owner, Part.FILES)).strip();
    var remote =
        ":webdav,url='%s',vendor=other,user='%s',pass=%s:"
            .formatted(root(), owner.email(), password);
    run("rclone", "-q", "sync", in.toString(), remote + "rc");
    run("rclone", "-q", "check", in.toString(), remote + "rc", "--download");
    run("rclone", "-q", "moveto", remote + "rc/sub", remote + "rc/sub2");
    run("rclone", "-q", "copy", remote + "rc", folder.resolve("out").toString());
    assertThat(folder.resolve("out/sub2/a+b&c#%.txt")).hasContent("hola");
    run("rclone", "-q", "purge", remote + "rc");
    assertThat(get("rc/sub2/a%2Bb%26c%23%25.txt").statusCode()).isEqualTo(404);
  }

  @Test
  void cadaverLocksAndNotes() throws Exception {
    assumeTrue(installed("cadaver"), "cadaver is not installed: apt-get install cadaver");
    Files.writeString(
        folder.resolve(".netrc"),
        "machine localhost login %s password %s\n"
            .formatted(owner.email(), passwords.of(owner, Part.FILES)));
    Files.writeString(folder.resolve("x.txt"), "data");
    var orders = folder.resolve("orders");
    Files.writeString(
        orders,
        """
        mkcol cad
        cd cad
        put x.txt
        copy x.txt y.txt
        move y.txt z.txt
        lock z.txt
        unlock z.txt
        propset z.txt colour red
        propget z.txt colour
        cd ..
        quit
        """);
    var said = run(orders, List.of("cadaver", root()));
    assertThat(said).contains("Value of colour is: red").doesNotContain("failed");
    assertThat(get("cad/z.txt").body()).isEqualTo("data");
  }

  private static boolean installed(String program) {
    return Files.isExecutable(Path.of("/usr/bin", program));
  }

  private String run(String... command) throws Exception {
    return run(null, List.of(command));
  }

  private String run(Path orders, List<String> command) throws Exception {
    var output = Files.createTempFile(folder, "said", ".txt");
    var builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("HOME", folder.toString());
    builder.redirectInput(orders == null ? new java.io.File("/dev/null") : orders.toFile());
    var process = builder.start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    var said = Files.readString(output);
    assertThat(process.exitValue()).as(said).isZero();
    return said;
  }
}
