/**
 * Who the parties of an invoice are to a tax office, and what follows from that: the rates of the
 * day, who owes the tax, what is withheld. Rates and cases are rows with a day from which they
 * hold, never constants. It knows no contract and no payment, and it is no advice.
 */
@ApplicationModule(
    id = "taxes",
    allowedDependencies = {"data", "page", "accounts"})
@NullMarked
package org.diestra.money.taxes;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
