package org.diestra.stories;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.diestra.HouseTest;
import org.diestra.platform.blobs.SampleFiles;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody makes the account their own: a second step, their sessions, their settings. */
@Tag("browser")
@HouseTest
class PeopleStory extends Story {
  private static final String SECURITY = "/settings/security";
  private static final String END_ONE =
      "form[action^='/settings/security/sessions/']:not([action*='others']) button";

  @ParameterizedTest
  @EnumSource
  void anAssistantMakesTheAccountTheirOwn(Way way) {
    var laptop = guest(way);
    var email = signUp(laptop, "assistant", "Nora Peña");
    settle(laptop, way);

    laptop.open(SECURITY + "/codes");
    laptop.forward();
    var phone = Authenticator.of(laptop.text("code.key"));
    var kept = switchOn(laptop, phone);
    leave(laptop);
    comeBack(laptop, phone, email);

    var elsewhere = guest(way);
    useRecoveryCode(elsewhere, email, kept);
    endThemFromHere(laptop, elsewhere);
    resetElsewhere(laptop, elsewhere, email, kept);
  }

  /** Another language and back again, another zone, and a face. */
  private void settle(Window laptop, Way way) {
    laptop.open("/settings");
    laptop.bring("photo", file("nora.png", SampleFiles.picture("png", 300, 300)));
    laptop.press("form[action='/settings/photo'] button");
    assertThat(laptop.drawn("header img")).isTrue();
    var other = way.language().equals("es") ? "en" : "es";
    laptop.select("language", other);
    laptop.select("zone", "America/Bogota");
    laptop.forward();
    laptop.reads(other);
    laptop.says("accounts.settings.saved");
    assertThat(laptop.typed("zone")).isEqualTo("America/Bogota");
    laptop.select("language", way.language());
    laptop.forward();
    laptop.reads(way.language());
    laptop.says("accounts.settings.saved");
  }

  private List<String> switchOn(Window laptop, Authenticator phone) {
    laptop.fill("code", "000000");
    laptop.forward();
    laptop.refuses(422, "code");
    laptop.fill("code", phone.code(clock.instant()));
    laptop.forward();
    laptop.says("factors.recovery.first");
    var kept = laptop.page().locator(".recovery code").allInnerTexts();
    assertThat(kept).hasSize(10).doesNotHaveDuplicates();
    mover.moveTo(clock.instant().plus(Duration.ofMinutes(1))); // a code counts once
    return kept;
  }

  private void comeBack(Window laptop, Authenticator phone, String email) {
    signIn(laptop, email, "cuatro mesas verdes rápidas");
    laptop.refuses(422, "password");
    assertThat(laptop.typed("email")).isEqualTo(email);
    laptop.fill("password", PASSWORD);
    laptop.forward();
    assertThat(laptop.path()).isEqualTo("/login/code");
    laptop.fill("code", phone.code(clock.instant()));
    laptop.forward();
    assertThat(laptop.path()).isEqualTo("/home");
  }

  private void useRecoveryCode(Window elsewhere, String email, List<String> kept) {
    signIn(elsewhere, email, PASSWORD);
    elsewhere.press("a[href='/login/code?lost=true']");
    elsewhere.fill("code", kept.getFirst());
    elsewhere.forward();
    assertThat(elsewhere.path()).isEqualTo("/home");
    leave(elsewhere);
    signIn(elsewhere, email, PASSWORD);
    elsewhere.press("a[href='/login/code?lost=true']");
    elsewhere.fill("code", kept.getFirst());
    elsewhere.forward();
    elsewhere.refuses(422, "code"); // it counted once
    elsewhere.fill("code", kept.get(1));
    elsewhere.forward();
  }

  private void endThemFromHere(Window laptop, Window elsewhere) {
    laptop.open(SECURITY);
    assertThat(laptop.count(END_ONE)).isEqualTo(1);
    laptop.press(END_ONE);
    laptop.says("sessions.ended");
    assertThat(laptop.count(END_ONE)).isZero();
    elsewhere.open("/settings");
    assertThat(elsewhere.path()).startsWith("/login?next=");
  }

  /** Whoever has the letter has the account; whoever else was in it is out. */
  private void resetElsewhere(Window laptop, Window elsewhere, String email, List<String> kept) {
    var fresh = "otras cinco mesas muy rojas";
    reset(elsewhere, email, fresh);
    laptop.open("/home");
    assertThat(laptop.path()).startsWith("/login?next=");
    signIn(elsewhere, email, fresh);
    elsewhere.press("a[href='/login/code?lost=true']");
    elsewhere.fill("code", kept.get(2));
    elsewhere.forward();
    elsewhere.open(SECURITY);
    elsewhere.says("signin.activity.reset");
    assertThat(elsewhere.count(END_ONE)).isZero();
  }

  private void leave(Window window) {
    window.seen(".menu summary").click();
    window.press("form[action='/logout'] button");
  }
}
