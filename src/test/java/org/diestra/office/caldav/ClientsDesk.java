package org.diestra.office.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.diestra.platform.base.Area;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An assistant whose computer keeps a client's calendar, with the programs of others. */
abstract class ClientsDesk extends CaldavDesk {
  @TempDir Path folder;
  String shop;
  UUID contract;
  Program other;

  @BeforeEach
  void aSharedCalendarOnAComputer() throws Exception {
    assumeTrue(installed("vdirsyncer"), "vdirsyncer is not installed: apt-get install vdirsyncer");
    shop = shared("Tienda");
    contract = works(assistant, Area.APPOINTMENTS);
    mine.put(path() + "a.ics", hour("a", "20310107", "Tasting"));
    other = program(assistant);
    Files.writeString(
        folder.resolve("vdirsyncer"),
        """
        [general]
        status_path = "%1$s/status/"
        [pair p]
        a = "here"
        b = "there"
        collections = ["from b"]
        metadata = ["displayname", "color"]
        [storage here]
        type = "filesystem"
        path = "%1$s/calendars/"
        fileext = ".ics"
        [storage there]
        type = "caldav"
        url = "http://localhost:%2$d/"
        username = "%3$s"
        password = "%4$s"
        """
            .formatted(folder, port, assistant.email(), other.password));
    assertThat(vdirsyncer("discover")).as("discover").isZero();
    assertThat(vdirsyncer("metasync")).as("metasync").isZero();
    sync();
  }

  String path() {
    return mine.home() + shop + "/";
  }

  Path local() {
    return folder.resolve("calendars").resolve(shop);
  }

  int vdirsyncer(String what) throws Exception {
    return run("vdirsyncer", "-c", folder.resolve("vdirsyncer").toString(), what);
  }

  void sync() throws Exception {
    assertThat(vdirsyncer("sync")).as(said()).isZero();
  }

  /** Where khal finds the calendar on the computer. */
  String khal() throws Exception {
    assumeTrue(installed("khal"), "khal is not installed: apt-get install khal");
    Files.writeString(
        folder.resolve("khal"),
        """
        [calendars]
        [[shop]]
        path = %s
        [locale]
        timeformat = %%H:%%M
        dateformat = %%Y-%%m-%%d
        longdateformat = %%Y-%%m-%%d
        datetimeformat = %%Y-%%m-%%d %%H:%%M
        longdatetimeformat = %%Y-%%m-%%d %%H:%%M
        default_timezone = Europe/Madrid
        local_timezone = Europe/Madrid
        [default]
        default_calendar = shop
        """
            .formatted(local()));
    return folder.resolve("khal").toString();
  }

  static boolean installed(String program) {
    return Files.isExecutable(Path.of("/usr/bin", program));
  }

  int run(String... command) throws Exception {
    return end(begin(command));
  }

  Process begin(String... command) throws Exception {
    return begin("y\n".repeat(20), command);
  }

  /**
   * @param typed what somebody types into it
   */
  Process begin(String typed, String[] command) throws Exception {
    var answers = folder.resolve("answers");
    Files.writeString(answers, typed);
    var builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectInput(answers.toFile())
            .redirectOutput(folder.resolve("said").toFile());
    builder.environment().put("HOME", folder.toString());
    builder.environment().put("LC_ALL", "C.UTF-8");
    return builder.start();
  }

  static int end(Process process) throws Exception {
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  String said() throws Exception {
    try (Stream<String> lines = Files.lines(folder.resolve("said"))) {
      return String.join("\n", lines.toList());
    }
  }
}
