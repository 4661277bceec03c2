package org.diestra.office.mailroom;

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
import org.diestra.OfficeDesk;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Ids;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.mail.OpenDoor;
import org.diestra.platform.mail.Replies;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Mail that comes for a client, and what becomes of it. */
@HouseTest
class MailroomTests extends OfficeDesk {
  private static final Pattern MESSAGE = Pattern.compile("/mail/([0-9A-Za-z]{22})\"");
  @Autowired JdbcClient jdbc;
  @Autowired HouseRights house;
  @Autowired ObjectProvider<Replies> replies;
  private OpenDoor door;

  @BeforeEach
  void anAddress() throws Exception {
    works(assistant, Area.ADMIN);
    door = OpenDoor.open(jdbc, replies);
    text(owner, page());
  }

  @AfterEach
  void close() {
    door.close();
  }

  private String page() {
    return "/w/" + room + "/mail";
  }

  private String address() {
    return door.address(
        house.call(() ->
            jdbc.sql("select id from mailroom.box where workspace = :room")
                .param("room", room.value())
                .query(UUID.class)
                .single()));
  }

  private static MimeMessage mail(String subject, String text, String... files) throws Exception {
    var mail = OpenDoor.mail("marta@elsewhere.example", text);
    mail.setSubject(subject, "UTF-8");
    if (files.length > 0) {
      var words = new MimeBodyPart();
      words.setText(text, "UTF-8");
      var whole = new MimeMultipart(words);
      for (var file : files) {
        var part = new MimeBodyPart();
        var bytes = "a;b\n1;2\n".getBytes(StandardCharsets.UTF_8);
        part.setDataHandler(new DataHandler(new ByteArrayDataSource(bytes, "text/plain")));
        part.setFileName(file);
        whole.addBodyPart(part);
      }
      mail.setContent(whole);
    }
    return mail;
  }

  private String only() throws Exception {
    var found = MESSAGE.matcher(text(owner, page()));
    assertThat(found.find()).isTrue();
    return page() + "/" + found.group(1);
  }

  @Test
  void whoWorksThereTakesItNotesAndTicksItOff() throws Exception {
    var mail = mail("Sala para el jueves", "¿A qué hora?\n<script>alert(1)</script>", "lista.csv");
    assertThat(door.bring(mail, "bounce@programs.example", address())).isEmpty();
    assertThat(door.bring(mail, "bounce@programs.example", address())).isEmpty();
    assertThat(text(assistant, page()).split("Sala para el jueves", -1)).hasSize(2);
    assertThat(text(assistant, "/notifications")).contains("Sala para el jueves");
    var one = only();
    assertThat(text(assistant, one))
        .contains("¿A qué hora?", "&lt;script&gt;", "lista.csv", "marta@elsewhere.example")
        .doesNotContain("<script>alert");
    var file = show(assistant, one + "/files/1");
    assertThat(file.getContentAsString()).contains("1;2");
    assertThat(file.getHeader("Content-Disposition")).startsWith("attachment");
    assertThat(show(assistant, one + "/files/2").getStatus()).isEqualTo(404);

    var rosa = Ids.text(assistant.id().value());
    assertThat(change(rosa, "Pido la hora", "1", "keep")).isEqualTo(302);
    assertThat(text(owner, page())).contains("Rosa");
    assertThat(change("", "Otra", "1", "done")).isEqualTo(409);
    assertThat(change(rosa, "Contestado", "2", "done")).isEqualTo(302);
    assertThat(text(owner, page())).doesNotContain("Sala para el jueves");
    assertThat(text(owner, page() + "?state=done")).contains("Sala para el jueves");
    assertThat(send(owner, one, "taker", rosa, "note", "", "seen", "3", "do", "open").getStatus())
        .isEqualTo(302);
    assertThat(text(owner, page())).contains("Sala para el jueves");
  }

  private int change(String taker, String note, String seen, String what) throws Exception {
    return send(assistant, only(), "taker", taker, "note", note, "seen", seen, "do", what)
        .getStatus();
  }

  @Test
  void nobodyElseSeesItOrTakesIt() throws Exception {
    door.bring(mail("Hola", "Texto"), "bounce@programs.example", address());
    var one = only();
    var other = people.assistant("Noor");
    works(other, Area.BOOKKEEPING);
    assertThat(show(other, page()).getStatus()).isEqualTo(404);
    assertThat(show(other, one).getStatus()).isEqualTo(404);
    assertThat(send(other, one, "taker", "", "note", "", "seen", "1").getStatus()).isEqualTo(404);
    assertThat(change(Ids.text(other.id().value()), "", "1", "keep")).isEqualTo(422);
    assertThat(change("", "x".repeat(2_001), "1", "keep")).isEqualTo(422);
  }

  @Test
  void aLongSubjectIsCutBetweenItsCharacters() throws Exception {
    var subject = "a" + "\uD83D\uDCDA".repeat(150);
    assertThat(door.bring(mail(subject, "Texto"), "bounce@programs.example", address())).isEmpty();
    assertThat(text(owner, page())).contains("\uD83D\uDCDA…").doesNotContain("?…");
  }

  @Test
  void whatIsThrownAwayIsGoneWithItsFiles() throws Exception {
    door.bring(mail("Hola", "Texto", "a.csv"), "bounce@programs.example", address());
    var one = only();
    assertThat(send(assistant, one + "/removal", "seen", "1").getStatus()).isEqualTo(302);
    assertThat(show(assistant, one).getStatus()).isEqualTo(404);
    assertThat(
            house.call(() ->
                jdbc.sql(
                        "select count(*) from mailroom.file f where not exists"
                            + " (select from mailroom.message m where m.id = f.message)")
                    .query(Long.class)
                    .single()))
        .isZero();
  }

  @Test
  void onlyWhoKeepsTheWorkspaceChangesTheAddress() throws Exception {
    var old = address();
    assertThat(send(assistant, page() + "/address").getStatus()).isEqualTo(404);
    assertThat(send(owner, page() + "/address").getStatus()).isEqualTo(302);
    assertThat(door.bring(mail("Hola", "Texto"), "bounce@programs.example", old)).contains("550");
    assertThat(door.bring(mail("Hola", "Texto"), "", address())).isEmpty(); // of no sender
    assertThat(only()).isNotEmpty();
  }
}
