package org.diestra.money.payments;

import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.PersonId;
import org.springframework.stereotype.Component;

/** The rails of this house, in the order in which they are offered. */
@Component
class Rails {
  private final List<Rail> all;

  Rails(List<Rail> all) {
    this.all = List.copyOf(all);
  }

  Optional<Rail> of(OrganisationId client, PersonId assistant, Currency currency) {
    return all.stream().filter(rail -> rail.serves(client, assistant, currency)).findFirst();
  }

  /** Those that say by themselves what became of a payment. */
  List<String> answering() {
    return all.stream().filter(Rail::answers).map(Rail::id).toList();
  }

  /** Empty where this house has it no more. */
  Optional<Rail> named(String id) {
    return all.stream().filter(rail -> rail.id().equals(id)).findFirst();
  }
}
