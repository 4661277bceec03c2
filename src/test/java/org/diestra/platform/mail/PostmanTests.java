package org.diestra.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.diestra.HouseTest;
import org.diestra.platform.base.Ids;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The way from the box to a real SMTP server, and to servers that behave badly. */
@HouseTest
class PostmanTests {
  @Autowired private LetterStore store;
  @Autowired private Layout layout;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transactions;
  @Autowired private Clock house;
  private final GreenMail server =
      new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP).dynamicPort());
  private Instant now;
  private Clock clock;

  @BeforeEach
  void begin() {
    jdbc.sql("update mail.letter set state = 'KEPT' where state = 'WAITING'").update();
    server.start();
    now = house.instant();
    clock = new Later();
  }

  @AfterEach
  void end() {
    server.stop();
  }

  @Test
  void aLetterArrivesWithAllItNeeds() throws Exception {
    var id =
        put(
            letter("José <x> & co.")
                .text("¿Qué tal?")
                .withReplyTo("answers@house.test")
                .withUnsubscribe("/unsubscribe/abc")
                .attach(
                    new Letter.Attachment(
                        "invite.ics",
                        "text/calendar; method=REQUEST",
                        "BEGIN:VCALENDAR".getBytes(StandardCharsets.UTF_8))));
    round(outlet(server.getSmtp().getPort()));

    var message = received(1)[0];
    assertThat(message.getSubject()).isEqualTo("José <x> & co.");
    assertThat(message.getFrom()[0]).hasToString("Diestra <diestra@house.test>");
    assertThat(message.getReplyTo()[0]).hasToString("answers@house.test");
    assertThat(message.getMessageID()).isEqualTo("<" + Ids.text(id) + "@house.test>");
    assertThat(message.getHeader("List-Unsubscribe")[0])
        .matches("<http://localhost:?\\d*/unsubscribe/abc>");
    assertThat(message.getHeader("List-Unsubscribe-Post"))
        .containsExactly("List-Unsubscribe=One-Click");
    assertThat(message.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(((MimeMultipart) message.getContent()).getCount()).isEqualTo(2);
    assertThat(state(id)).isEqualTo("SENT");
  }

  @Test
  void anInvitationIsTheLastReadingOfItsLetterAndAFile() throws Exception {
    var calendar = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n";
    put(letter("Interview").invite("REQUEST", calendar.getBytes(StandardCharsets.UTF_8)));
    round(outlet(server.getSmtp().getPort()));

    var parts = (MimeMultipart) received(1)[0].getContent();
    var related = (MimeMultipart) parts.getBodyPart(0).getContent();
    var readings = (MimeMultipart) related.getBodyPart(0).getContent();
    assertThat(readings.getContentType()).startsWith("multipart/alternative");
    assertThat(readings.getCount()).isEqualTo(3);
    assertThat(readings.getBodyPart(0).getContentType()).startsWith("text/plain");
    assertThat(readings.getBodyPart(1).getContentType()).startsWith("text/html");
    var last = readings.getBodyPart(2);
    assertThat(last.getContentType().replaceAll("\\s+", " "))
        .isEqualTo("text/calendar; method=REQUEST; charset=UTF-8");
    assertThat(last.getInputStream().readAllBytes())
        .isEqualTo(calendar.getBytes(StandardCharsets.UTF_8));
    var file = parts.getBodyPart(1);
    assertThat(file.getFileName()).isEqualTo("invite.ics");
    assertThat(file.getInputStream().readAllBytes())
        .isEqualTo(calendar.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aLetterLeavesWhenTheTransactionCommitsAndNotBefore() {
    var postman = postman(outlet(server.getSmtp().getPort()), Duration.ofSeconds(20));
    var mail =
        new Mail(
            store,
            layout,
            new Allowance(store),
            outlet(server.getSmtp().getPort()),
            postman,
            clock);
    transactions.executeWithoutResult(tx -> {
      mail.send(letter("Hello"));
      assertThat(server.waitForIncomingEmail(300, 1)).isFalse();
    });
    assertThat(received(1)).hasSize(1);
    await(postman::isQuiet);
    postman.destroy();
  }

  @Test
  void aSecretIsForgottenOnceItIsSent() {
    var id = put(letter("Reset").button("Go", "/reset?token=s3cret").withSecret());
    round(outlet(server.getSmtp().getPort()));
    assertThat(state(id)).isEqualTo("SENT");
    assertThat(store.find(id).orElseThrow().body()).isEmpty();
    assertThat(store.find(id).orElseThrow().html()).isEmpty();
  }

  @Test
  void aServerThatIsAwayIsTriedAgainLater() {
    var id = put(letter("Hello"));
    int port = server.getSmtp().getPort();
    server.stop();
    round(outlet(port));
    assertThat(state(id)).isEqualTo("WAITING");
    assertThat(store.find(id).orElseThrow().nextTry())
        .isBetween(now.plusSeconds(55), now.plusSeconds(90));

    server.start();
    later = Duration.ofMinutes(5);
    round(outlet(server.getSmtp().getPort()));
    assertThat(state(id)).isEqualTo("SENT");
    received(1);
  }

  @Test
  void aServerThatSaysLaterIsTriedAgainAndOneThatSaysNeverIsNot() throws IOException {
    var later = put(letter("Hello"));
    try (var busy = new RudeServer("450 4.2.1 mailbox busy")) {
      round(outlet(busy.port()));
      assertThat(state(later)).isEqualTo("WAITING");
      assertThat(store.find(later).orElseThrow().error()).contains("mailbox busy");
    }
    store.fail(later, "done");
    var never = put(letter("Hello"));
    try (var strict = new RudeServer("550 5.1.1 no such user")) {
      round(outlet(strict.port()));
      assertThat(state(never)).isEqualTo("FAILED");
      assertThat(store.find(never).orElseThrow().error()).contains("no such user");
    }
  }

  @Test
  void whatIsNeverTakenIsGivenUpAfterDays() throws IOException {
    var id = put(letter("Hello"));
    try (var busy = new RudeServer("450 4.2.1 mailbox busy")) {
      for (int i = 0; i < 9; i++) {
        assertThat(state(id)).isEqualTo("WAITING");
        round(outlet(busy.port()));
        later = later.plus(Duration.ofDays(1)).plusMinutes(1);
      }
    }
    assertThat(state(id)).isEqualTo("FAILED");
  }

  /** It accepts connections and then never says a word. */
  @Test
  void aServerThatHangsHoldsNobodyUp() throws IOException {
    try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      var id = put(letter("Hello"));
      long begin = System.nanoTime();
      var stuck = postman(outlet(silent.getLocalPort()), Duration.ofSeconds(2));
      stuck.wake();
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofMillis(500));
      await(() -> store.find(id).orElseThrow().error() != null);
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(10));
      assertThat(state(id)).isEqualTo("WAITING");
      stuck.destroy();
    }
  }

  @Test
  void aLetterThatCanNotBeSentKeepsNoOtherBack() {
    var poison = put(letter("Poison"));
    var good = put(letter("Good"));
    jdbc.sql("update mail.letter set recipient = 'no address' || chr(13) || chr(10) where id = :id")
        .param("id", poison)
        .update();
    round(outlet(server.getSmtp().getPort()));
    assertThat(state(poison)).isEqualTo("FAILED");
    assertThat(state(good)).isEqualTo("SENT");
    assertThat(received(1)).hasSize(1);
  }

  private Duration later = Duration.ZERO;

  /** The house's time when the test began, and as much later as the test says. */
  private final class Later extends Clock {
    @Override
    public Instant instant() {
      return now.plus(later);
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  private UUID put(Letter letter) {
    var laid = layout.lay(letter, Address.of(letter.to()), Queued.State.WAITING, now, now);
    store.add(List.of(laid));
    return laid.id();
  }

  private void round(Outlet outlet) {
    var postman = postman(outlet, Duration.ofSeconds(20));
    postman.wake();
    await(postman::isQuiet);
    postman.destroy();
  }

  private Postman postman(Outlet outlet, Duration patience) {
    return new Postman(store, outlet, patience, clock);
  }

  private Outlet outlet(int port) {
    var smtp = SmtpServer.of("smtp://127.0.0.1:" + port, Duration.ofSeconds(5));
    return new Outlet(smtp, new Outlet.Sender("Diestra", "diestra@house.test"), clock);
  }

  private String state(UUID id) {
    return store.find(id).orElseThrow().state().name();
  }

  private MimeMessage[] received(int count) {
    server.waitForIncomingEmail(5000, count);
    return server.getReceivedMessages();
  }

  private static Letter letter(String subject) {
    return Letter.to("ana@house.test", Locale.of("es"), "mail:test", subject);
  }

  private static void await(BooleanSupplier done) {
    long until = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (!done.getAsBoolean() && System.nanoTime() < until) {
      try {
        Thread.sleep(20);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    assertThat(done.getAsBoolean()).isTrue();
  }
}
