package org.diestra.hiring.jobs;

import java.time.Instant;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What stays with a job through its stages.
 *
 * @param author who began it
 * @param edition the edition in force, 0 while it was never published
 * @param version grows with each change of whatever kind
 * @param hidden why the operator hid it from everybody but its client, or null
 */
record Post(
    JobId id,
    OrganisationId client,
    PersonId author,
    int edition,
    int version,
    Instant createdAt,
    @Nullable String hidden) {

  Post withEdition(int number) {
    return new Post(id, client, author, number, version, createdAt, hidden);
  }

  Post withVersion(int number) {
    return new Post(id, client, author, edition, number, createdAt, hidden);
  }

  Post withHidden(@Nullable String why) {
    return new Post(id, client, author, edition, version, createdAt, why);
  }
}
