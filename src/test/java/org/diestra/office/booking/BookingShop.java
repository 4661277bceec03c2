package org.diestra.office.booking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.diestra.Browsing;
import org.diestra.HouseTest;
import org.diestra.People;
import org.diestra.office.workspaces.Level;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.diestra.platform.data.HouseRights;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;

/** A client whose customers book, an assistant who looks after it, and what each does. */
@HouseTest
abstract class BookingShop extends Browsing {
  static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
  private static final Pattern TIME = Pattern.compile("name=\"at\" value=\"([^\"]+)\"");
  private static final Pattern SEEN = Pattern.compile("name=\"seen\" value=\"(\\d+)\"");
  @Autowired People people;
  @Autowired Workspaces workspaces;
  @Autowired HouseRights house;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;
  final UUID contract = UUID.randomUUID();
  final String handle = "shop-" + UUID.randomUUID().toString().substring(0, 13);
  Viewer owner;
  Viewer rosa;
  WorkspaceId room;
  String page;

  @BeforeEach
  void aShop() throws Exception {
    owner = people.client("Lucía");
    rosa = people.assistant("Rosa");
    room = workspaces.open(People.organisation(owner));
    workspaces.admit(contract, room, rosa.id(), Set.of(Area.APPOINTMENTS), Level.WORKING);
    page = "/w/" + room + "/booking";
    var put =
        send(
            owner,
            page + "/page",
            "handle",
            handle,
            "name",
            "El Faro",
            "contact",
            "hola@faro.example",
            "sender",
            "rosa@asiste.example",
            "sites",
            "https://faro.example/");
    assertThat(put.getStatus()).as(put.getContentAsString()).isEqualTo(302);
  }

  /** As somebody who has no account, from a network address of their own. */
  MockHttpServletResponse guest(String path, String... fields) throws Exception {
    var request = fields.length == 0 ? get(path) : post(path);
    for (int i = 0; i < fields.length; i += 2) {
      request.param(fields[i], fields[i + 1]);
    }
    var address = "198.18." + path.hashCode() % 100 + "." + Thread.currentThread().threadId();
    return mvc.perform(
            request.with(r -> {
              r.setRemoteAddr(address + UUID.randomUUID());
              return r;
            }))
        .andReturn()
        .getResponse();
  }

  String guestText(String path) throws Exception {
    return read(guest(path), path);
  }

  /**
   * A service of an hour on every day from nine to twelve in Madrid, given by its client.
   *
   * @return the last part of its page's address in the workspace
   */
  String service(String name, String... more) throws Exception {
    var fields =
        new ArrayList<>(
            List.of(
                "name",
                name,
                "minutes",
                "60",
                "grid",
                "60",
                "noticeHours",
                "12",
                "noticeDays",
                "0",
                "horizon",
                "60",
                "freeHours",
                "24",
                "before",
                "0",
                "after",
                "0",
                "zone",
                "Europe/Madrid",
                "open",
                "true",
                "waiting",
                "true"));
    if (!Arrays.asList(more).contains("host")) {
      fields.addAll(List.of("host", owner.id().toString()));
    }
    for (int i = 0; i < more.length; i += 2) {
      int at = fields.indexOf(more[i]);
      if (at >= 0 && at % 2 == 0 && !more[i].equals("host")) {
        fields.set(at + 1, more[i + 1]);
      } else {
        fields.addAll(List.of(more[i], more[i + 1]));
      }
    }
    var made = send(rosa, page + "/services/new", fields.toArray(String[]::new));
    assertThat(made.getStatus()).as(made.getContentAsString()).isEqualTo(302);
    var href = String.valueOf(made.getRedirectedUrl());
    var hours = new ArrayList<>(List.of("zone", "Europe/Madrid"));
    for (var day : java.time.DayOfWeek.values()) {
      hours.addAll(List.of(HoursForm.field(day), "09:00-12:00"));
    }
    assertThat(send(rosa, href, hours.toArray(String[]::new)).getStatus()).isEqualTo(302);
    return href.replace("/hours", "");
  }

  /** A calendar of that person's own; its id. */
  String ownCalendar(Viewer viewer) throws Exception {
    var made =
        send(
            viewer,
            "/calendar/calendars/new?room=",
            "name",
            "Mine",
            "colour",
            "blue",
            "zone",
            "Europe/Madrid");
    assertThat(made.getStatus()).isEqualTo(302);
    return String.valueOf(made.getRedirectedUrl()).replace("/calendar/calendars/", "");
  }

  String book(String name) {
    return "/book/" + handle + "/" + ServiceForm.slug(name);
  }

  /** In some days at that hour in Madrid. */
  Instant at(int days, int hour) {
    return date(days).atTime(hour, 0).atZone(MADRID).toInstant();
  }

  LocalDate date(int days) {
    return LocalDate.ofInstant(clock.instant().plus(Duration.ofDays(days)), MADRID);
  }

  List<Instant> offered(String path) throws Exception {
    return TIME.matcher(guestText(path)).results().map(m -> Instant.parse(m.group(1))).toList();
  }

  String seen(Viewer viewer, String href) throws Exception {
    var found = SEEN.matcher(text(viewer, href));
    assertThat(found.find()).isTrue();
    return found.group(1);
  }

  /** Keeps a time and says who comes; answers the guest's own page. */
  String booked(String name, Instant at, String guest, String email, String... answers)
      throws Exception {
    var held = guest(book(name) + "/holds", "at", at.toString(), "zone", "America/New_York");
    assertThat(held.getStatus()).as(held.getContentAsString()).isEqualTo(302);
    var mine = String.valueOf(held.getRedirectedUrl());
    var fields = new ArrayList<>(List.of("name", guest, "email", email));
    fields.addAll(List.of(answers));
    var given = guest(mine + "/details", fields.toArray(String[]::new));
    assertThat(given.getStatus()).as(given.getContentAsString()).isEqualTo(302);
    return mine;
  }

  int count(String where, Object value) {
    return house.call(() ->
        jdbc.sql("select count(*) from booking." + where)
            .param("it", value)
            .query(Integer.class)
            .single());
  }
}
