package org.diestra.money.invoices;

import java.util.List;
import java.util.UUID;
import org.diestra.People;
import org.diestra.money.ledger.Books;
import org.diestra.money.taxes.TaxedParties;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.data.HouseRights;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Invoices as the tests of modules need them that look at them. */
@Component
public class Invoiced {
  private final TaxedParties parties;
  private final Consents consents;
  private final Issuing issuing;
  private final DueStore dues;
  private final HouseRights house;
  private final JdbcClient owner;

  Invoiced(
      TaxedParties parties,
      Consents consents,
      Issuing issuing,
      DueStore dues,
      HouseRights house,
      Books books) {
    this.parties = parties;
    this.consents = consents;
    this.issuing = issuing;
    this.dues = dues;
    this.house = house;
    this.owner = books.owner();
  }

  /** Both are in Spain: 21 % of VAT come on top, and 15 % are withheld. */
  public void spanish(Viewer client, Viewer assistant) {
    parties.spanishProfessional(assistant);
    parties.spanishBusiness(client, People.organisation(client).value());
    consents.sign(assistant, "I agree");
  }

  /** Whatever was sold and can be invoiced is, also what somebody else has in hand. */
  public void issue() {
    do {
      issuing.all();
    } while (house.call(dues::anyReady));
  }

  /** How many of these contracts' weeks have an invoice, and how many wait for one. */
  public List<Long> weeks(String rail) {
    return owner
        .sql(
            """
            select (select count(*) from invoices.invoice i join payments.plan p
                on p.contract = i.contract where p.rail = :rail),
              (select count(*) from invoices.due d join payments.plan p on p.contract = d.contract
                where p.rail = :rail)
            """)
        .param("rail", rail)
        .query((r, n) -> List.of(r.getLong(1), r.getLong(2)))
        .single();
  }

  /** All that is needed to invoice the work of these contracts. */
  public void ready(String rail) {
    var assistants = parties("select distinct assistant from payments.plan where rail = :r", rail);
    parties.spanish(assistants);
    parties.spanish(
        parties("select distinct organisation from payments.plan where rail = :r", rail));
    owner
        .sql(
            """
            insert into invoices.consent (person, version, text, signed_at)
            select id, 1, 'I agree', now() from unnest(:ids) id
            """)
        .param("ids", assistants.toArray(UUID[]::new))
        .update();
  }

  private List<UUID> parties(String sql, String rail) {
    return owner.sql(sql).param("r", rail).query(UUID.class).list();
  }
}
