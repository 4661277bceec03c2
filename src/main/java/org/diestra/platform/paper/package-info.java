/**
 * Puts HTML on paper: A4 as PDF, with its fonts embedded, and nothing loaded from anywhere. It
 * keeps no data and knows nothing of what it prints.
 */
@ApplicationModule(
    id = "paper",
    allowedDependencies = {})
@NullMarked
package org.diestra.platform.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
