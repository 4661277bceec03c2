package org.diestra.work.contracts;

import java.util.List;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.NotFound;
import org.springframework.stereotype.Component;

/** The people who are told what the other side of a contract did, and what each side is called. */
@Component
public class Sides {
  private final Accounts accounts;
  private final Organisations organisations;

  Sides(Accounts accounts, Organisations organisations) {
    this.accounts = accounts;
    this.organisations = organisations;
  }

  /** The assistant, or everybody who hires for the client. */
  public List<PersonId> people(Side side, OrganisationId client, PersonId assistant) {
    return side == Side.ASSISTANT ? List.of(assistant) : organisations.hiring(client);
  }

  public String name(Side side, OrganisationId client, PersonId assistant) {
    return side == Side.CLIENT
        ? organisations.get(client).name()
        : accounts.contact(assistant).orElseThrow(NotFound::new).name();
  }
}
