package org.diestra.office.invited;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.activation.DataHandler;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.diestra.OfficeDesk;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.mail.OpenDoor;
import org.diestra.platform.mail.Replies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A client, and somebody outside who asks them to something by mail. */
abstract class InvitedDesk extends OfficeDesk {
  static final String DAYS = "/calendar?view=agenda&date=2131-01-07";
  static final Pattern EVENT = Pattern.compile("/calendar/events/[0-9A-Za-z]{22}");
  @Autowired private ObjectProvider<Replies> replies;
  @Autowired JdbcClient jdbc;
  @Autowired HouseRights house;
  OpenDoor door;
  String boss;
  String uid;

  @BeforeEach
  void somebodyOutside() throws Exception {
    door = OpenDoor.open(jdbc, replies);
    boss = UUID.randomUUID().toString().substring(0, 13) + "@elsewhere.example";
    uid = UUID.randomUUID().toString();
    text(owner, "/calendar/invited");
  }

  @AfterEach
  void close() {
    door.close();
  }

  String address() {
    return address(owner);
  }

  String address(Viewer viewer) {
    return door.address(
        house.call(() ->
            jdbc.sql("select id from invited.box where person = :person")
                .param("person", viewer.id().value())
                .query(UUID.class)
                .single()));
  }

  String ics(String method, int sequence, String begins, String... lines) {
    return "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//X//X//EN\r\nMETHOD:"
        + method
        + "\r\nBEGIN:VEVENT\r\nUID:"
        + uid
        + "\r\nSEQUENCE:"
        + sequence
        + "\r\nDTSTART:21310107T"
        + begins
        + "00Z\r\nDURATION:PT1H\r\nSUMMARY:Board\r\nORGANIZER;CN=Boss:mailto:"
        + boss
        + "\r\nATTENDEE;PARTSTAT=NEEDS-ACTION:mailto:"
        + owner.email()
        + "\r\nATTENDEE;PARTSTAT=ACCEPTED:mailto:third@elsewhere.example\r\n"
        + String.join("\r\n", lines)
        + (lines.length == 0 ? "" : "\r\n")
        + "END:VEVENT\r\nEND:VCALENDAR\r\n";
  }

  String bring(String from, String ics) throws Exception {
    return bring(from, ics, address());
  }

  String bring(String from, String ics, String to) throws Exception {
    return door.bring(mail(from, ics), "bounce@calendars.example", to);
  }

  static MimeMessage mail(String from, String ics) throws Exception {
    MimeMessage mail = OpenDoor.mail(from, "");
    var words = new MimeBodyPart();
    words.setText("You are invited", "UTF-8");
    var calendar = new MimeBodyPart();
    calendar.setDataHandler(
        new DataHandler(new ByteArrayDataSource(ics.getBytes(UTF_8), "text/calendar")));
    mail.setContent(new MimeMultipart("alternative", words, calendar));
    return mail;
  }

  List<String> answers() {
    return jdbc.sql(
            """
            select a.content from mail.attachment a join mail.letter l on l.id = a.letter
            where l.address = :address order by l.id
            """)
        .param("address", boss)
        .query((r, n) -> new String(r.getBytes("content"), UTF_8).replace("\r\n ", ""))
        .list();
  }

  String page() throws Exception {
    var found = Pattern.compile("/calendar/invited/[0-9A-Za-z]{22}");
    var matcher = found.matcher(text(owner, "/calendar/invited"));
    assertThat(matcher.find()).isTrue();
    return matcher.group();
  }
}
