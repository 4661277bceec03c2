/**
 * Outgoing mail. A module hands over a {@link org.diestra.platform.mail.Letter} inside its own
 * transaction; after the commit it is sent, and tried again for days when the server is away.
 * Without a mail server letters are kept, and operators read them at {@code /operator/mail}.
 * Answers come in through a door of our own, where the operator opens one, at addresses we signed.
 */
@ApplicationModule(
    id = "mail",
    allowedDependencies = {"data", "page", "timers"})
@NullMarked
package org.diestra.platform.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
