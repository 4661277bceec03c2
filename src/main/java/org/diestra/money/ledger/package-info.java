/**
 * The books of the house: accounts, entries of two sides and more, balances. It knows amounts and
 * whose they are, and nothing of contracts or tasks. Entries are only added to; each is chained to
 * the one before it, so that whoever keeps an old hash can prove that nothing was changed since.
 */
@ApplicationModule(
    id = "ledger",
    allowedDependencies = {"data"})
@NullMarked
package org.diestra.money.ledger;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
