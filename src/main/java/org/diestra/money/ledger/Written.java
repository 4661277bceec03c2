package org.diestra.money.ledger;

import java.util.UUID;

/** An entry as it stands in the books. */
public record Written(UUID id, Entry entry) {}
