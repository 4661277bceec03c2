/**
 * The operator's desk: how the house is, what waits and since when, who is here, and who did what.
 * The pages of single matters belong to their modules, which place them beside this one with an
 * {@link org.diestra.platform.page.OperatorEntry}.
 */
@ApplicationModule(
    id = "administration",
    allowedDependencies = {"data", "page", "accounts", "health", "home"})
@NullMarked
package org.diestra.operator.administration;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
