package org.diestra.platform.demo;

import java.util.List;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.EmailAddress;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.springframework.stereotype.Component;

/** The demo's people, found by their addresses. */
@Component
public class Cast {
  /** The owner of a bookshop in Valencia. */
  public static final String CLIENT = "client@demo.test";

  /** Her accountant, who approves. */
  public static final String ACCOUNTANT = "accountant@demo.test";

  /** A physiotherapist in Dublin. */
  public static final String PRACTICE = "practice@demo.test";

  /** A travel photographer in Mexico City. */
  public static final String STUDIO = "studio@demo.test";

  /** The assistant in Bogotá; the others are in Casablanca, Lagos and Manila. */
  public static final String ASSISTANT = "assistant@demo.test";

  public static final String ASSISTANT_2 = "assistant2@demo.test";
  public static final String ASSISTANT_3 = "assistant3@demo.test";
  public static final String ASSISTANT_4 = "assistant4@demo.test";

  /** Keeps the house. */
  public static final String OPERATOR = "operator@demo.test";

  /** Keeps it too: money leaves only by two hands. */
  public static final String OPERATOR_2 = "operator2@demo.test";

  private final Accounts accounts;

  Cast(Accounts accounts) {
    this.accounts = accounts;
  }

  public PersonId person(String email) {
    return accounts.byEmail(new EmailAddress(email)).orElseThrow();
  }

  /** The person as a page would see them. */
  public Viewer viewer(String email) {
    return accounts.viewer(person(email)).orElseThrow();
  }

  /** The business that person owns. */
  public OrganisationId business(String email) {
    return viewer(email).memberships().getFirst().organisation();
  }

  /** Everybody who offers services, the four named ones first. */
  public List<Assistant> assistants() {
    return Assistants.ALL;
  }
}
