/**
 * What the house itself fetches from addresses that people give it, such as calendars, and what it
 * sends there, such as posts. An address may be chosen to make the house ask its own network, to
 * send it on there, to answer for ever or without end; all of that is refused here, once.
 */
@ApplicationModule(
    id = "fetching",
    allowedDependencies = {"data"})
@NullMarked
package org.diestra.platform.fetching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
