package org.diestra.office.vault;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody did something with a secret.
 *
 * @param field the part that was opened, or null
 * @param changed what a change was about, by the names of {@link Changes}
 */
record Use(
    UUID id,
    ItemId item,
    PersonId person,
    What what,
    @Nullable Field field,
    List<String> changed,
    Instant at) {
  enum What {
    ADDED,
    IMPORTED,
    CHANGED,
    REVEALED,
    COPIED,
    CODE,
    REMOVED,
    RESTORED;

    String key() {
      return "vault.use." + name().toLowerCase(Locale.ROOT);
    }

    /** Whether whoever did it knows the secret since. */
    boolean opens() {
      return this == REVEALED || this == COPIED || this == CODE;
    }
  }
}
