package org.diestra.platform.signin;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Locale;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.EmailAddress;
import org.diestra.platform.accounts.NewPerson;
import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Role;
import org.diestra.platform.demo.Cast;
import org.diestra.platform.demo.DemoPart;
import org.diestra.platform.demo.Past;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The demo's people, who can all sign in with the same password. */
@Component
class DemoPeople implements DemoPart {
  static final String PASSWORD = "diestra-demo";
  private static final int JOINED = 60; // days before the oldest work
  private final Accounts accounts;
  private final Organisations organisations;
  private final Passwords passwords;
  private final Past past;

  DemoPeople(Accounts accounts, Organisations organisations, Passwords passwords, Past past) {
    this.accounts = accounts;
    this.organisations = organisations;
    this.passwords = passwords;
    this.past = past;
  }

  @Override
  public String name() {
    return "signin:people";
  }

  @Override
  public int order() {
    return 0;
  }

  /** They have been here for a while. */
  @Override
  public void play(Cast cast) {
    var joined = past.monday().minusDays(JOINED).atTime(9, 0).toInstant(ZoneOffset.UTC);
    past.run(joined, () -> join(cast));
  }

  private void join(Cast cast) {
    var hash = passwords.hash(PASSWORD);
    var owner =
        open(Cast.CLIENT, "Lucía Ferrer Blanch", "es", "Europe/Madrid", "Librería El Faro", hash);
    var accountant = open(Cast.ACCOUNTANT, "Pere Soler Mas", "es", "Europe/Madrid", null, hash);
    var shop = accounts.viewer(owner).orElseThrow().memberships().getFirst().organisation();
    organisations.admit(shop, accountant, Role.APPROVER, owner);
    var practice =
        open(Cast.PRACTICE, "Aoife Brennan", "en", "Europe/Dublin", "Brennan Physiotherapy", hash);
    open(Cast.STUDIO, "Emiliano Vargas", "es", "America/Mexico_City", "Vargas Fotografía", hash);
    var operator = open(Cast.OPERATOR, "Carmen Ibáñez", "es", "Europe/Madrid", null, hash);
    accounts.makeOperator(operator, null);
    var second = open(Cast.OPERATOR_2, "Iker Arana", "es", "Europe/Madrid", null, hash);
    accounts.makeOperator(second, operator);
    organisations.verify(shop, operator);
    organisations.verify(
        accounts.viewer(practice).orElseThrow().memberships().getFirst().organisation(), operator);
    for (var assistant : cast.assistants()) {
      var person =
          person(
              assistant.email(),
              assistant.name(),
              assistant.locale(),
              assistant.zone().getId(),
              true,
              null);
      passwords.set(accounts.open(person), hash);
    }
  }

  private PersonId open(
      String email,
      String name,
      String locale,
      String zone,
      @Nullable String business,
      String hash) {
    var id = accounts.open(person(email, name, locale, zone, false, business));
    passwords.set(id, hash);
    return id;
  }

  private static NewPerson person(
      String email,
      String name,
      String locale,
      String zone,
      boolean assistant,
      @Nullable String business) {
    return new NewPerson(
        new EmailAddress(email),
        name,
        Locale.of(locale),
        ZoneId.of(zone),
        Currency.getInstance("EUR"),
        assistant,
        business);
  }
}
