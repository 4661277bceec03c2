package org.diestra.office.booking;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.diestra.office.booking.Service.Terms;
import org.diestra.office.calendar.BusyTimes;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.data.HouseRights;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sets up what can be booked, for whoever works with appointments in a workspace. */
@Component
class Services {
  static final Refusal MOVED = Refusal.conflict("booking.changed-meanwhile");
  static final Refusal NAMED = Refusal.invalid("slug", "booking.slug.taken");
  private static final Refusal HANDLE = Refusal.invalid("handle", "booking.handle.taken");
  private final ServiceStore store;
  private final HoursStore hours;
  private final Openings openings;
  private final Workspaces workspaces;
  private final Accounts accounts;
  private final HouseRights house;
  private final Audit audit;
  private final Clock clock;

  Services(
      ServiceStore store,
      HoursStore hours,
      Openings openings,
      Workspaces workspaces,
      Accounts accounts,
      HouseRights house,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.hours = hours;
    this.openings = openings;
    this.workspaces = workspaces;
    this.accounts = accounts;
    this.house = house;
    this.audit = audit;
    this.clock = clock;
  }

  /** What a service consists of besides its terms. */
  record Setup(List<PersonId> hosts, List<Question> questions) {}

  /** Null until the client has said how it stands before its customers. */
  @Transactional(readOnly = true)
  @Nullable Page page(Pass pass) {
    return store.page(pass.workspace().id()).orElse(null);
  }

  /**
   * @throws NotFound if the person does not keep the workspace
   */
  @Transactional
  Outcome<Page> put(Pass pass, Page page) {
    pass.requireKeeps();
    var other = house.call(() -> store.page(page.handle()));
    if (other.filter(p -> !p.workspace().equals(page.workspace())).isPresent()) {
      return refused(HANDLE);
    }
    store.put(page, pass.viewer().id(), clock.instant());
    audit.record(
        Deed.of("booking", "page")
            .on("workspace", page.workspace().value())
            .by(pass.viewer().id().value()));
    return done(page);
  }

  @Transactional(readOnly = true)
  List<Service> of(Pass pass) {
    return store.of(pass.workspace().id());
  }

  /**
   * @throws NotFound if there is none there
   */
  @Transactional(readOnly = true)
  Service get(Pass pass, ServiceId id) {
    return store
        .find(id)
        .filter(service -> service.workspace().equals(pass.workspace().id()))
        .orElseThrow(NotFound::new);
  }

  @Transactional(readOnly = true)
  Setup setup(ServiceId id) {
    return new Setup(hours.hosts(id), hours.questions(id));
  }

  /** Who could be booked there, by name. */
  @Transactional(readOnly = true)
  Map<PersonId, String> people(Pass pass) {
    return accounts.names(workspaces.people(pass.workspace().id(), Area.APPOINTMENTS));
  }

  @Transactional
  Outcome<ServiceId> add(Pass pass, String slug, Terms terms, boolean open, Setup setup) {
    var workspace = pass.workspace().id();
    if (store.of(workspace).size() >= Service.MOST) {
      return refused(Refusal.limit("booking.most", Service.MOST));
    }
    if (store.find(workspace, slug).isPresent()) {
      return refused(NAMED);
    }
    var service = new Service(new ServiceId(Ids.fresh()), workspace, slug, terms, open, 1);
    store.add(service, pass.viewer().id(), clock.instant());
    put(pass, service.id(), setup);
    audit.record(deed("make", service.id(), pass));
    return done(service.id());
  }

  @Transactional
  Outcome<ServiceId> change(
      Pass pass, ServiceId id, int seen, Terms terms, boolean open, Setup setup) {
    var was = get(pass, id);
    var next = new Service(id, was.workspace(), was.slug(), terms, open, seen);
    if (!store.change(next, pass.viewer().id(), clock.instant())) {
      return refused(MOVED);
    }
    put(pass, id, setup);
    audit.record(deed("change", id, pass));
    return done(id);
  }

  private void put(Pass pass, ServiceId id, Setup setup) {
    var there = workspaces.people(pass.workspace().id(), Area.APPOINTMENTS);
    hours.hosts(id, setup.hosts().stream().filter(there::contains).toList(), clock.instant());
    hours.questions(id, setup.questions());
  }

  /** Nobody can book it any more; what was booked stays. */
  @Transactional
  void remove(Pass pass, ServiceId id) {
    get(pass, id);
    if (!store.remove(id, pass.viewer().id(), clock.instant())) {
      throw new NotFound();
    }
    audit.record(deed("remove", id, pass));
  }

  @Transactional(readOnly = true)
  Map<@Nullable PersonId, Hours> hours(ServiceId id) {
    return hours.hours(id);
  }

  /**
   * @param person whose own, or null for all who have none
   * @param set null to have none of one's own
   */
  @Transactional
  void put(Pass pass, ServiceId id, @Nullable PersonId person, @Nullable Hours set) {
    get(pass, id);
    hours.put(id, person, set);
    audit.record(deed("hours", id, pass));
  }

  /** What guests are offered on these dates at this moment. */
  @Transactional(readOnly = true)
  Openings.Found preview(Service service, LocalDate first, LocalDate last) {
    return house.call(() -> openings.between(service, first, last, null));
  }

  /** Calendars outside for which nothing is offered in that workspace: they can't be read. */
  @Transactional(readOnly = true)
  List<BusyTimes.Unread> unread(Pass pass, List<Service> services) {
    var open = services.stream().filter(Service::open).toList();
    return open.isEmpty()
        ? List.of()
        : house.call(() -> openings.unread(pass.workspace().id(), open));
  }

  /** The names of whoever an appointment or a setup speaks of. */
  Map<PersonId, String> names(Collection<PersonId> people) {
    return accounts.names(people);
  }

  private static Deed deed(String action, ServiceId id, Pass pass) {
    return Deed.of("booking", action).on("service", id.value()).by(pass.viewer().id().value());
  }
}
