package org.diestra;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.UUID;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.EmailAddress;
import org.diestra.platform.accounts.NewPerson;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.PersonAuthentication;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Makes people for tests, each with an address of its own, and signs them in. */
@Component
public class People {
  private final Accounts accounts;

  People(Accounts accounts) {
    this.accounts = accounts;
  }

  /** An assistant in Bogotá who reads Spanish. */
  public Viewer assistant(String name) {
    return open(name, "es", "America/Bogota", true, null);
  }

  /** The owner of a new business in Madrid, who reads English. */
  public Viewer client(String name) {
    return open(name, "en", "Europe/Madrid", false, name + " & Co");
  }

  /** Somebody who keeps the house. */
  public Viewer operator(String name) {
    var id = open(name, "en", "Europe/Madrid", true, null).id();
    accounts.makeOperator(id, null);
    return accounts.viewer(id).orElseThrow();
  }

  public Viewer open(
      String name, String locale, String zone, boolean assistant, @Nullable String organisation) {
    var person =
        new NewPerson(
            new EmailAddress(UUID.randomUUID() + "@example.org"),
            name,
            Locale.of(locale),
            ZoneId.of(zone),
            Currency.getInstance("EUR"),
            assistant,
            organisation);
    return accounts.viewer(accounts.open(person)).orElseThrow();
  }

  /** The one organisation of that person. */
  public static OrganisationId organisation(Viewer viewer) {
    return viewer.memberships().getFirst().organisation();
  }

  /** {@code mvc.perform(get("/home").with(signedIn(viewer)))}. */
  public static RequestPostProcessor signedIn(Viewer viewer) {
    return signedIn(viewer.id());
  }

  public static RequestPostProcessor signedIn(PersonId person) {
    return authentication(new PersonAuthentication(person));
  }
}
