package org.diestra.hiring.jobs;

import java.util.List;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.PersonRestored;
import org.diestra.platform.accounts.PersonSuspended;
import org.diestra.platform.accounts.Role;
import org.diestra.platform.accounts.Suspensions;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Hides the jobs of a business that nobody is left to answer for, and shows them again. Running
 * twice changes nothing: hidden is hidden, and only what was hidden with these words comes back.
 */
@Component
class Suspended {
  private final House house;
  private final JobQueries queries;
  private final Accounts accounts;
  private final Organisations organisations;
  private final Suspensions suspensions;

  Suspended(
      House house,
      JobQueries queries,
      Accounts accounts,
      Organisations organisations,
      Suspensions suspensions) {
    this.house = house;
    this.queries = queries;
    this.accounts = accounts;
    this.organisations = organisations;
    this.suspensions = suspensions;
  }

  @ApplicationModuleListener
  void hide(PersonSuspended event) {
    for (var business : orphaned(event.person())) {
      queries.published(business, null).forEach(job -> house.hide(job, event.by(), event.why()));
    }
  }

  @ApplicationModuleListener
  void show(PersonRestored event) {
    for (var business : orphaned(event.person())) {
      queries.published(business, event.why()).forEach(job -> house.show(job, event.by()));
    }
  }

  /** The businesses of which this person is the only owner, but for others who are kept out. */
  private List<OrganisationId> orphaned(PersonId person) {
    return accounts.viewer(person).stream()
        .flatMap(viewer -> viewer.memberships().stream())
        .filter(membership -> membership.role() == Role.OWNER)
        .map(membership -> membership.organisation())
        .filter(business -> isAlone(person, business))
        .toList();
  }

  private boolean isAlone(PersonId person, OrganisationId business) {
    return organisations.members(business).stream()
        .filter(member -> member.role() == Role.OWNER && !member.person().equals(person))
        .allMatch(member -> suspensions.of(member.person()).isPresent());
  }
}
