package org.diestra.platform.factors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
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
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;

/** {@code /settings/security}: the password, and where one is signed in. */
@HouseTest
class SecurityTests {
  private static final String FRESH = "otras cinco mesas muy rojas";
  private static final Pattern END =
      Pattern.compile("/settings/security/sessions/[0-9a-f]{64}/end");
  @Autowired MockMvc mvc;
  @Autowired People people;
  @Autowired Passwords passwords;
  @Autowired ClockMover mover;
  @Autowired Clock clock;
  @Autowired JdbcClient jdbc;

  @Test
  void anotherPasswordEndsEveryOtherSessionAndTellsTheOwner() throws Exception {
    var ana = person("Ana");
    var here = new Door(mvc);
    here.login(ana.email());
    var there = new Door(mvc);
    there.login(ana.email());
    var before = here.session();

    assertThat(change(here, Door.PASSWORD, FRESH, FRESH).getRedirectedUrl())
        .isEqualTo("/settings/security");
    assertThat(here.session()).isNotEqualTo(before);
    assertThat(here.get("/settings/security").getContentAsString())
        .contains("Changed the password");
    assertThat(there.get("/settings/security").getRedirectedUrl()).startsWith("/login");
    var mail = LastMail.to(jdbc, ana.email()).orElseThrow();
    assertThat(mail.kind()).isEqualTo("signin.changed");
    assertThat(mail.text()).contains("every other session was signed out");
    assertThat(new Door(mvc).login(ana.email()).getStatus()).isEqualTo(422);
    assertThat(new Door(mvc).login(ana.email(), FRESH).getRedirectedUrl()).isEqualTo("/home");
  }

  @Test
  void theNewPasswordKeepsTheRulesAndTheOldOneIsAskedFor() throws Exception {
    var ana = person("Ana");
    var door = new Door(mvc);
    door.login(ana.email());
    assertThat(change(door, "not the one", FRESH, FRESH).getContentAsString())
        .contains("id=\"current-why\"");
    assertThat(change(door, Door.PASSWORD, "short", "short").getContentAsString())
        .contains("id=\"password-why\"");
    assertThat(change(door, Door.PASSWORD, FRESH, "another").getContentAsString())
        .contains("id=\"again-why\"")
        .doesNotContain(FRESH);
    assertThat(change(door, Door.PASSWORD, Door.PASSWORD, Door.PASSWORD).getContentAsString())
        .contains("id=\"password-why\"");
    assertThat(passwords.matches(ana.id(), Door.PASSWORD)).isTrue();
  }

  @Test
  void guessingTheOldPasswordFromAnOpenSessionEndsSoon() throws Exception {
    var ana = person("Ana");
    var door = new Door(mvc);
    door.login(ana.email());
    int last = 0;
    for (int i = 0; i < 11; i++) {
      last = change(door, "a guess, number " + i, FRESH, FRESH).getStatus();
    }
    assertThat(last).isEqualTo(429);
    assertThat(change(door, Door.PASSWORD, FRESH, FRESH).getStatus()).isEqualTo(429);
  }

  @Test
  void aSessionIsEndedFromAnotherAndOnlyByItsOwner() throws Exception {
    var ana = person("Ana");
    var here = new Door(mvc);
    here.login(ana.email());
    var there = new Door(mvc);
    there.login(ana.email());
    var page = here.get("/settings/security").getContentAsString();
    assertThat(page).contains("This browser", "Firefox on Linux").doesNotContain(there.session());
    var end = END.matcher(page).results().map(m -> m.group()).toList();
    assertThat(end).hasSize(1);

    var luz = new Door(mvc);
    luz.login(person("Luz").email());
    assertThat(luz.post(end.getFirst()).getStatus()).isEqualTo(404);
    assertThat(there.get("/settings").getStatus()).isEqualTo(200);

    assertThat(here.post(end.getFirst()).getStatus()).isEqualTo(302);
    assertThat(there.get("/settings").getRedirectedUrl()).startsWith("/login");
    assertThat(here.post(end.getFirst()).getStatus()).isEqualTo(404);
    assertThat(here.get("/settings").getStatus()).isEqualTo(200);
  }

  @Test
  void allOthersEndAtOnceAndThisOneStays() throws Exception {
    var ana = person("Ana");
    var here = new Door(mvc);
    here.login(ana.email());
    var others = new Door[] {new Door(mvc), new Door(mvc)};
    for (var other : others) {
      other.login(ana.email());
    }
    here.post("/settings/security/sessions/others/end");
    for (var other : others) {
      assertThat(other.get("/settings").getRedirectedUrl()).startsWith("/login");
    }
    var page = here.get("/settings/security").getContentAsString();
    assertThat(page).contains("Ended all other sessions").doesNotContainPattern(END);
  }

  @Test
  void whatPasskeysAreAddedFromMustBeFresh() throws Exception {
    var door = new Door(mvc);
    door.login(person("Ana").email());
    assertThat(door.get("/settings/security/passkeys/new").getContentAsString())
        .contains("data-passkey=\"{", "&#34;userVerification&#34;:&#34;required&#34;");
    mover.moveTo(clock.instant().plus(Duration.ofMinutes(11)));
    assertThat(door.get("/settings/security/passkeys/new").getRedirectedUrl())
        .isEqualTo("/settings/security/proof?next=%2Fsettings%2Fsecurity%2Fpasskeys%2Fnew");
    assertThat(door.post("/settings/security/passkeys", "answer", "{}").getRedirectedUrl())
        .startsWith("/settings/security/proof");
  }

  @Test
  void whatIsNoPasskeyIsRefusedWhateverItSays() throws Exception {
    var door = new Door(mvc);
    door.login(person("Ana").email());
    door.get("/settings/security/passkeys/new");
    for (var answer :
        new String[] {
          "",
          "{}",
          "null",
          "[1]",
          "{\"id\":\"a\",\"rawId\":\"a\",\"type\":\"public-key\",\"response\":{}}",
          "{\"id\":\"AAAA\",\"rawId\":\"AAAA\",\"type\":\"public-key\",\"response\":"
              + "{\"clientDataJSON\":\"e30\",\"attestationObject\":\"AAAA\",\"authenticatorData\":"
              + "\"AAAA\",\"signature\":\"AAAA\",\"userHandle\":\"AAAA\"}}",
          "{\"rawId\":\"!!\",\"response\":7}",
          "x".repeat(100_000)
        }) {
      assertThat(door.post("/settings/security/passkeys", "answer", answer).getStatus())
          .as(answer)
          .isEqualTo(422);
      assertThat(new Door(mvc).post("/login/passkey", "answer", answer).getStatus())
          .as(answer)
          .isEqualTo(422);
    }
  }

  private static MockHttpServletResponse change(
      Door door, String current, String fresh, String again) throws Exception {
    return door.post(
        "/settings/security/password", "current", current, "password", fresh, "again", again);
  }

  private Viewer person(String name) {
    var viewer = people.client(name);
    KnownPasswords.set(passwords, viewer.id(), Door.PASSWORD);
    return viewer;
  }
}
