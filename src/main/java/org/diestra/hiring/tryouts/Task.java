package org.diestra.hiring.tryouts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.diestra.hiring.jobs.JobId;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.blobs.BlobId;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks for, the same for all who are asked at once.
 *
 * @param what what is to be done, Markdown, at most 6,000 characters
 * @param minutes how long it may take, 1–15
 * @param file invented material, or null
 * @param head the file's first line, where it has one
 * @param dueOn its last day
 * @param at when it was asked, and declared to hold nothing real
 */
record Task(
    TaskId id,
    JobId job,
    OrganisationId organisation,
    PersonId by,
    String what,
    int minutes,
    @Nullable BlobId file,
    @Nullable String head,
    LocalDate dueOn,
    Instant at) {
  /** Domain rules, section 3: a sample takes no longer than this. */
  static final int LONGEST = 15;

  /**
   * Until when it may be handed in: a deadline day ends at 23:59:59 in the later of both zones
   * (domain rules, section 0).
   */
  record Due(Instant at, ZoneId zone) {}

  Due due(ZoneId client, ZoneId bidder) {
    var here = dueOn.atTime(LocalTime.of(23, 59, 59)).atZone(client);
    var there = dueOn.atTime(LocalTime.of(23, 59, 59)).atZone(bidder);
    return here.toInstant().isAfter(there.toInstant())
        ? new Due(here.toInstant(), client)
        : new Due(there.toInstant(), bidder);
  }
}
