package org.diestra.platform.factors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.diestra.HouseTest;
import org.diestra.People;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.mail.LastMail;
import org.diestra.platform.signin.KnownPasswords;
import org.diestra.platform.signin.Passwords;
import org.diestra.platform.timers.ClockMover;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** Codes beside the password, from the set-up to the day when the phone is gone. */
@HouseTest
class CodesTests {
  private static final Pattern CODE = Pattern.compile("<code>([0-9a-z-]{19})</code>");
  @Autowired MockMvc mvc;
  @Autowired People people;
  @Autowired Passwords passwords;
  @Autowired CodeStore store;
  @Autowired ClockMover mover;
  @Autowired Clock clock;
  @Autowired JdbcClient jdbc;

  @Test
  void afterThePasswordComesTheCodeAndOnlyThenASession() throws Exception {
    var ana = person("Ana");
    switchOn(ana);
    var door = new Door(mvc);
    assertThat(door.login(ana.email()).getRedirectedUrl()).isEqualTo("/login/code");
    var halfWay = door.session();
    assertThat(door.get("/settings").getRedirectedUrl()).startsWith("/login");
    assertThat(door.get("/login/code").getContentAsString()).contains("one-time-code");
    assertThat(door.post("/login/code", "code", "000 00").getStatus()).isEqualTo(422);
    assertThat(door.get("/settings").getRedirectedUrl()).startsWith("/login");

    assertThat(door.post("/login/code", "code", code(ana)).getRedirectedUrl()).isEqualTo("/home");
    assertThat(door.session()).isNotEqualTo(halfWay);
    assertThat(door.get("/settings/security").getContentAsString())
        .contains("Firefox on Linux", "A wrong code after the right password");
  }

  @Test
  void aCodeCountsOnce() throws Exception {
    var ana = person("Ana");
    switchOn(ana);
    var code = code(ana);
    var first = new Door(mvc);
    first.login(ana.email());
    assertThat(first.post("/login/code", "code", code).getStatus()).isEqualTo(302);
    var second = new Door(mvc);
    second.login(ana.email());
    assertThat(second.post("/login/code", "code", code).getStatus()).isEqualTo(422);
  }

  @Test
  void halfTheWayIsForgottenAfterTenMinutes() throws Exception {
    var ana = person("Ana");
    switchOn(ana);
    var door = new Door(mvc);
    door.login(ana.email());
    mover.moveTo(clock.instant().plus(Duration.ofMinutes(11)));
    assertThat(door.post("/login/code", "code", code(ana)).getRedirectedUrl()).isEqualTo("/login");
    assertThat(new Door(mvc).get("/login/code").getRedirectedUrl()).isEqualTo("/login");
  }

  @Test
  void aRecoveryCodeLetsInOnceAndTheOwnerIsTold() throws Exception {
    var ana = person("Ana");
    var kept = switchOn(ana);
    assertThat(kept).hasSize(10).doesNotHaveDuplicates();
    var door = new Door(mvc);
    door.login(ana.email());
    assertThat(door.get("/login/code?lost=true").getContentAsString()).contains("name=\"lost\"");
    assertThat(door.post("/login/code", "code", kept.get(3), "lost", "true").getStatus())
        .isEqualTo(302);
    var mail = LastMail.to(jdbc, ana.email()).orElseThrow();
    assertThat(mail.kind()).isEqualTo("factors.recovery-used");
    assertThat(mail.text()).contains("There are 9 left");
    var again = new Door(mvc);
    again.login(ana.email());
    assertThat(again.post("/login/code", "code", kept.get(3)).getStatus()).isEqualTo(422);
  }

  @Test
  void guessingEndsSoonAndLocksNoKnownBrowserOut() throws Exception {
    var ana = person("Ana");
    var own = new Door(mvc);
    own.login(ana.email());
    switchOn(ana);
    var stranger = new Door(mvc);
    stranger.login(ana.email());
    int last = 0;
    for (int i = 0; i < 12; i++) {
      last = stranger.post("/login/code", "code", "00000" + i % 10).getStatus();
    }
    assertThat(last).isEqualTo(429);
    own.post("/logout");
    assertThat(own.login(ana.email()).getRedirectedUrl()).isEqualTo("/login/code");
    assertThat(own.post("/login/code", "code", code(ana)).getStatus()).isEqualTo(302);
  }

  @Test
  void theSecretIsSealedAndTheRecoveryCodesAreHashed() throws Exception {
    var ana = person("Ana");
    var kept = switchOn(ana);
    var secret = store.find(ana.id()).orElseThrow().secret();
    assertThat(secret).hasSize(20);
    var sealed =
        jdbc.sql("select secret from factors.totp where person = :person")
            .param("person", ana.id().value())
            .query(byte[].class)
            .single();
    assertThat(sealed).hasSize(49);
    assertThat(
            jdbc.sql("select code_hash from factors.recovery_code where person = :person")
                .param("person", ana.id().value())
                .query(String.class)
                .list())
        .hasSize(10)
        .doesNotContainAnyElementsOf(kept);
  }

  @Test
  void switchingOffAsksForPasswordAndCode() throws Exception {
    var ana = person("Ana");
    var kept = switchOn(ana);
    var door = new Door(mvc);
    door.login(ana.email());
    door.post("/login/code", "code", kept.getFirst());
    var path = "/settings/security/codes/removal";
    assertThat(door.post(path, "password", "not mine at all", "code", code(ana)).getStatus())
        .isEqualTo(422);
    assertThat(door.post(path, "password", Door.PASSWORD, "code", "123456").getStatus())
        .isEqualTo(422);
    assertThat(door.post(path, "password", Door.PASSWORD, "code", code(ana)).getRedirectedUrl())
        .isEqualTo("/settings/security");
    assertThat(store.onSince(ana.id())).isEmpty();
    assertThat(store.recoveryLeft(ana.id())).isZero();
    assertThat(LastMail.to(jdbc, ana.email()).orElseThrow().kind()).isEqualTo("factors.codes-off");
    assertThat(new Door(mvc).login(ana.email()).getRedirectedUrl()).isEqualTo("/home");
  }

  @Test
  void anOldSessionProvesItselfAgainBeforeItSwitchesAnythingOn() throws Exception {
    var ana = person("Ana");
    var door = new Door(mvc);
    door.login(ana.email());
    mover.moveTo(clock.instant().plus(Duration.ofMinutes(11)));
    var proof = "/settings/security/proof?next=%2Fsettings%2Fsecurity%2Fcodes";
    assertThat(door.post("/settings/security/codes/setup").getRedirectedUrl()).isEqualTo(proof);
    assertThat(store.find(ana.id())).isEmpty();
    assertThat(
            door.post("/settings/security/proof", "password", "wrong one", "next", "/x")
                .getStatus())
        .isEqualTo(422);
    var before = door.session();
    assertThat(
            door.post(
                    "/settings/security/proof",
                    "password",
                    Door.PASSWORD,
                    "next",
                    "/settings/security/codes")
                .getRedirectedUrl())
        .isEqualTo("/settings/security/codes");
    assertThat(door.session()).isNotEqualTo(before);
    assertThat(door.post("/settings/security/codes/setup").getRedirectedUrl())
        .isEqualTo("/settings/security/codes/setup");
  }

  @Test
  void aResetOfThePasswordLeavesTheSecondStep() throws Exception {
    var ana = person("Ana");
    switchOn(ana);
    new Door(mvc).post("/reset", "email", ana.email());
    var link = LastMail.to(jdbc, ana.email()).orElseThrow().link("/reset/");
    var fresh = "otras cinco mesas muy rojas";
    new Door(mvc).post(link, "password", fresh, "again", fresh);
    assertThat(new Door(mvc).login(ana.email(), fresh).getRedirectedUrl()).isEqualTo("/login/code");
  }

  /** Through the pages, as its owner does it; what they keep for recovery. */
  private List<String> switchOn(Viewer viewer) throws Exception {
    var door = new Door(mvc);
    door.login(viewer.email());
    assertThat(door.post("/settings/security/codes/setup").getStatus()).isEqualTo(302);
    assertThat(door.get("/settings/security/codes/setup").getContentAsString())
        .contains("<svg class=\"qr\"", "otpauth://totp/Diestra:");
    assertThat(door.post("/settings/security/codes", "code", "12").getStatus()).isEqualTo(422);
    var answer = door.post("/settings/security/codes", "code", code(viewer));
    assertThat(answer.getStatus()).isEqualTo(200);
    assertThat(LastMail.to(jdbc, viewer.email()).orElseThrow().kind())
        .isEqualTo("factors.codes-on");
    mover.moveTo(clock.instant().plusSeconds(90));
    return CODE.matcher(answer.getContentAsString()).results().map(m -> m.group(1)).toList();
  }

  private String code(Viewer viewer) {
    var kept = store.find(viewer.id()).orElseThrow();
    return Totp.code(kept.secret(), Totp.step(clock.instant()));
  }

  private Viewer person(String name) {
    var viewer = people.client(name);
    KnownPasswords.set(passwords, viewer.id(), Door.PASSWORD);
    return viewer;
  }
}
