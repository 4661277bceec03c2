/**
 * Sheets of rows as other programs write and read them: CSV in any letters and with any separator,
 * and workbooks (ECMA-376). They are read and written row by row, in bounds, whatever a file goes
 * on to promise. It keeps no data.
 */
@ApplicationModule(
    id = "sheets",
    displayName = "Sheets",
    allowedDependencies = {})
@NullMarked
package org.diestra.platform.sheets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
