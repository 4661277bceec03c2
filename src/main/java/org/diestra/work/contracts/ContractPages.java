package org.diestra.work.contracts;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.Membership;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.home.Wait;
import org.diestra.platform.home.Waits;
import org.diestra.work.contracts.ContractStages.Stage;
import org.diestra.work.contracts.OfferStore.Listed;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers what the pages of contracts show, and what waits for a signature. */
@Component
class ContractPages implements Waits {
  private final OfferStore offers;
  private final Contracts door;
  private final ContractStages stages;
  private final ContractPapers papers;
  private final Accounts accounts;
  private final Organisations organisations;
  private final Clock clock;

  ContractPages(
      OfferStore offers,
      Contracts door,
      ContractStages stages,
      ContractPapers papers,
      Accounts accounts,
      Organisations organisations,
      Clock clock) {
    this.offers = offers;
    this.door = door;
    this.stages = stages;
    this.papers = papers;
    this.accounts = accounts;
    this.organisations = organisations;
    this.clock = clock;
  }

  /** One contract in a list. */
  record ContractRow(
      ContractId id,
      String number,
      String title,
      String otherName,
      Instant signedAt,
      Stage stage,
      boolean trial) {}

  /** One open offer in a list. */
  record OfferRow(OfferId id, String title, String otherName, boolean turn, Instant expiresAt) {}

  /** A contract's page. */
  record ContractView(
      Contract contract, Paper paper, Terms terms, List<OfferStore.Signature> signatures) {}

  List<ContractRow> rows(Viewer viewer, List<Contract> contracts) {
    var people = accounts.names(contracts.stream().map(Contract::assistant).toList());
    var clients =
        organisations.all(contracts.stream().map(Contract::organisation).distinct().toList());
    var stagesOf = stages.of(contracts.stream().map(Contract::id).toList());
    return contracts.stream()
        .map(c ->
            new ContractRow(
                c.id(),
                c.number(),
                c.title(),
                viewer.id().equals(c.assistant())
                    ? client(clients, c.organisation())
                    : people.getOrDefault(c.assistant(), ""),
                c.signedAt(),
                Objects.requireNonNull(stagesOf.get(c.id())),
                c.trial()))
        .toList();
  }

  List<OfferRow> offers(Viewer viewer) {
    return open(viewer).stream()
        .map(listed ->
            new OfferRow(
                listed.offer().facts().id(),
                listed.paper().title(),
                otherName(viewer, listed),
                sideOf(viewer, listed) == listed.offer().turn(),
                listed.offer().facts().expiresAt()))
        .toList();
  }

  String show(Viewer viewer, Contract contract, Model model) {
    var paper = papers.paper(contract);
    model.addAttribute("viewer", viewer);
    model.addAttribute("frame", door.frame(contract));
    model.addAttribute(
        "stage", Objects.requireNonNull(stages.of(List.of(contract.id())).get(contract.id())));
    model.addAttribute(
        "view", new ContractView(contract, paper, paper.terms(), papers.signatures(contract)));
    return "show";
  }

  /** Offers whose answer is this person's to give. */
  @Override
  public List<Wait> of(Viewer viewer) {
    return open(viewer).stream()
        .filter(listed -> sideOf(viewer, listed) == listed.offer().turn())
        .limit(20)
        .map(listed -> wait(viewer, listed))
        .toList();
  }

  private static Wait wait(Viewer viewer, Listed listed) {
    var facts = listed.offer().facts();
    return new Wait(
        facts.expiresAt().minus(Offer.LIVES),
        facts.expiresAt(),
        "signature",
        facts.version() == 1 ? "contracts.wait.offer" : "contracts.wait.counter",
        null,
        List.of(otherName(viewer, listed), listed.paper().title()),
        "/offers/" + facts.id(),
        "contracts.wait.action");
  }

  private List<Listed> open(Viewer viewer) {
    var hiring = viewer.hiring().stream().map(Membership::organisation).toList();
    return offers.open(viewer.id(), hiring, clock.instant());
  }

  private static Side sideOf(Viewer viewer, Listed listed) {
    return viewer.id().equals(listed.offer().facts().assistant()) ? Side.ASSISTANT : Side.CLIENT;
  }

  private static String otherName(Viewer viewer, Listed listed) {
    return sideOf(viewer, listed) == Side.CLIENT
        ? listed.paper().assistant().name()
        : listed.paper().client().name();
  }

  private static String client(
      Map<OrganisationId, Organisations.Organisation> clients, OrganisationId id) {
    var client = clients.get(id);
    return client == null ? "" : client.name();
  }
}
