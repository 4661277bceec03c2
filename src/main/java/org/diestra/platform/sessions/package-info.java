/**
 * Where somebody is signed in, and how lately they proved who they are: sessions to begin, see and
 * end, the gate before what a stolen session must not do ({@link
 * org.diestra.platform.sessions.Proven}), and {@code /settings/security}, to which the modules that
 * know ways to prove it add theirs.
 */
@ApplicationModule(
    id = "sessions",
    allowedDependencies = {"data", "page", "accounts"})
@NullMarked
package org.diestra.platform.sessions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
