package org.diestra.office.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.diestra.HouseTest;
import org.diestra.platform.base.Area;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs of others on a person's calendars, both ways and without loss. */
@HouseTest
class CalendarClientsTests extends CaldavDesk {
  @TempDir private Path folder;
  private String shop;

  @BeforeEach
  void aSharedCalendarOnAComputer() throws Exception {
    assumeTrue(installed("vdirsyncer"), "vdirsyncer is not installed: apt-get install vdirsyncer");
    shop = shared("Tienda");
    works(assistant, Area.APPOINTMENTS);
    mine.put(path() + "a.ics", hour("a", "20310107", "Tasting"));
    var theirs = program(assistant);
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
            .formatted(folder, port, assistant.email(), theirs.password));
    assertThat(vdirsyncer("discover")).as("discover").isZero();
    assertThat(vdirsyncer("metasync")).as("metasync").isZero();
    sync();
  }

  private String path() {
    return mine.home() + shop + "/";
  }

  private Path local() {
    return folder.resolve("calendars").resolve(shop);
  }

  private int vdirsyncer(String what) throws Exception {
    return run("vdirsyncer", "-c", folder.resolve("vdirsyncer").toString(), what);
  }

  private void sync() throws Exception {
    assertThat(vdirsyncer("sync")).as(said()).isZero();
  }

  @Test
  void khalMovesAnAppointmentAndBothSidesShowIt() throws Exception {
    assumeTrue(installed("khal"), "khal is not installed: apt-get install khal");
    assertThat(local().resolve("a.ics")).content().contains("SUMMARY:Tasting");
    assertThat(local().resolve("displayname")).hasContent("Tienda");
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
    var khal = folder.resolve("khal").toString();
    var made =
        run("khal", "-c", khal, "new", "2031-01-08", "17:00", "18:00", "Reparto ñ", "::", "Muelle");
    assertThat(made).as(said()).isZero();
    sync();
    assertThat(text(owner, "/w/" + room + "/calendar?view=week&date=2031-01-08"))
        .contains("Reparto ñ", "17:00");
    // what is changed here and there at once is lost on neither side
    var file = local().resolve("a.ics");
    Files.writeString(file, Files.readString(file).replace("Tasting", "Changed at home"));
    mine.put(path() + "a.ics", hour("a", "20310107", "Changed in the shop"));
    assertThat(vdirsyncer("sync")).isNotZero();
    assertThat(said()).containsIgnoringCase("conflict");
    assertThat(file).content().contains("Changed at home");
    assertThat(mine.get(path() + "a.ics")).contains("Changed in the shop");
    Files.writeString(
        folder.resolve("vdirsyncer"),
        Files.readString(folder.resolve("vdirsyncer"))
            .replace("[pair p]", "[pair p]\nconflict_resolution = \"a wins\""));
    sync();
    assertThat(mine.get(path() + "a.ics")).contains("Changed at home");
    Files.delete(file);
    sync();
    assertThat(mine.ask("GET", path() + "a.ics", "").statusCode()).isEqualTo(404);
  }

  @Test
  void todomanDoesATask() throws Exception {
    assumeTrue(installed("todoman"), "todoman is not installed: apt-get install todoman");
    Files.writeString(
        folder.resolve("todoman.py"),
        "path = '%s/calendars/*'\ndate_format = '%%Y-%%m-%%d'\ntime_format = '%%H:%%M'\n"
                .formatted(folder)
            + "cache_path = '%s/cache.sqlite3'\n".formatted(folder));
    var config = folder.resolve("todoman.py").toString();
    assertThat(
            run("todoman", "--config", config, "new", "-l", "Tienda", "-d", "2031-01-09", "Pedir"))
        .as(said())
        .isZero();
    sync();
    assertThat(task()).contains("SUMMARY:Pedir", "STATUS:NEEDS-ACTION");
    assertThat(run("todoman", "--config", config, "done", "1")).as(said()).isZero();
    sync();
    assertThat(task()).contains("STATUS:COMPLETED");
  }

  private String task() throws Exception {
    return mine.report(
            path(),
            "calendar-query",
            "<D:prop><C:calendar-data/></D:prop><C:filter><C:comp-filter name='VCALENDAR'>"
                + "<C:comp-filter name='VTODO'/></C:comp-filter></C:filter>")
        .body();
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
    try (Stream<String> lines = Files.lines(folder.resolve("said"))) {
      return String.join("\n", lines.toList());
    }
  }
}
