/**
 * How the house is: {@code /health} for whoever must know whether it can serve, {@code /metrics}
 * for whoever draws curves, and the lines that greet the person who started it. A module that can
 * be unwell contributes a Boot {@code HealthIndicator}.
 */
@ApplicationModule(
    id = "health",
    allowedDependencies = {"page", "accounts"})
@NullMarked
package org.diestra.platform.health;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
