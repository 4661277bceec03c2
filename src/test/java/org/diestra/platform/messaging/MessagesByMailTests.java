package org.diestra.platform.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.diestra.HouseTest;
import org.diestra.People;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.data.Caller;
import org.diestra.platform.mail.LastMail;
import org.diestra.platform.mail.OpenDoor;
import org.diestra.platform.mail.Replies;
import org.diestra.platform.timers.ClockMover;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Messages that go out by mail, and the answers that come back. */
@HouseTest
class MessagesByMailTests {
  @Autowired private Messages messages;
  @Autowired private UnreadMail unread;
  @Autowired private TalkReader reader;
  @Autowired private TalkWriter writer;
  @Autowired private ProbeTalks talks;
  @Autowired private People people;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transaction;
  @Autowired private ObjectProvider<Replies> replies;
  @Autowired private Clock clock;
  @Autowired private ClockMover mover;
  private Viewer ana;
  private Viewer ben;
  private ThreadId thread;
  private OpenDoor door;

  @BeforeEach
  void somethingThatWasSaidTwentyMinutesAgo() {
    ana = people.client("Ana Ruíz");
    ben = people.assistant("Ben Gil");
    thread = messages.open(ProbeTalks.NAME, talks.about(ana, ben));
    door = OpenDoor.open(jdbc, replies);
    say(Duration.ofMinutes(20), "Shall we begin on Friday?");
  }

  @AfterEach
  void close() {
    door.close();
  }

  @Test
  void whatWasNotReadInTimeGoesOutOnceAndCanBeStopped() {
    look();
    var mail = LastMail.to(jdbc, ben.email()).orElseThrow();
    assertThat(mail.text()).contains("Shall we begin on Friday?", "Ana Ruíz");
    assertThat(mail.link("/unsubscribe/")).isNotEmpty();
    look();
    assertThat(letters()).isEqualTo(1);
  }

  @Test
  void whatWasReadOrIsNewIsNotMailed() {
    Caller.person(ben.id().value()).run(() -> writer.read(thread, ben.id(), 1));
    say(Duration.ofMinutes(2), "One more thing");
    look();
    assertThat(letters()).isZero();
  }

  @Test
  void anAnswerLandsInTheThreadOnceWithoutWhatItQuotes() throws Exception {
    var mail =
        OpenDoor.mail(
            ben.email(), "Yes, gladly.\n\nOn Tue, Ana wrote:\n> Shall we begin on Friday?\n");
    assertThat(bring(mail, ben.email())).isEmpty();
    assertThat(bring(mail, ben.email())).isEmpty(); // as a server that did not hear us does
    assertThat(texts()).containsExactly("Shall we begin on Friday?", "Yes, gladly.");
    assertThat(newest().byMail()).isTrue();
    assertThat(newest().author()).isEqualTo(ben.id());
  }

  @Test
  void aSpoofedSenderIsRefusedWhateverItSpoofs() throws Exception {
    assertThat(bring(OpenDoor.mail(ana.email(), "I am Ana"), ana.email())).contains("550");
    assertThat(bring(OpenDoor.mail(ben.email(), "I am Ben"), "eve@example.net")).contains("550");
    var made = address().replaceFirst("\\.[0-9a-f]{20}@", ".00000000000000000000@");
    assertThat(door.bring(OpenDoor.mail(ben.email(), "hi"), ben.email(), made)).contains("550");
    assertThat(texts()).hasSize(1);
  }

  @Test
  void whatProgramsSendIsDroppedAndNobodyAnswersIt() throws Exception {
    for (var header : List.of("Auto-Submitted: auto-replied", "Precedence: bulk", "List-Id: <x>")) {
      var mail = OpenDoor.mail(ben.email(), "I am away");
      mail.setHeader(header.split(": ")[0], header.split(": ")[1]);
      assertThat(bring(mail, ben.email())).isEmpty();
    }
    assertThat(texts()).hasSize(1);
  }

  @Test
  void aBombIsRefused() throws Exception {
    var deep = new MimeMultipart();
    var outer = deep;
    for (int i = 0; i < 12; i++) {
      var inner = new MimeMultipart();
      var part = new MimeBodyPart();
      part.setContent(inner);
      outer.addBodyPart(part);
      outer = inner;
    }
    var leaf = new MimeBodyPart();
    leaf.setText("boom");
    outer.addBodyPart(leaf);
    var mail = OpenDoor.mail(ben.email(), "");
    mail.setContent(deep);
    assertThat(bring(mail, ben.email())).contains("554");
    var large = OpenDoor.mail(ben.email(), "x".repeat(16_000_000));
    assertThat(bring(large, ben.email())).isNotEmpty();
    assertThat(texts()).hasSize(1);
  }

  @Test
  void whatTheRulesStopIsRefusedWithTheReason() throws Exception {
    assertThat(bring(OpenDoor.mail(ben.email(), "this is forbidden"), ben.email()))
        .contains("Never say it.");
    assertThat(texts()).hasSize(1);
  }

  @Test
  void aFileComesAlong() throws Exception {
    var words = new MimeBodyPart();
    words.setText("see the list", "UTF-8");
    var file = new MimeBodyPart();
    file.setText("a,b\n1,2\n");
    file.setFileName("list.csv");
    file.setDisposition("attachment");
    var mail = OpenDoor.mail(ben.email(), "");
    mail.setContent(new MimeMultipart(words, file));
    assertThat(bring(mail, ben.email())).isEmpty();
    assertThat(newest().text()).isEqualTo("see the list");
    assertThat(newest().files()).hasSize(1);
  }

  private void say(Duration ago, String text) {
    messages.record(
        thread, ana.id(), text, UUID.randomUUID().toString(), clock.instant().minus(ago));
  }

  private void look() {
    Caller.house().run(() -> unread.look(thread));
  }

  private String bring(MimeMessage mail, String envelope) throws Exception {
    return door.bring(mail, envelope, address());
  }

  private String address() {
    var id =
        Caller.house()
            .call(() ->
                transaction.execute(tx ->
                    jdbc.sql(
                            """
                            select reply from messaging.participant
                            where thread = :thread and person = :person
                            """)
                        .param("thread", thread.value())
                        .param("person", ben.id().value())
                        .query(UUID.class)
                        .single()));
    return door.address(id);
  }

  private long letters() {
    return jdbc.sql("select count(*) from mail.letter where address = :a and kind = :kind")
        .param("a", ben.email())
        .param("kind", UnreadMail.KIND)
        .query(Long.class)
        .single();
  }

  private Message newest() {
    return part().messages().getFirst();
  }

  private List<String> texts() {
    return part().messages().reversed().stream().map(Message::text).toList();
  }

  private TalkReader.Part part() {
    return Caller.person(ana.id().value())
        .call(() -> reader.part(ana.id(), thread, Integer.MAX_VALUE, 50));
  }

  @Test
  void whatIsMoreThanOneMailHoldsComesInTheNext() {
    for (int i = 2; i <= 25; i++) {
      say(Duration.ofMinutes(20), "Number " + i);
    }
    look();
    assertThat(letters()).isEqualTo(1);
    mover.moveTo(clock.instant().plusSeconds(5));
    assertThat(letters()).isEqualTo(2);
    assertThat(LastMail.to(jdbc, ben.email()).orElseThrow().text()).contains("Number 25");
  }
}
