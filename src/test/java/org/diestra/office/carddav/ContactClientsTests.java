package org.diestra.office.carddav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.diestra.HouseTest;
import org.diestra.platform.base.Area;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs of others on a workspace's contacts, both ways and without loss. */
@HouseTest
class ContactClientsTests extends CarddavDesk {
  @TempDir private Path folder;
  private String password;

  private Path local() {
    return folder.resolve("contacts").resolve(room.toString());
  }

  private void settings(String more) throws Exception {
    if (password == null) {
      password = program(assistant).password;
    }
    Files.writeString(
        folder.resolve("vdirsyncer"),
        """
        [general]
        status_path = "%1$s/status/"
        [pair p]
        a = "here"
        b = "there"
        collections = ["from b"]
        metadata = ["displayname"]
        %5$s
        [storage here]
        type = "filesystem"
        path = "%1$s/contacts/"
        fileext = ".vcf"
        [storage there]
        type = "carddav"
        url = "http://localhost:%2$d/"
        username = "%3$s"
        password = "%4$s"
        """
            .formatted(folder, port, assistant.email(), password, more));
  }

  @Test
  void vdirsyncerAndKhardKeepTheBookBothWays() throws Exception {
    assumeTrue(installed("vdirsyncer"), "vdirsyncer is not installed: apt-get install vdirsyncer");
    works(assistant, Area.ADMIN);
    mine.put("a.vcf", card("a", "Imprenta Turia", "X-OWN:kept\nTEL;TYPE=work:963000001"));
    settings("");
    assertThat(vdirsyncer("discover")).as(said()).isZero();
    assertThat(vdirsyncer("metasync")).as(said()).isZero();
    sync();
    var file = local().resolve("a.vcf");
    assertThat(file).content().contains("X-OWN:kept", "FN:Imprenta Turia");
    if (installed("khard")) {
      khard();
    }
    // what is changed here and there at once is lost on neither side
    Files.writeString(file, Files.readString(file).replace("963000001", "963000002"));
    mine.put("a.vcf", card("a", "Imprenta Turia", "X-OWN:kept\nTEL;TYPE=work:963000003"));
    assertThat(vdirsyncer("sync")).isNotZero();
    assertThat(said()).containsIgnoringCase("conflict");
    assertThat(file).content().contains("963000002");
    assertThat(mine.get("a.vcf")).contains("963000003");
    settings("conflict_resolution = \"a wins\"");
    sync();
    assertThat(mine.get("a.vcf")).contains("963000002", "X-OWN:kept");
    Files.delete(file);
    sync();
    assertThat(mine.ask("GET", mine.book() + "a.vcf", "").statusCode()).isEqualTo(404);
    assertThat(text(owner, "/w/" + room + "/contacts/trash")).contains("Imprenta Turia");
  }

  private void khard() throws Exception {
    Files.writeString(
        folder.resolve("khard.conf"),
        """
        [addressbooks]
        [[shop]]
        path = %s
        [general]
        default_action = list
        editor = /bin/true
        merge_editor = /bin/true
        [vcard]
        preferred_version = 3.0
        """
            .formatted(local()));
    Files.writeString(
        folder.resolve("new.yaml"),
        "First name: Begoña\nLast name: Ñíguez\nOrganisation: Papelera del Sur\nPhone:\n  work: \"+34 600 11 22 33\"\nEmail:\n  work: bego@papelera.example\n");
    var config = folder.resolve("khard.conf").toString();
    assertThat(run("khard", "-c", config, "list")).as(said()).isZero();
    assertThat(said()).contains("Imprenta Turia");
    assertThat(
            run(
                "khard",
                "-c",
                config,
                "new",
                "-a",
                "shop",
                "-i",
                folder.resolve("new.yaml").toString()))
        .as(said())
        .isZero();
    sync();
    assertThat(text(owner, "/w/" + room + "/contacts?q=niguez bego"))
        .contains("Begoña Ñíguez", "Papelera del Sur");
    assertThat(text(owner, "/w/" + room + "/contacts?q=600112233")).contains("Begoña");
  }

  private int vdirsyncer(String what) throws Exception {
    return run("vdirsyncer", "-c", folder.resolve("vdirsyncer").toString(), what);
  }

  private void sync() throws Exception {
    assertThat(vdirsyncer("sync")).as(said()).isZero();
  }

  private static boolean installed(String program) {
    return Files.isExecutable(Path.of("/usr/bin", program));
  }

  private int run(String... command) throws Exception {
    var answers = folder.resolve("answers");
    Files.writeString(answers, "y\n".repeat(20));
    var builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectInput(answers.toFile())
            .redirectOutput(folder.resolve("said").toFile());
    builder.environment().put("HOME", folder.toString());
    builder.environment().put("LC_ALL", "C.UTF-8");
    var process = builder.start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  private String said() throws Exception {
    var said = folder.resolve("said");
    return Files.exists(said) ? Files.readString(said) : "";
  }
}
