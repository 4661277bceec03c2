package org.diestra.platform.accounts;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.blobs.BlobId;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to clients: organisations and their members. */
@Service
public class Organisations {
  private final OrganisationStore store;
  private final ApplicationEventPublisher events;
  private final Audit audit;
  private final Clock clock;

  Organisations(
      OrganisationStore store, ApplicationEventPublisher events, Audit audit, Clock clock) {
    this.store = store;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  /** Opens an organisation with that person as its owner. */
  @Transactional
  public OrganisationId open(PersonId owner, String name, ZoneId zone, Currency currency) {
    var id = new OrganisationId(Ids.fresh());
    store.add(id, name, zone, currency, clock.instant());
    store.addMember(id, owner, Role.OWNER, clock.instant());
    audit.record(
        Deed.of("accounts", "open-organisation").by(owner.value()).on("organisation", id.value()));
    return id;
  }

  /**
   * @throws NotFound if there is none
   */
  public Organisation get(OrganisationId id) {
    var found = store.all(List.of(id)).get(id);
    if (found == null) {
      throw new NotFound();
    }
    return found;
  }

  /** The same for many, in one statement; unknown ids are left out. */
  public Map<OrganisationId, Organisation> all(Collection<OrganisationId> ids) {
    return ids.isEmpty() ? Map.of() : store.all(ids);
  }

  /** The members, owners first. */
  public List<Member> members(OrganisationId organisation) {
    return store.members(organisation);
  }

  /** The same of many, in one statement; those without any are left out. */
  public Map<OrganisationId, List<Member>> members(Collection<OrganisationId> organisations) {
    return organisations.isEmpty() ? Map.of() : store.members(organisations);
  }

  /** The people who post jobs, read bids and hire for it. */
  public List<PersonId> hiring(OrganisationId organisation) {
    return store.members(organisation).stream()
        .filter(m -> m.role().hires())
        .map(Member::person)
        .toList();
  }

  @Transactional
  public void rename(
      PersonId by, OrganisationId organisation, String name, ZoneId zone, Currency currency) {
    requireOwner(by, organisation);
    store.change(organisation, name, zone, currency);
    audit.record(
        Deed.of("accounts", "change-organisation")
            .by(by.value())
            .on("organisation", organisation.value()));
  }

  /** Lets somebody in; where the person is a member already, the role stays as it is. */
  @Transactional
  public void admit(OrganisationId organisation, PersonId person, Role role, PersonId by) {
    store.addMember(organisation, person, role, clock.instant());
    audit.record(
        Deed.of("accounts", "admit").by(by.value()).on("organisation", organisation.value()));
  }

  /** Gives a member another role; the last owner stays one. */
  @Transactional
  public Outcome<Role> assign(
      PersonId by, OrganisationId organisation, PersonId member, Role role) {
    requireOwner(by, organisation);
    if (role != Role.OWNER && lastOwner(organisation, member)) {
      return Outcome.refused(Refusal.conflict("accounts.members.last-owner"));
    }
    var was = role(organisation, member);
    store.assign(organisation, member, role);
    changed(organisation, member, was, role);
    audit.record(
        Deed.of("accounts", "assign").by(by.value()).on("organisation", organisation.value()));
    return Outcome.done(role);
  }

  /** Ends a membership, one's own or, as owner, another's; the last owner stays. */
  @Transactional
  public Outcome<PersonId> dismiss(PersonId by, OrganisationId organisation, PersonId member) {
    if (!by.equals(member)) {
      requireOwner(by, organisation);
    }
    if (lastOwner(organisation, member)) {
      return Outcome.refused(Refusal.conflict("accounts.members.last-owner"));
    }
    var was = role(organisation, member);
    store.remove(organisation, member);
    changed(organisation, member, was, null);
    audit.record(
        Deed.of("accounts", "dismiss").by(by.value()).on("organisation", organisation.value()));
    return Outcome.done(member);
  }

  private Optional<Role> role(OrganisationId organisation, PersonId member) {
    return store.members(organisation).stream()
        .filter(m -> m.person().equals(member))
        .map(Member::role)
        .findFirst();
  }

  private void changed(
      OrganisationId organisation, PersonId member, Optional<Role> was, @Nullable Role now) {
    was.filter(before -> before != now)
        .ifPresent(before ->
            events.publishEvent(
                new RoleChanged(organisation, member, before, now, clock.instant())));
  }

  /** The operator has seen who is behind it. */
  @Transactional
  public void verify(OrganisationId organisation, PersonId operator) {
    store.verify(organisation, operator, clock.instant());
    audit.record(
        Deed.of("accounts", "verify")
            .by(operator.value())
            .on("organisation", organisation.value()));
  }

  /** Locks the owners' rows, so that two owners can't leave at once. */
  private boolean lastOwner(OrganisationId organisation, PersonId member) {
    return store.lockedOwners(organisation).equals(List.of(member));
  }

  void requireOwner(PersonId person, OrganisationId organisation) {
    boolean owner =
        store.members(organisation).stream()
            .anyMatch(m -> m.person().equals(person) && m.role() == Role.OWNER);
    if (!owner) {
      throw new NotFound();
    }
  }

  /** A client. */
  public record Organisation(
      OrganisationId id,
      String name,
      ZoneId zone,
      Currency currency,
      @Nullable Instant verifiedAt,
      Instant createdAt) {
    public boolean verified() {
      return verifiedAt != null;
    }
  }

  /** Somebody who acts for a client. */
  public record Member(
      PersonId person,
      String name,
      String email,
      @Nullable BlobId photo,
      Role role,
      Instant since) {
    /** Where the photo is served, or null. */
    public @Nullable String photoUrl() {
      return Portraits.url(person, photo);
    }
  }
}
