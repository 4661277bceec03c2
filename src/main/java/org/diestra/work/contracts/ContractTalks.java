package org.diestra.work.contracts;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.messaging.Messages;
import org.diestra.platform.messaging.ThreadSubjects;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The talk between the two sides of a contract: everybody of the client's, and the assistant. */
@Controller
public class ContractTalks implements ThreadSubjects {
  /** Under which the talk about a contract stands, with the contract as its thing. */
  public static final String NAME = "contracts:contract";

  private final Contracts contracts;
  private final ContractStore store;
  private final Organisations organisations;
  private final Messages messages;

  ContractTalks(
      Contracts contracts, ContractStore store, Organisations organisations, Messages messages) {
    this.contracts = contracts;
    this.store = store;
    this.organisations = organisations;
    this.messages = messages;
  }

  @GetMapping("/contracts/{id}/messages")
  String talk(Viewer viewer, @PathVariable ContractId id) {
    var contract = contracts.get(viewer, id);
    return "redirect:" + Messages.href(messages.open(NAME, contract.id().value()));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Map<UUID, Subject> of(Viewer viewer, Collection<UUID> things) {
    var subjects = new HashMap<UUID, Subject>();
    for (var contract : store.all(things.stream().map(ContractId::new).toList())) {
      if (contract.concerns(viewer)) {
        subjects.put(
            contract.id().value(), Subject.of(contract.title(), "/contracts/" + contract.id()));
      }
    }
    return subjects;
  }

  @Override
  public Set<PersonId> people(UUID thing) {
    var contract = store.find(new ContractId(thing)).orElseThrow();
    var people = new HashSet<PersonId>();
    organisations.members(contract.organisation()).stream()
        .filter(m -> m.role().seesContracts())
        .forEach(m -> people.add(m.person()));
    people.add(contract.assistant());
    return people;
  }
}
