/**
 * What a procedure is: steps with stable ids, conditions, limits, a quiz; how two of its texts
 * differ and what that makes of its version; and the procedures a client can begin with. Plain
 * rules that explain themselves; it keeps no data.
 */
@ApplicationModule(
    id = "procedures",
    allowedDependencies = {"page"})
@NullMarked
package org.diestra.office.procedures;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
