/**
 * What the house takes for its part, and what that makes of a price on both sides. The operator
 * plans the rates with a day from which they hold; zero is a rate like any other, and the first.
 */
@ApplicationModule(
    id = "fees",
    allowedDependencies = {"data", "page", "accounts"})
@NullMarked
package org.diestra.hiring.fees;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
