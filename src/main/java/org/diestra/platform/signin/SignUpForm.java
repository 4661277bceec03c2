package org.diestra.platform.signin;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.diestra.platform.accounts.EmailAddress;
import org.diestra.platform.accounts.NewPerson;
import org.diestra.platform.base.Problems;
import org.diestra.platform.page.Ui;
import org.jspecify.annotations.Nullable;

/**
 * What the sign-up page may send.
 *
 * @param as client, assistant or both; member for whoever answers an invitation to a team
 * @param organisation the business's name, asked of clients
 * @param zone the browser's time zone, where it told one
 * @param next where the person wanted to go
 */
record SignUpForm(
    @Nullable String as,
    @Nullable String name,
    @Nullable String organisation,
    @Nullable String email,
    @Nullable String password,
    @Nullable String zone,
    @Nullable String next) {

  static SignUpForm empty(@Nullable String as, @Nullable String next) {
    return new SignUpForm(as, null, null, null, null, null, next);
  }

  /** What brings somebody here, in the order shown. */
  static Map<String, String> reasons() {
    var reasons = new LinkedHashMap<String, String>();
    for (var reason : new String[] {"client", "assistant", "both"}) {
      reasons.put(reason, Ui.words("signin.signup.as." + reason));
    }
    return reasons;
  }

  boolean client() {
    return "client".equals(as) || "both".equals(as);
  }

  boolean assistant() {
    return "assistant".equals(as) || "both".equals(as);
  }

  /** Whether this is to act for a business that asked for it: then neither side is chosen here. */
  boolean member() {
    return "member".equals(as) && next != null && next.startsWith("/invitations/");
  }

  /** What was meant; only to be used where there are no problems. */
  NewPerson read(PasswordRules rules, Locale locale, Problems problems) {
    if (!client() && !assistant() && !member()) {
      problems.add("as", "signin.signup.as.missing");
    }
    var called = text(name, "name", "signin.signup.name.missing", problems);
    var business =
        client()
            ? text(organisation, "organisation", "signin.signup.organisation.missing", problems)
            : null;
    var address = EmailAddress.read(email == null ? "" : email);
    if (address.isEmpty()) {
      problems.add("email", "signin.email.wrong");
    }
    rules.check(
        password == null ? "" : password, called, email == null ? "" : email, "password", problems);
    return new NewPerson(
        address.orElse(new EmailAddress("-@-")),
        called,
        locale,
        zone(zone),
        Currency.getInstance("EUR"),
        assistant(),
        business);
  }

  private static String text(@Nullable String typed, String field, String key, Problems problems) {
    var text = typed == null ? "" : typed.strip();
    if (text.isEmpty()) {
      problems.add(field, key);
    } else if (text.length() > 120) {
      problems.add(field, "signin.signup.too-long", 120);
    }
    return text;
  }

  private static ZoneId zone(@Nullable String told) {
    try {
      return told == null || told.isBlank() ? ZoneId.of("Europe/Madrid") : ZoneId.of(told);
    } catch (DateTimeException unknown) {
      return ZoneId.of("Europe/Madrid");
    }
  }

  /** Never the password, wherever a form may be logged. */
  @Override
  public String toString() {
    return "SignUpForm[" + as + "]";
  }
}
