package org.diestra.office.caldav;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.time.Duration;
import java.util.regex.Pattern;
import org.diestra.HouseTest;
import org.diestra.platform.base.Area;
import org.junit.jupiter.api.Test;

/** Programs of others on a person's calendars, both ways and without loss. */
@HouseTest
class CalendarClientsTests extends ClientsDesk {
  private static final int MANY = 250;

  @Test
  void khalMovesAnAppointmentAndBothSidesShowIt() throws Exception {
    assertThat(local().resolve("a.ics")).content().contains("SUMMARY:Tasting");
    assertThat(local().resolve("displayname")).hasContent("Tienda");
    var khal = khal();
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

  /** What was taken by then stands, nothing is taken after, and their own copies are all there. */
  @Test
  void accessThatEndsWhileAProgramBringsItsChangesLosesNothingOnEitherSide() throws Exception {
    for (int i = 0; i < MANY; i++) {
      Files.writeString(local().resolve("n" + i + ".ics"), hour("n" + i, "20310201", "New"));
    }
    var program = begin("vdirsyncer", "-c", folder.resolve("vdirsyncer").toString(), "sync");
    await().pollInterval(Duration.ofMillis(20)).until(() -> brought() > 5);
    workspaces.close(contract, null);
    assertThat(end(program)).as(said()).isNotZero();
    int taken = brought();
    assertThat(taken).isBetween(6, MANY - 1);
    var theirs = path().replace(mine.home(), other.home());
    assertThat(other.sync(theirs, "").status()).isEqualTo(404);
    assertThat(other.put(theirs + "late.ics", hour("late", "20310201", "Late")).statusCode())
        .isEqualTo(404);
    assertThat(vdirsyncer("sync")).isNotZero();
    assertThat(brought()).isEqualTo(taken);
    assertThat(mine.get(path() + "a.ics")).contains("Tasting");
    try (var files = Files.list(local())) {
      assertThat(files.filter(f -> f.toString().endsWith(".ics"))).hasSize(MANY + 1);
    }
    // let in again, they bring the rest, and nothing comes twice
    works(assistant, Area.APPOINTMENTS);
    sync();
    assertThat(brought()).isEqualTo(MANY);
  }

  private int brought() throws Exception {
    var listed = mine.propfind(path(), "1", "<D:getetag/>");
    return (int) Pattern.compile("\\.ics</D:href>").matcher(listed).results().count() - 1;
  }
}
