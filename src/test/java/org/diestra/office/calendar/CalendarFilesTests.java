package org.diestra.office.calendar;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.People.signedIn;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.util.regex.Pattern;
import net.fortuna.ical4j.data.CalendarBuilder;
import org.diestra.HouseTest;
import org.diestra.StatementCount;
import org.diestra.platform.base.Area;
import org.diestra.platform.timers.ClockMover;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;

/** Calendars as files: in, out, and at a secret address. */
@HouseTest
class CalendarFilesTests extends CalendarDesk {
  @Autowired private ClockMover mover;
  @Autowired private Clock clock;
  private static final Pattern ADDRESS = Pattern.compile("(/calendar/feeds/[A-Za-z0-9_-]{43})");

  private static String event(String uid, String more) {
    return "BEGIN:VEVENT\nUID:" + uid + "\nDTSTAMP:20260101T000000Z\n" + more + "\nEND:VEVENT\n";
  }

  private static String file(String... events) {
    return "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n" + String.join("", events) + "END:VCALENDAR\n";
  }

  private MockHttpServletResponse bring(String calendar, String text) throws Exception {
    var part = new MockMultipartFile("file", "a.ics", "text/calendar", text.getBytes(UTF_8));
    return mvc.perform(
            multipart("/calendar/calendars/" + calendar + "/import")
                .file(part)
                .with(signedIn(owner))
                .with(csrf())
                .content(new byte[100]))
        .andReturn()
        .getResponse();
  }

  private String out(String calendar) throws Exception {
    return text(owner, "/calendar/calendars/" + calendar + "/file");
  }

  @Test
  void aFileIsLookedAtThenTakenInAndComesOutAgain() throws Exception {
    var shop = calendar(owner, "Shop", false);
    var club =
        event(
                "club",
                "SUMMARY:Club\nDTSTART;TZID=Romance Standard Time:20310107T100000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY\nX-OWN:kept")
            + event(
                "club",
                "SUMMARY:Late\nRECURRENCE-ID;TZID=Romance Standard Time:20310114T100000\nDTSTART;TZID=Romance Standard Time:20310114T120000\nDURATION:PT1H");
    var day = event("day", "SUMMARY:Closed\nDTSTART;VALUE=DATE:20310108");
    var bad = event("bad", "SUMMARY:Broken\nDTSTART:20310108T100000Z\nRRULE:FREQ=SECONDLY");
    var look = bring(shop, file(club, day, bad)).getRedirectedUrl();
    assertThat(text(owner, look)).contains("Club", "Closed", "Broken", "FREQ=SECONDLY");
    assertThat(out(shop)).doesNotContain("Club");
    assertThat(send(owner, look).getStatus()).isEqualTo(302);
    assertThat(send(owner, look).getStatus()).isEqualTo(404);
    assertThat(text(owner, page + "?view=agenda&date=2031-01-07"))
        .contains("Club", "Late", "12:00–13:00", "Closed");

    var out = out(shop);
    assertThat(out).contains("X-OWN:kept", "X-WR-CALNAME:Shop");
    var read = new CalendarBuilder().build(new ByteArrayInputStream(out.getBytes(UTF_8)));
    assertThat(read.getComponents("VEVENT")).hasSize(3);

    var again = bring(shop, file(club, event("day", "SUMMARY:Open\nDTSTART;VALUE=DATE:20310109")));
    var change = again.getRedirectedUrl();
    assertThat(text(owner, change)).contains("Open").doesNotContain("Late");
    send(owner, change);
    assertThat(out(shop)).contains("SUMMARY:Open").doesNotContain("Closed");
  }

  @Test
  void whatIsNoFileOrAHostileOneIsRefusedWithAReason() throws Exception {
    var shop = calendar(owner, "Shop", false);
    var many = new StringBuilder();
    for (int i = 0; i < 10_001; i++) {
      many.append(event("u" + i, "DTSTART:20310107T100000Z"));
    }
    for (var text :
        new String[] {
          "hello",
          file(),
          "BEGIN:VCALENDAR\nBEGIN:VEVENT\n",
          "BEGIN:X\n".repeat(5000),
          file(many.toString())
        }) {
      var answer = bring(shop, text);
      assertThat(answer.getStatus()).isEqualTo(422);
      assertThat(answer.getContentAsString()).contains("id=\"file-why\"");
    }
  }

  @Test
  void aLargeFileCostsAsManyStatementsAsASmallOne() throws Exception {
    var shop = calendar(owner, "Shop", false);
    var one = bring(shop, file(event("a", "DTSTART:20310107T100000Z"))).getRedirectedUrl();
    int few = StatementCount.during(() -> send(owner, one)).size();
    var many = new StringBuilder();
    for (int i = 0; i < 1000; i++) {
      many.append(event("u" + i, "SUMMARY:E" + i + "\nDTSTART:20310107T100000Z"));
    }
    var all = bring(shop, file(many.toString())).getRedirectedUrl();
    assertThat(StatementCount.during(() -> send(owner, all))).hasSize(few);
    assertThat(text(owner, page + "?view=agenda&date=2031-01-01")).contains("E999");
  }

  @Test
  void aSecretAddressShowsItToProgramsUntilItIsEnded() throws Exception {
    works(assistant, Area.APPOINTMENTS);
    var shop = calendar(owner, "Shop", false);
    event(owner, shop, "Club", "2031-01-07", "10:00");
    event(owner, shop, "Doctor", "2031-01-07", "12:00", "hidden", "true", "place", "Ward");
    assertThat(send(assistant, "/calendar/calendars/" + shop + "/feed").getStatus()).isEqualTo(404);
    var shown = send(owner, "/calendar/calendars/" + shop + "/feed").getContentAsString(UTF_8);
    var found = ADDRESS.matcher(shown);
    assertThat(found.find()).isTrue();
    var address = found.group(1);
    var feed = mvc.perform(get(address)).andReturn().getResponse();
    assertThat(feed.getContentType()).startsWith("text/calendar");
    assertThat(feed.getContentAsString(UTF_8))
        .contains("SUMMARY:Club", "SUMMARY:Busy", "DTSTART;TZID=Europe/Madrid:20310107T120000")
        .doesNotContain("Doctor", "Ward");
    var same = get(address).header("If-None-Match", feed.getHeader("ETag"));
    assertThat(mvc.perform(same).andReturn().getResponse().getStatus()).isEqualTo(304);
    send(owner, "/calendar/calendars/" + shop + "/feed/end");
    assertThat(mvc.perform(get(address)).andReturn().getResponse().getStatus()).isEqualTo(404);
  }

  @Test
  void aFileDoesNotReplaceWhatOthersKeepPrivate() throws Exception {
    works(assistant, Area.APPOINTMENTS);
    var shop = calendar(owner, "Shop", false);
    var mine = "SUMMARY:Doctor\nCLASS:PRIVATE\nDTSTART:20310107T100000Z";
    send(owner, bring(shop, file(event("d", mine))).getRedirectedUrl());
    owner = assistant;
    var look = bring(shop, file(event("d", "SUMMARY:Mine\nDTSTART:20310107T100000Z")));
    assertThat(text(assistant, look.getRedirectedUrl())).contains("Mine", "privado");
  }

  /** Whoever managed it for a while made one, and kept it. */
  @Test
  void aSecretAddressEndsWithTheRightOfWhoMadeIt() throws Exception {
    var contract = works(assistant, Area.TRAVEL);
    var shop = calendar(owner, "Shop", false);
    var settings = "/calendar/calendars/" + shop;
    send(owner, settings + "/shares", "with", room + ":" + assistant.id(), "reach", "manage");
    var found = ADDRESS.matcher(send(assistant, settings + "/feed").getContentAsString(UTF_8));
    assertThat(found.find()).isTrue();
    var address = found.group(1);
    assertThat(mvc.perform(get(address)).andReturn().getResponse().getStatus()).isEqualTo(200);
    workspaces.close(contract, null);
    assertThat(mvc.perform(get(address)).andReturn().getResponse().getStatus()).isEqualTo(404);
    mover.skipTo(clock.instant().plusSeconds(1));
    works(assistant, Area.TRAVEL); // again: what she was shown herself does not come back
    assertThat(show(assistant, settings).getStatus()).isEqualTo(404);
    assertThat(mvc.perform(get(address)).andReturn().getResponse().getStatus()).isEqualTo(404);
  }

  /** It names the file by its address, which opens it to nobody who could not open it before. */
  @Test
  void anEventThatIsBroughtKeepsTheFilesBesideIt() throws Exception {
    works(assistant, Area.APPOINTMENTS);
    var shop = calendar(owner, "Shop", false);
    event(owner, shop, "Tasting", "2031-01-07", "10:00");
    var href = href(owner, page + "?date=2031-01-07", "20310107T090000Z");
    var part = new MockMultipartFile("file", "wines.txt", "text/plain", "Rioja".getBytes(UTF_8));
    mvc.perform(
        multipart(href + "/attachments")
            .file(part)
            .param("seen", seen(owner, href))
            .with(signedIn(owner))
            .with(csrf())
            .content(new byte[100]));
    var file = Pattern.compile("/calendar/attachments/[0-9A-Za-z]{22}").matcher(text(owner, href));
    assertThat(file.find()).isTrue();
    var brought = out(shop).replace("SUMMARY:Tasting", "SUMMARY:Wine");
    var other = calendar(owner, "Other", false);
    send(owner, bring(other, brought).getRedirectedUrl());
    send(owner, href + "/removal", "seen", seen(owner, href), "scope", "all");
    assertThat(text(assistant, file.group())).isEqualTo("Rioja");
    send(
        owner,
        bring(other, brought.replaceAll("ATTACH[^\n]*\n( [^\n]*\n)*", "")).getRedirectedUrl());
    assertThat(show(assistant, file.group()).getStatus()).isEqualTo(404);
  }
}
