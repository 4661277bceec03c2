/**
 * What proves more than a password: passkeys (WebAuthn), which stand for both factors, and one-time
 * codes (RFC 6238) beside the password, with recovery codes for the day when the phone is gone.
 * Here is also where somebody proves again who they are, before {@link
 * org.diestra.platform.sessions.Proven} lets them pass.
 */
@ApplicationModule(
    id = "factors",
    allowedDependencies = {"data", "page", "accounts", "mail", "sessions", "signin"})
@NullMarked
package org.diestra.platform.factors;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
