package org.diestra.office.invitations;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.diestra.OfficeDesk;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.diestra.platform.data.HouseRights;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;

/** A client, an assistant who works with its appointments, and people whom they invite. */
abstract class InvitationDesk extends OfficeDesk {
  private static final Pattern EVENT =
      Pattern.compile("/calendar/events/([0-9A-Za-z]{22})\\?at=([0-9TZ]+)");
  private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"([0-9a-f]{64})\"");
  private static final Pattern SEAL = Pattern.compile("name=\"seal\" value=\"([0-9a-f]{64})\"");
  private static final Pattern LINK = Pattern.compile("/meetings/[0-9A-Za-z_-]{20,}");
  private static final Pattern ONE = Pattern.compile("/people/([0-9A-Za-z]{22})/(?:removal|role)");
  @Autowired JdbcClient jdbc;
  @Autowired HouseRights house;
  UUID contract;
  String page;

  @BeforeEach
  @Override
  protected void aWorkspace() {
    super.aWorkspace();
    contract = works(assistant, Area.APPOINTMENTS);
    page = "/w/" + room + "/calendar";
  }

  String calendar(Viewer viewer, boolean own) throws Exception {
    var made =
        send(
            viewer,
            "/calendar/calendars/new?room=" + (own ? "" : room),
            "name",
            "Shop",
            "colour",
            "blue",
            "zone",
            "Europe/Madrid");
    assertThat(made.getStatus()).isEqualTo(302);
    return made.getRedirectedUrl().replace("/calendar/calendars/", "");
  }

  /** An event on Tuesday, 7 January 2087, 10:00 in Madrid; its address. */
  String event(Viewer viewer, String calendar, String title, String... more) throws Exception {
    var fields = new ArrayList<>(List.of("calendar", calendar, "title", title));
    fields.addAll(
        List.of("from", "2087-01-07", "begins", "10:00", "ends", "11:00", "zone", "Europe/Madrid"));
    fields.addAll(List.of("every", "1"));
    fields.addAll(List.of(more));
    assertThat(send(viewer, "/calendar/events/new", fields.toArray(String[]::new)).getStatus())
        .isEqualTo(302);
    var on = calendarPage(viewer);
    var found = EVENT.matcher(on);
    while (found.find()) {
      if (found.group(2).startsWith("20870107T0900")) {
        var href = "/calendar/events/" + found.group(1);
        if (text(viewer, href).contains(title)) {
          return href;
        }
      }
    }
    throw new AssertionError("no event " + title);
  }

  private String calendarPage(Viewer viewer) throws Exception {
    return text(viewer, "/calendar?date=2087-01-07");
  }

  void change(Viewer viewer, String href, String scope, String... fields) throws Exception {
    var all = new ArrayList<>(List.of("seen", seen(viewer, href), "scope", scope));
    all.addAll(List.of("zone", "Europe/Madrid", "every", "1"));
    all.addAll(List.of(fields));
    assertThat(send(viewer, href, all.toArray(String[]::new)).getStatus()).isEqualTo(302);
  }

  String seen(Viewer viewer, String href) throws Exception {
    return first(SEEN, text(viewer, href));
  }

  MockHttpServletResponse invite(Viewer viewer, String href, String email) throws Exception {
    return send(viewer, href + "/people", "email", email, "name", "");
  }

  void invite(Viewer viewer, String href, Viewer member) throws Exception {
    assertThat(send(viewer, href + "/people", "person", member.id().toString()).getStatus())
        .isEqualTo(302);
  }

  /** Presses the button that says to whom it goes. */
  MockHttpServletResponse letters(Viewer viewer, String href) throws Exception {
    return send(
        viewer, href + "/people/letters", "seal", first(SEAL, text(viewer, href + "/people")));
  }

  String guest(Viewer viewer, String href) throws Exception {
    return first(ONE, text(viewer, href + "/people"));
  }

  static String address() {
    return UUID.randomUUID().toString().substring(0, 13) + "@elsewhere.example";
  }

  /** What calendars were sent to an address, the last last. */
  List<String> calendars(String address) {
    return jdbc.sql(
            """
            select a.content from mail.attachment a join mail.letter l on l.id = a.letter
            where l.address = :address order by l.id
            """)
        .param("address", address)
        .query((r, n) -> new String(r.getBytes("content"), UTF_8).replace("\r\n ", ""))
        .list();
  }

  /** The page behind the link of the last letter to an address. */
  String link(String address) {
    var body =
        jdbc.sql("select body from mail.letter where address = :address order by id desc limit 1")
            .param("address", address)
            .query(String.class)
            .single();
    return first(LINK, body);
  }

  /** As somebody without an account. */
  String open(String link) throws Exception {
    return read(mvc.perform(get(link)).andReturn().getResponse(), link);
  }

  MockHttpServletResponse answer(String link, String answer, String... more) throws Exception {
    var request = post(link).param("answer", answer);
    for (int i = 0; i < more.length; i += 2) {
      request.param(more[i], more[i + 1]);
    }
    return mvc.perform(request).andReturn().getResponse();
  }

  static String first(Pattern wanted, String in) {
    var found = wanted.matcher(in);
    assertThat(found.find()).as(wanted + " in " + in).isTrue();
    return found.groupCount() > 0 ? found.group(1) : found.group();
  }

  static String[] fields(String title, String begins, String... more) {
    var all =
        new java.util.ArrayList<>(
            java.util.List.of(
                "title",
                title,
                "from",
                "2087-01-07",
                "to",
                "2087-01-07",
                "begins",
                begins,
                "ends",
                begins.equals("10:00") ? "11:00" : "13:00",
                "place",
                "Cellar"));
    all.addAll(java.util.List.of(more));
    return all.toArray(String[]::new);
  }
}
