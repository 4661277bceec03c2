package org.diestra.money.invoices;

import org.diestra.People;
import org.diestra.money.taxes.TaxedParties;
import org.diestra.platform.accounts.Viewer;
import org.springframework.stereotype.Component;

/** Invoices as the tests of modules need them that look at them. */
@Component
public class Invoiced {
  private final TaxedParties parties;
  private final Consents consents;
  private final Issuing issuing;

  Invoiced(TaxedParties parties, Consents consents, Issuing issuing) {
    this.parties = parties;
    this.consents = consents;
    this.issuing = issuing;
  }

  /** Both are in Spain: 21 % of VAT come on top, and 15 % are withheld. */
  public void spanish(Viewer client, Viewer assistant) {
    parties.spanishProfessional(assistant);
    parties.spanishBusiness(client, People.organisation(client).value());
    consents.sign(assistant, "I agree");
  }

  /** Whatever was sold and can be invoiced is. */
  public void issue() {
    issuing.all();
  }
}
