package org.diestra.work.contracts;

import java.time.ZoneId;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.NotFound;
import org.diestra.work.contracts.Offer.Facts;
import org.springframework.stereotype.Component;

/** Who the two sides are, as they stand in the text. */
@Component
class Parties {
  private final Accounts accounts;
  private final Organisations organisations;

  Parties(Accounts accounts, Organisations organisations) {
    this.accounts = accounts;
    this.organisations = organisations;
  }

  Party client(Facts facts) {
    var organisation = organisations.get(facts.organisation());
    return new Party(
        organisation.name(), contact(facts.madeBy()).name(), place(organisation.zone()));
  }

  Party assistant(Facts facts) {
    var contact = contact(facts.assistant());
    return new Party(contact.name(), contact.name(), place(contact.zone()));
  }

  private Accounts.Contact contact(PersonId person) {
    return accounts.contact(person).orElseThrow(NotFound::new);
  }

  private static String place(ZoneId zone) {
    return zone.getId();
  }
}
