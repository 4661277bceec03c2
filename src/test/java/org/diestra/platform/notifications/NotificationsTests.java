package org.diestra.platform.notifications;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.diestra.HouseTest;
import org.diestra.People;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Money;
import org.diestra.platform.mail.LastMail;
import org.diestra.platform.page.Pages;
import org.diestra.platform.timers.ClockMover;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@HouseTest
class NotificationsTests {
  private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");
  @Autowired private Notifications notifications;
  @Autowired private Preferences preferences;
  @Autowired private Inbox inbox;
  @Autowired private Args args;
  @Autowired private Pages pages;
  @Autowired private People people;
  @Autowired private ClockMover mover;
  @Autowired private Clock clock;
  @Autowired private JdbcClient jdbc;
  @Autowired private TransactionTemplate transactions;
  private Viewer ana;

  @BeforeEach
  void begin() {
    ana = people.client("Ana");
  }

  @Test
  void toldTwiceIsStoredOnce() {
    notifications.tell(notice(ProbeKinds.INBOX, "/a"));
    notifications.tell(List.of(notice(ProbeKinds.INBOX, "/a"), notice(ProbeKinds.INBOX, "/b")));
    assertThat(told()).hasSize(2);
    assertThat(inbox.unread(ana.id())).isEqualTo(2);
  }

  @Test
  void manyAreToldAsEachWantsIt() {
    var bob = people.client("Bob");
    preferences.choose(bob.id(), Map.of(ProbeKinds.MAILED, Channel.OFF), null);
    var many =
        List.of(
            notice(ProbeKinds.MAILED, "/a").from("Ivo"),
            notice(ProbeKinds.INBOX, "/b"),
            notice(ProbeKinds.INBOX, "/b"),
            Notice.to(bob.id(), ProbeKinds.MAILED, "/a", "notifications.stop.done.text", "x"),
            Notice.to(bob.id(), ProbeKinds.INBOX, "/c", "notifications.stop.done.text", "y"));
    notifications.tell(many);
    notifications.tell(many);
    assertThat(told()).extracting(Told::href).containsExactlyInAnyOrder("/a", "/b");
    assertThat(told()).extracting(Told::actor).containsExactlyInAnyOrder("Ivo", null);
    assertThat(inbox.page(bob.id(), false, null, 100))
        .singleElement()
        .matches(one -> one.args().equals(List.of("y")));
    mover.skipTo(clock.instant().plusSeconds(1));
    assertThat(told()).filteredOn(one -> one.mailedAt() != null).hasSize(1);
  }

  /** More than one set holds, each reader's night and day kept. */
  @Test
  void aSetIsMailedAsEachOfItWouldBe() {
    keepQuiet();
    mover.skipTo(next(LocalTime.of(23, 30)));
    var bob = people.client("Bob");
    var many = new ArrayList<Notice>();
    for (int i = 0; i < 110; i++) {
      many.add(notice(ProbeKinds.INBOX, "/" + i));
    }
    for (var kind : List.of(ProbeKinds.MAILED, ProbeKinds.URGENT, ProbeKinds.DAILY)) {
      many.add(notice(kind, "/" + kind));
      many.add(Notice.to(bob.id(), kind, "/" + kind, "notifications.stop.done.text", "x"));
    }
    preferences.choose(bob.id(), Map.of(ProbeKinds.INBOX, Channel.MAIL), null);
    for (int i = 0; i < 28; i++) {
      many.add(Notice.to(bob.id(), ProbeKinds.INBOX, "/" + i, "notifications.stop.done.text", "x"));
    }
    notifications.tell(many);
    settle();
    assertThat(mails()).isEqualTo(1); // what can't wait
    assertThat(LastMail.count(jdbc, bob.email())).isEqualTo(30);
    mover.skipTo(next(LocalTime.of(7, 0)).plusSeconds(1));
    assertThat(mails()).isEqualTo(2);
  }

  @Test
  void oneThatCanNotBePostedKeepsNoOtherOfItsSetBack() {
    var bob = people.client("Bob");
    // no module knows the sentence: whoever wrote it is gone
    notifications.tell(
        List.of(
            notice(ProbeKinds.MAILED, "/a"),
            Notice.to(bob.id(), ProbeKinds.MAILED, "/b", "notifications.stop.done.text", "x"),
            notice(ProbeKinds.MAILED, "/c")));
    jdbc.sql("update notifications.notice set args = '[{}]' where recipient = :bob")
        .param("bob", bob.id().value())
        .update();
    settle();
    assertThat(mails()).isEqualTo(2);
    assertThat(LastMail.count(jdbc, bob.email())).isZero();
    jdbc.sql("delete from notifications.notice where recipient = :bob")
        .param("bob", bob.id().value())
        .update();
  }

  @Test
  void whatIsRolledBackWasNeverTold() {
    transactions.executeWithoutResult(tx -> {
      notifications.tell(notice(ProbeKinds.MAILED, "/a"));
      tx.setRollbackOnly();
    });
    assertThat(told()).isEmpty();
  }

  @Test
  void aKindThatNobodyDeclaredIsAFault() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> notifications.tell(notice("notifications:nothing", "/a")));
  }

  @Test
  void mailIsSentAtOnceAndOnce() {
    notifications.tell(notice(ProbeKinds.MAILED, "/a"));
    settle();
    notifications.tell(notice(ProbeKinds.MAILED, "/a"));
    settle();
    assertThat(mails()).isEqualTo(1);
    var mail = LastMail.to(jdbc, ana.email()).orElseThrow();
    assertThat(mail.subject())
        .isEqualTo(
            "You get no more e-mails about: x. The news still appears in your notifications here.");
    assertThat(mail.link("/notifications/")).endsWith(Ids.text(told().getFirst().id()));
    assertThat(mail.link("/unsubscribe/")).isNotEmpty();
  }

  @Test
  void theInboxAloneSendsNoMailAndOffDoesNotEvenTell() {
    notifications.tell(notice(ProbeKinds.INBOX, "/a"));
    preferences.choose(ana.id(), Map.of(ProbeKinds.URGENT, Channel.OFF), null);
    notifications.tell(notice(ProbeKinds.URGENT, "/b"));
    settle();
    assertThat(told()).extracting(Told::href).containsExactly("/a");
    assertThat(mails()).isZero();
  }

  @Test
  void whatSomebodyChoseWinsOverTheDefault() {
    preferences.choose(
        ana.id(), Map.of(ProbeKinds.INBOX, Channel.MAIL, ProbeKinds.MAILED, Channel.INBOX), null);
    notifications.tell(notice(ProbeKinds.INBOX, "/a"));
    notifications.tell(notice(ProbeKinds.MAILED, "/b"));
    settle();
    assertThat(mails()).isEqualTo(1);
  }

  @Test
  void mailWaitsForQuietHoursOverMidnightUnlessItIsUrgent() {
    keepQuiet();
    var night = next(LocalTime.of(23, 30));
    mover.moveTo(night);
    notifications.tell(notice(ProbeKinds.MAILED, "/waits"));
    settle();
    assertThat(mails()).isZero();

    notifications.tell(notice(ProbeKinds.URGENT, "/goes"));
    settle();
    assertThat(mails()).isEqualTo(1);

    var morning = next(LocalTime.of(7, 0));
    mover.moveTo(morning.minusSeconds(60));
    assertThat(mails()).isEqualTo(1);
    mover.moveTo(morning);
    assertThat(mails()).isEqualTo(2);
  }

  @Test
  void whatWasReadAtNightNeedsNoMailInTheMorning() {
    keepQuiet();
    mover.moveTo(next(LocalTime.of(23, 30)));
    notifications.tell(notice(ProbeKinds.MAILED, "/a"));
    inbox.read(ana.id(), told().getFirst().id());
    mover.moveTo(next(LocalTime.of(7, 0)).plusSeconds(60));
    assertThat(mails()).isZero();
  }

  /** The day the clocks change, eight is still eight. */
  @Test
  void theDailyMailComesAtEightOnTheDayTheClocksChange() {
    var change =
        Objects.requireNonNull(
                MADRID.getRules().nextTransition(clock.instant().plus(Duration.ofDays(2))))
            .getInstant();
    mover.skipTo(change.minus(Duration.ofHours(10)));
    notifications.tell(notice(ProbeKinds.DAILY, "/a"));
    notifications.tell(notice(ProbeKinds.DAILY, "/b"));
    notifications.tell(notice(ProbeKinds.DAILY, "/read"));
    inbox.read(ana.id(), told().getFirst().id());

    var eight = LocalDate.ofInstant(change, MADRID).atTime(8, 0).atZone(MADRID).toInstant();
    mover.moveTo(eight.minusSeconds(60));
    assertThat(mails()).isZero();
    mover.moveTo(eight.plusSeconds(1));
    assertThat(mails()).isEqualTo(1);
    var mail = LastMail.to(jdbc, ana.email()).orElseThrow();
    assertThat(mail.subject()).isEqualTo("Your day on Diestra: 2 things are new");
    mover.moveTo(eight.plus(Duration.ofDays(2)));
    assertThat(mails()).isEqualTo(1);
  }

  @Test
  void aSentenceIsWrittenForItsReader() {
    List<Object> named =
        List.of(
            "Ana's job",
            3,
            Money.of(125000, "EUR"),
            Instant.parse("2027-01-10T20:00:00Z"),
            LocalDate.of(2027, 1, 10),
            new BigDecimal("2.5"),
            new Notice.Said("notifications.all"));
    var read = args.read(args.write(named));
    assertThat(read.get(2)).isEqualTo(Money.of(125000, "EUR"));
    assertThat(read.get(1)).isEqualTo(3L);
    assertThat(
            Args.words(
                pages.formats(Locale.of("es"), MADRID),
                "notifications.stop.text",
                List.of(read.get(6))))
        .contains("Todos");
    assertThat(
            Args.words(
                pages.formats(Locale.of("es"), MADRID),
                "notifications.stop.text",
                List.of(read.get(2))))
        .contains("1.250,00");
  }

  private void keepQuiet() {
    preferences.choose(ana.id(), Map.of(), new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0)));
  }

  private Instant next(LocalTime time) {
    var now = clock.instant();
    var turn = now.atZone(MADRID).toLocalDate().atTime(time).atZone(MADRID).toInstant();
    return turn.isAfter(now)
        ? turn
        : now.atZone(MADRID).toLocalDate().plusDays(1).atTime(time).atZone(MADRID).toInstant();
  }

  private void settle() {
    mover.moveTo(clock.instant().plusMillis(50));
  }

  private int mails() {
    return LastMail.count(jdbc, ana.email());
  }

  private List<Told> told() {
    return inbox.page(ana.id(), false, null, 100);
  }

  private Notice notice(String kind, String href) {
    return Notice.to(ana.id(), kind, href, "notifications.stop.done.text", "x");
  }
}
