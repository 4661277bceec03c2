package org.diestra.money.invoices;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diestra.money.payments.EntryPapers;
import org.diestra.platform.data.HouseRights;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The invoice of what an entry released. */
@Component
class InvoicePapers implements EntryPapers {
  private final InvoiceStore store;
  private final HouseRights house;

  InvoicePapers(InvoiceStore store, HouseRights house) {
    this.store = store;
    this.house = house;
  }

  @Override
  @Transactional(readOnly = true)
  public Optional<Paper> of(UUID entry) {
    return house.call(() -> store.of(List.of(entry))).stream()
        .map(invoice -> new Paper(invoice.number(), invoice.href()))
        .findFirst();
  }
}
