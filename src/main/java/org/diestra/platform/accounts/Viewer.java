package org.diestra.platform.accounts;

import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.blobs.BlobId;
import org.jspecify.annotations.Nullable;

/**
 * Who is looking at this page, read once a request: a controller takes it as a parameter, and as
 * {@code @Nullable} where guests may come.
 *
 * @param locale Spanish or English
 * @param currency the one amounts are shown in besides their own
 * @param assistant whether the person offers services here
 * @param operator whether the person keeps this house
 * @param memberships the organisations the person acts for, by name
 * @param photo the file that is the photo, or null
 */
public record Viewer(
    PersonId id,
    String name,
    String email,
    Locale locale,
    ZoneId zone,
    Currency currency,
    @Nullable String theme,
    boolean assistant,
    boolean operator,
    List<Membership> memberships,
    @Nullable BlobId photo) {

  public Viewer {
    memberships = List.copyOf(memberships);
  }

  /** Where the photo is served, or null. */
  public @Nullable String photoUrl() {
    return Portraits.url(id, photo);
  }

  public boolean client() {
    return !memberships.isEmpty();
  }

  public Optional<Membership> memberOf(OrganisationId organisation) {
    return memberships.stream().filter(m -> m.organisation().equals(organisation)).findFirst();
  }

  /** Whether this person posts jobs, reads bids and hires for that organisation. */
  public boolean hiresFor(OrganisationId organisation) {
    return memberOf(organisation).filter(m -> m.role().hires()).isPresent();
  }

  /** The organisations this person posts jobs and hires for. */
  public List<Membership> hiring() {
    return memberships.stream().filter(m -> m.role().hires()).toList();
  }

  /**
   * @throws NotFound if this person does not hire for that organisation
   */
  public void requireHiresFor(OrganisationId organisation) {
    if (!hiresFor(organisation)) {
      throw new NotFound();
    }
  }
}
