package org.diestra.office.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.diestra.OfficeDesk;
import org.diestra.platform.accounts.Viewer;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.mock.web.MockHttpServletResponse;

/** A client with a workspace, an assistant, and what both do with calendars in a browser. */
abstract class CalendarDesk extends OfficeDesk {
  private static final Pattern EVENT =
      Pattern.compile("/calendar/events/([0-9A-Za-z]{22})\\?at=([0-9TZ]+)");
  private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([0-9a-f]{64})\"");
  String page;

  @BeforeEach
  @Override
  protected void aWorkspace() {
    super.aWorkspace();
    page = "/w/" + room + "/calendar";
  }

  /** A calendar of the workspace, or of one's own where it is in none. */
  String calendar(Viewer viewer, String name, boolean own) throws Exception {
    var answer =
        send(
            viewer,
            "/calendar/calendars/new?room=" + (own ? "" : room),
            "name",
            name,
            "colour",
            "blue",
            "zone",
            "Europe/Madrid");
    assertThat(answer.getStatus()).isEqualTo(302);
    return answer.getRedirectedUrl().replace("/calendar/calendars/", "");
  }

  MockHttpServletResponse event(
      Viewer viewer, String calendar, String title, String from, String begins, String... more)
      throws Exception {
    var end = begins.replaceFirst("^..", String.valueOf(Integer.parseInt(begins, 0, 2, 10) + 1));
    var fields =
        new java.util.ArrayList<>(
            java.util.List.of(
                "calendar",
                calendar,
                "title",
                title,
                "from",
                from,
                "begins",
                begins,
                "ends",
                end,
                "zone",
                "Europe/Madrid",
                "every",
                "1"));
    fields.addAll(java.util.List.of(more));
    return send(viewer, "/calendar/events/new", fields.toArray(String[]::new));
  }

  /** Where the event stands that a page links to behind that text. */
  String href(Viewer viewer, String on, String time) throws Exception {
    var found = EVENT.matcher(text(viewer, on));
    while (found.find()) {
      if (found.group(2).equals(time)) {
        return "/calendar/events/" + found.group(1);
      }
    }
    throw new AssertionError("no event at " + time);
  }

  String seen(Viewer viewer, String href) throws Exception {
    var found = SEEN.matcher(text(viewer, href));
    assertThat(found.find()).isTrue();
    return found.group(1);
  }
}
