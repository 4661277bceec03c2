/**
 * A client's room: who may enter which of its areas, and until when. The duties in a contract open
 * exactly those areas and its end closes them; a client lets in own staff without a contract. What
 * belongs to an area asks here before it shows anything, and the database asks the same of itself.
 */
@ApplicationModule(
    id = "workspaces",
    allowedDependencies = {"data", "page", "accounts", "notifications", "timers"})
@NullMarked
package org.diestra.office.workspaces;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
