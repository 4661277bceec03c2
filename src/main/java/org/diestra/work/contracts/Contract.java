package org.diestra.work.contracts;

import java.time.Instant;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.blobs.BlobId;
import org.jspecify.annotations.Nullable;

/**
 * What both have signed. It awaits its funds: work and pay begin with them.
 *
 * @param number for people: the year and a running number
 * @param hash of the canonical text that both signatures stand under
 * @param pdf the printed paper, once somebody asked for it
 * @param trial whether it is for one paid trial alone, made while its bid goes on
 */
public record Contract(
    ContractId id,
    String number,
    OfferId offer,
    int version,
    OrganisationId organisation,
    PersonId assistant,
    String title,
    String hash,
    Instant signedAt,
    @Nullable BlobId pdf,
    boolean trial) {

  /** Whether this person is one of its sides, or acts for one. */
  boolean concerns(Viewer viewer) {
    return viewer.id().equals(assistant)
        || viewer.memberOf(organisation).filter(m -> m.role().seesContracts()).isPresent();
  }
}
