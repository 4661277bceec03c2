package org.diestra.platform.accounts;

import java.util.Locale;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** In which language a paper is written for whoever gets it. */
@Component
public class Languages {
  private final Organisations organisations;
  private final Accounts accounts;

  Languages(Organisations organisations, Accounts accounts) {
    this.organisations = organisations;
    this.accounts = accounts;
  }

  /**
   * The owner's for a business; English where nobody is known.
   *
   * @param of an organisation or a person
   */
  public Locale of(UUID of) {
    var person =
        organisations.members(new OrganisationId(of)).stream()
            .filter(m -> m.role() == Role.OWNER)
            .map(Organisations.Member::person)
            .findFirst()
            .orElse(new PersonId(of));
    return accounts.contact(person).map(Accounts.Contact::locale).orElse(Locale.ENGLISH);
  }
}
