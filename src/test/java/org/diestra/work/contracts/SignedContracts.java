package org.diestra.work.contracts;

import java.util.Set;
import org.diestra.People;
import org.diestra.hiring.proposals.KeptBids;
import org.diestra.hiring.talent.Assistants;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Outcome;
import org.springframework.stereotype.Component;

/**
 * Contracts as the tests of later modules need them: by the hour, for bookkeeping and data entry.
 */
@Component
public class SignedContracts {
  private final Offers offers;
  private final KeptBids bids;
  private final People people;
  private final Assistants assistants;

  SignedContracts(Offers offers, KeptBids bids, People people, Assistants assistants) {
    this.offers = offers;
    this.bids = bids;
    this.people = people;
    this.assistants = assistants;
  }

  /** A client in Madrid, an assistant in Bogotá, and what both have signed. */
  public record Signed(Viewer client, Viewer assistant, ContractId id) {
    public String href() {
      return "/contracts/" + id;
    }
  }

  public Signed signed() {
    var client = people.client("Lucía Ferrer");
    return signed(client, assistants.published("Rosa Peña"));
  }

  public Signed signed(Viewer client, Viewer assistant) {
    return signed(client, assistant, SampleTerms.hourly("12.00"));
  }

  /** One that also pays twenty-five euros for a task. */
  public Signed mixed() {
    return mixed(people.client("Lucía Ferrer"), assistants.published("Rosa Peña"));
  }

  public Signed mixed(Viewer client, Viewer assistant) {
    return signed(client, assistant, SampleTerms.mixed());
  }

  /** One that buys twenty hours a month for 220 €, of which five roll over. */
  public Signed retained(Viewer client, Viewer assistant, boolean hourly) {
    return signed(client, assistant, SampleTerms.retainer(hourly));
  }

  private Signed signed(Viewer client, Viewer assistant, Terms terms) {
    var offer = offered(client, assistant, terms);
    return new Signed(
        client, assistant, offers.accept(assistant, offer, 1, assistant.name()).orFail());
  }

  private OfferId offered(Viewer client, Viewer assistant, Terms terms) {
    var job = bids.job(client);
    var bid = bids.kept(client, assistant, job);
    var signing = new Offers.Signing(null, client.name());
    return offers.make(client, bid, terms, new StatusCheck(Set.of()), signing).orFail();
  }

  /** What the assistant's signature comes to where something happened after the client's. */
  public Outcome<ContractId> signedAfter(Viewer client, Viewer assistant, Runnable between) {
    var offer = offered(client, assistant, SampleTerms.mixed());
    between.run();
    return offers.accept(assistant, offer, 1, assistant.name());
  }
}
