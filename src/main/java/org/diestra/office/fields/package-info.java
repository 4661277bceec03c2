/**
 * What a cell of a table may hold: the types of fields, each of which reads what somebody typed in
 * any locale, keeps it in one form, orders it and compares it. Plain rules; it keeps no data.
 */
@ApplicationModule(
    id = "fields",
    allowedDependencies = {"accounts", "page"})
@NullMarked
package org.diestra.office.fields;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
