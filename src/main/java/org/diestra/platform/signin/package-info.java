/**
 * How people come in: sign-up with a confirmed address, passwords, forgotten ones, and the throttle
 * before all of them. What may be asked beside the password or offered instead of it is told by
 * {@link org.diestra.platform.signin.SecondStep} and {@link
 * org.diestra.platform.signin.SignInOffer}. No answer tells whether an address has an account.
 */
@ApplicationModule(
    id = "signin",
    allowedDependencies = {"data", "page", "accounts", "mail", "demo", "sessions"})
@NullMarked
package org.diestra.platform.signin;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
