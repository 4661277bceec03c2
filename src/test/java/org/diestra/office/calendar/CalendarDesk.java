package org.diestra.office.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.People.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.diestra.People;
import org.diestra.office.workspaces.Level;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** A client with a workspace, an assistant, and what both do with calendars in a browser. */
abstract class CalendarDesk {
  private static final Pattern EVENT =
      Pattern.compile("/calendar/events/([0-9A-Za-z]{22})\\?at=([0-9TZ]+)");
  private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([0-9a-f]{64})\"");
  @Autowired MockMvc mvc;
  @Autowired People people;
  @Autowired Workspaces workspaces;
  Viewer owner;
  Viewer assistant;
  WorkspaceId room;
  String page;

  @BeforeEach
  void aWorkspace() {
    owner = people.client("Lucía");
    assistant = people.assistant("Rosa");
    room = workspaces.open(People.organisation(owner));
    page = "/w/" + room + "/calendar";
  }

  UUID works(Viewer viewer, Area... areas) {
    var contract = UUID.randomUUID();
    workspaces.admit(contract, room, viewer.id(), Set.of(areas), Level.WORKING);
    return contract;
  }

  MockHttpServletResponse show(Viewer viewer, String path) throws Exception {
    return mvc.perform(get(path).with(signedIn(viewer))).andReturn().getResponse();
  }

  String text(Viewer viewer, String path) throws Exception {
    var answer = show(viewer, path);
    assertThat(answer.getStatus()).as(path).isEqualTo(200);
    return answer.getContentAsString(StandardCharsets.UTF_8);
  }

  MockHttpServletResponse send(Viewer viewer, String path, String... fields) throws Exception {
    var request = post(path).with(signedIn(viewer)).with(csrf());
    for (int i = 0; i < fields.length; i += 2) {
      request.param(fields[i], fields[i + 1]);
    }
    return mvc.perform(request).andReturn().getResponse();
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
