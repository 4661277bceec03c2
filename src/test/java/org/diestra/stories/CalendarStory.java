package org.diestra.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Base64;
import org.diestra.HouseTest;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.programs.AppPasswords;
import org.diestra.platform.programs.Part;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A calendar that is open in a browser while a program changes it. */
@Tag("browser")
@HouseTest
class CalendarStory extends Story {
  @Autowired AppPasswords passwords;

  @ParameterizedTest
  @EnumSource(names = "SPANISH")
  void anAppointmentThatAProgramMovesMovesOnTheOpenPage(Way way) throws Exception {
    var owner = client(way, "Lucía");
    var home = "/dav/calendars/" + owner.id() + "/tienda/";
    var day = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC).withDayOfMonth(10);
    var key = key(owner);
    assertThat(send(key, "MKCALENDAR", home, "")).isEqualTo(201);
    assertThat(send(key, "PUT", home + "a.ics", event(day))).isEqualTo(201);
    var lucia = window(way, owner);
    lucia.open("/calendar?view=month&date=" + day);
    assertThat(lucia.text("td[data-drop='" + day + "']")).contains("Cata de vinos");
    assertThat(send(key, "PUT", home + "a.ics", event(day.plusDays(2)))).isEqualTo(204);
    lucia.seen("td[data-drop='" + day.plusDays(2) + "'] :text('Cata de vinos')").waitFor();
    assertThat(lucia.text("td[data-drop='" + day + "']")).doesNotContain("Cata de vinos");
  }

  private String key(Viewer viewer) {
    var sent = viewer.email() + ":" + passwords.of(viewer, Part.CALENDARS);
    return Base64.getEncoder().encodeToString(sent.getBytes(StandardCharsets.UTF_8));
  }

  private static String event(LocalDate day) {
    return """
    BEGIN:VCALENDAR
    VERSION:2.0
    PRODID:-//test//EN
    BEGIN:VEVENT
    UID:a
    DTSTAMP:20260101T000000Z
    DTSTART;VALUE=DATE:%s
    SUMMARY:Cata de vinos
    END:VEVENT
    END:VCALENDAR
    """
        .formatted(day.toString().replace("-", ""));
  }

  private int send(String key, String method, String path, String body) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .method(method, BodyPublishers.ofString(body))
            .header("Authorization", "Basic " + key)
            .build();
    try (var http = HttpClient.newHttpClient()) {
      return http.send(request, BodyHandlers.discarding()).statusCode();
    }
  }
}
