package org.diestra.office.invitations;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.activation.DataHandler;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;
import org.diestra.HouseTest;
import org.diestra.platform.mail.OpenDoor;
import org.diestra.platform.mail.Replies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

/** Answers that calendar programs send by mail. */
@HouseTest
class MailAnswersTests extends InvitationDesk {
  private static final Pattern UID = Pattern.compile("UID:(\\S+)");
  @Autowired private ObjectProvider<Replies> replies;
  private OpenDoor door;
  private String href;
  private String guest;
  private String uid;

  @BeforeEach
  void aWeeklyTasting() throws Exception {
    door = OpenDoor.open(jdbc, replies);
    href = event(owner, calendar(owner, false), "Tasting", "repeat", "weekly");
    guest = address();
    invite(owner, href, guest);
    letters(owner, href);
    uid = first(UID, calendars(guest).getLast());
  }

  @AfterEach
  void close() {
    door.close();
  }

  private static String ics(String method, String uid, String... lines) {
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//X//X//EN\r\nMETHOD:"
        + method
        + "\r\nBEGIN:VEVENT\r\nUID:"
        + uid
        + "\r\n"
        + String.join("\r\n", lines)
        + "\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n";
  }

  private String says(String partstat) {
    return "ATTENDEE;PARTSTAT=" + partstat + ":mailto:" + guest;
  }

  private static MimeMessage mail(String from, String method, String ics) throws Exception {
    var mail = OpenDoor.mail(from, "");
    var words = new MimeBodyPart();
    words.setText("Accepted", "UTF-8");
    var calendar = new MimeBodyPart();
    var type = "text/calendar; method=" + method + "; charset=UTF-8";
    calendar.setDataHandler(
        new DataHandler(new ByteArrayDataSource(ics.getBytes(StandardCharsets.UTF_8), type)));
    mail.setContent(new MimeMultipart("alternative", words, calendar));
    return mail;
  }

  private String bring(String method, String ics) throws Exception {
    return door.bring(mail(guest, method, ics), guest, door.address(id()));
  }

  private UUID id() {
    return house.call(() ->
        jdbc.sql("select id from invitations.guest where address_key = :key")
            .param("key", guest)
            .query(UUID.class)
            .single());
  }

  private String people() throws Exception {
    return text(owner, href + "/people");
  }

  @Test
  void anAnswerIsReadBackTwiceIsOnceAndALateOneChangesNothing() throws Exception {
    var yes =
        ics("REPLY", uid, "DTSTAMP:20200102T100000Z", "SEQUENCE:0", says("ACCEPTED"), "COMMENT:Hi");
    assertThat(bring("REPLY", yes)).isEmpty();
    assertThat(bring("REPLY", yes)).isEmpty();
    assertThat(people()).contains("1 come", "Hi");
    var earlier = ics("REPLY", uid, "DTSTAMP:20200101T100000Z", says("DECLINED"));
    assertThat(bring("REPLY", earlier)).isEmpty();
    assertThat(people()).contains("1 come");
    var told =
        jdbc.sql(
                "select count(*) from notifications.notice where href = :href and kind = 'invitations:answered'")
            .param("href", href)
            .query(Integer.class);
    assertThat(house.call(told::single)).isEqualTo(1);
  }

  @Test
  void anAnswerToOneDateIsOfThatDateAlone() throws Exception {
    var no = ics("REPLY", uid, "RECURRENCE-ID:20870114T090000Z", "SEQUENCE:0", says("DECLINED"));
    assertThat(bring("REPLY", no)).isEmpty();
    assertThat(people()).contains("1 have not answered", "Does not come");
    var never = ics("REPLY", uid, "RECURRENCE-ID:20870115T090000Z", says("DECLINED"));
    assertThat(bring("REPLY", never)).contains("550");
  }

  @Test
  void whoeverAnswersForSomebodyElseOrFromElsewhereIsRefused() throws Exception {
    var ics = ics("REPLY", uid, says("ACCEPTED"));
    var eve = "eve@example.net";
    assertThat(door.bring(mail(eve, "REPLY", ics), eve, door.address(id()))).contains("550");
    var other = ics.replace(guest, eve);
    assertThat(bring("REPLY", other)).contains("550");
    assertThat(bring("REPLY", ics("REPLY", "another", says("ACCEPTED")))).contains("550");
    assertThat(bring("REQUEST", ics("REQUEST", uid, says("ACCEPTED")))).contains("550");
    assertThat(people()).contains("0 come", "1 have not answered");
  }

  @Test
  void whatACalendarServerSendsByItselfInTheNameOfWhoeverWasAskedIsAnAnswer() throws Exception {
    var mail = mail(guest, "REPLY", ics("REPLY", uid, says("ACCEPTED")));
    mail.setHeader("Auto-Submitted", "auto-generated");
    assertThat(door.bring(mail, "bounce@calendars.example", door.address(id()))).isEmpty();
    assertThat(people()).contains("1 come");
  }

  @Test
  void whatElseAProgramSendsByItselfIsTakenAndDroppedAndWordsComeFromTheirSenderAlone()
      throws Exception {
    var away = OpenDoor.mail(guest, "I am away");
    away.setHeader("Auto-Submitted", "auto-replied");
    assertThat(door.bring(away, guest, door.address(id()))).isEmpty();
    assertThat(door.bring(OpenDoor.mail(guest, "Undeliverable"), "<>", door.address(id())))
        .isEmpty();
    var words = OpenDoor.mail(guest, "I come for sure");
    assertThat(door.bring(words, "bounce@calendars.example", door.address(id()))).contains("550");
    assertThat(people()).doesNotContain("Undeliverable", "away", "for sure");
    assertThat(calendars(guest)).hasSize(1);
  }

  @Test
  void anotherTimeIsShownAsAProposal() throws Exception {
    var counter =
        ics(
            "COUNTER",
            uid,
            "DTSTART:20870107T150000Z",
            "DTEND:20870107T160000Z",
            says("TENTATIVE"));
    assertThat(bring("COUNTER", counter)).isEmpty();
    assertThat(people()).contains("proposes", "16:00");
    assertThat(open(link(guest))).contains("10:00");
  }

  @Test
  void whoAsksMovesItToWhereSomebodyWouldLikeItBetterAndSendsIt() throws Exception {
    href = event(owner, calendar(owner, false), "Dinner");
    guest = address();
    invite(owner, href, guest);
    letters(owner, href);
    uid = first(UID, calendars(guest).getLast());
    bring(
        "COUNTER",
        ics("COUNTER", uid, "DTSTART:20870107T150000Z", "DURATION:PT2H", says("TENTATIVE")));
    var proposal = first(Pattern.compile("name=\"proposal\" value=\"([^\"]+)\""), people());
    var move = href + "/people/" + guest(owner, href) + "/move";
    send(owner, move, "proposal", "another");
    assertThat(text(owner, href)).contains("10:00");
    assertThat(send(owner, move, "proposal", proposal).getStatus()).isEqualTo(302);
    assertThat(text(owner, href)).contains("16:00", "18:00");
    assertThat(calendars(guest)).hasSize(1);
    letters(owner, href);
    assertThat(calendars(guest).getLast()).contains("T160000", "METHOD:REQUEST");
    assertThat(people()).doesNotContain("proposes");
  }

  @Test
  void wordsWithoutACalendarReachWhoeverAsked() throws Exception {
    var mail = OpenDoor.mail(guest, "I may be ten minutes late.");
    assertThat(door.bring(mail, guest, door.address(id()))).isEmpty();
    assertThat(people()).contains("I may be ten minutes late.", "1 have not answered");
  }
}
