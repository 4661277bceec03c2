/**
 * Tells people what happened: an inbox for each, mail at once or once a day where they want it, and
 * nothing they switched off. Modules tell inside their own transaction; nobody listens here.
 */
@ApplicationModule(
    id = "notifications",
    allowedDependencies = {"data", "page", "accounts", "timers", "mail", "live", "taps"})
@NullMarked
package org.diestra.platform.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
