/**
 * What the house stands on: its own PostgreSQL (or a given one), the migrations of every module,
 * the guard that shows each transaction only its caller's rows, the record of who did what, and the
 * clock. Every module with a store lists it.
 */
@ApplicationModule(
    id = "data",
    allowedDependencies = {})
@NullMarked
package org.diestra.platform.data;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
