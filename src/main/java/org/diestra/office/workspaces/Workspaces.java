package org.diestra.office.workspaces;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diestra.office.workspaces.WorkspaceStore.Door;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.data.HouseRights;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to clients' rooms: who may enter, and what a contract opens and closes. */
@Service
public class Workspaces {
  private final WorkspaceStore store;
  private final AccessStore accesses;
  private final Organisations organisations;
  private final ObjectProvider<RoomEntry> rooms; // whose modules ask here
  private final HouseRights house;
  private final ApplicationEventPublisher events;
  private final Audit audit;
  private final Clock clock;

  Workspaces(
      WorkspaceStore store,
      AccessStore accesses,
      Organisations organisations,
      ObjectProvider<RoomEntry> rooms,
      HouseRights house,
      ApplicationEventPublisher events,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.accesses = accesses;
    this.organisations = organisations;
    this.rooms = rooms;
    this.house = house;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * What this person may do there.
   *
   * @throws NotFound if there is no such workspace, or the person may not enter it
   */
  @Transactional(readOnly = true)
  public Pass enter(Viewer viewer, WorkspaceId id) {
    return passes(viewer, store.doors(id)).stream().findFirst().orElseThrow(NotFound::new);
  }

  /** Everywhere this person may enter, by the clients' names. */
  @Transactional(readOnly = true)
  public List<Pass> of(Viewer viewer) {
    return passes(viewer, store.doors(null));
  }

  private List<Pass> passes(Viewer viewer, List<Door> doors) {
    var areas = new LinkedHashMap<Workspace, Map<Area, Level>>();
    for (var door : doors) {
      if (door.until() == null || door.until().isAfter(clock.instant())) {
        areas
            .computeIfAbsent(door.workspace(), w -> new EnumMap<>(Area.class))
            .merge(door.area(), door.level(), Workspaces::wider);
      }
    }
    var entries = rooms.orderedStream().sorted(Comparator.comparingInt(RoomEntry::order));
    var all = entries.toList();
    return areas.entrySet().stream()
        .map(e -> Pass.of(e.getKey(), viewer, e.getValue(), all))
        .toList();
  }

  private static Level wider(Level one, Level other) {
    return one.compareTo(other) >= 0 ? one : other;
  }

  /** The client's room, opened if there is none yet. */
  @Transactional
  public WorkspaceId open(OrganisationId organisation) {
    return house.call(() -> {
      var there = store.of(organisation);
      if (there.isPresent()) {
        return there.get();
      }
      store.add(new WorkspaceId(Ids.fresh()), organisation, clock.instant());
      return store.of(organisation).orElseThrow();
    });
  }

  /** The client's room, if there is one yet. */
  @Transactional(readOnly = true)
  public Optional<WorkspaceId> find(OrganisationId organisation) {
    return house.call(() -> store.of(organisation));
  }

  /**
   * @throws NotFound if there is none
   */
  @Transactional(readOnly = true)
  public Workspace get(WorkspaceId id) {
    return house.call(() -> store.find(id)).orElseThrow(NotFound::new);
  }

  /**
   * What the duties in a contract open, in the transaction of what makes them do so. Once more
   * changes nothing.
   *
   * @param contract the contract's id; its end closes what it opened
   */
  @Transactional
  public void admit(
      UUID contract, WorkspaceId workspace, PersonId person, Set<Area> areas, Level level) {
    house.call(() -> {
      for (var area : areas) {
        var access =
            new Access(
                Ids.fresh(), workspace, person, area, level, contract, clock.instant(), null);
        accesses.add(access, person);
      }
      return areas;
    });
    audit.record(
        Deed.of("workspaces", "admit")
            .on("workspace", workspace.value())
            .with("person", person.toString())
            .with("level", level.name()));
  }

  /** The contract's work begins: what it opened to read is open to work in. */
  @Transactional
  public void widen(UUID contract) {
    house.call(() -> accesses.widen(contract));
    audit.record(Deed.of("workspaces", "widen").on("contract", contract));
  }

  /**
   * The contract will end at that moment: from then on nobody enters by it, even if what ends it is
   * late.
   */
  @Transactional
  public void closeAt(UUID contract, Instant until) {
    house.call(() -> accesses.limit(contract, until));
    audit.record(
        Deed.of("workspaces", "close-at").on("contract", contract).with("until", until.toString()));
  }

  /**
   * Closes all that a contract opened, in the transaction that ends it.
   *
   * @param by who ended it, or null for its time
   */
  @Transactional
  public void close(UUID contract, @Nullable PersonId by) {
    var ended = house.call(() -> accesses.endOf(contract, by, clock.instant()));
    audit.record(Deed.of("workspaces", "close").on("contract", contract));
    ended.stream()
        .collect(Collectors.groupingBy(Access::person))
        .forEach(
            (person, of) -> ended(person, of, clock.instant()).ifPresent(events::publishEvent));
  }

  /** What others hear of accesses of one person to one workspace that are over. */
  static Optional<AccessEnded> ended(PersonId person, Collection<Access> of, Instant at) {
    var areas =
        of.stream()
            .filter(access -> access.level() == Level.WORKING)
            .map(Access::area)
            .collect(Collectors.toSet());
    return areas.isEmpty()
        ? Optional.empty()
        : Optional.of(new AccessEnded(of.iterator().next().workspace(), person, areas, false, at));
  }

  /** Everybody who works in an area now, on both sides, by each way in. */
  @Transactional(readOnly = true)
  public List<Reach> reach(WorkspaceId id) {
    return house.call(() -> {
      var members = organisations.members(store.find(id).orElseThrow(NotFound::new).organisation());
      var byRole =
          members.stream()
              .flatMap(m ->
                  Arrays.stream(Area.values())
                      .filter(m.role()::enters)
                      .map(area -> new Reach(m.person(), area, null, m.since())));
      var letIn =
          letIn(id, members)
              .filter(a -> a.level() == Level.WORKING)
              .map(a -> new Reach(a.person(), a.area(), a.contract(), a.since()));
      return Stream.concat(byRole, letIn).toList();
    });
  }

  /** Who was let in besides what a role opens, as it holds now. */
  private Stream<Access> letIn(WorkspaceId id, List<Organisations.Member> members) {
    return accesses.open(id).stream()
        .filter(a -> a.until() == null || a.until().isAfter(clock.instant()))
        .filter(a -> a.contract() != null || members.stream().anyMatch(m -> staffs(m, a)));
  }

  /** Everybody who works in that area now, on both sides. */
  @Transactional(readOnly = true)
  public Set<PersonId> people(WorkspaceId id, Area area) {
    return people(id, area, Level.WORKING);
  }

  /** Everybody who may at least read that area's manuals now, on both sides. */
  @Transactional(readOnly = true)
  public Set<PersonId> readers(WorkspaceId id, Area area) {
    return people(id, area, Level.READING);
  }

  /** Everybody who works in any of its areas now, on both sides. */
  @Transactional(readOnly = true)
  public Set<PersonId> people(WorkspaceId id) {
    return people(id, EnumSet.allOf(Area.class), Level.WORKING);
  }

  private Set<PersonId> people(WorkspaceId id, Area area, Level least) {
    return people(id, EnumSet.of(area), least);
  }

  private Set<PersonId> people(WorkspaceId id, Set<Area> areas, Level least) {
    return house.call(() -> {
      var workspace = store.find(id).orElseThrow(NotFound::new);
      var members = organisations.members(workspace.organisation());
      var byRole =
          members.stream()
              .filter(m -> areas.stream().anyMatch(m.role()::enters))
              .map(Organisations.Member::person);
      var letIn =
          letIn(id, members)
              .filter(a -> areas.contains(a.area()) && a.level().compareTo(least) >= 0)
              .map(Access::person);
      return Stream.concat(byRole, letIn).collect(Collectors.toUnmodifiableSet());
    });
  }

  /**
   * Whether somebody works there now by a contract, or the house has looked at who the client is.
   */
  @Transactional(readOnly = true)
  public boolean deals(WorkspaceId id) {
    return house.call(() -> {
      var workspace = store.find(id).orElseThrow(NotFound::new);
      return organisations.get(workspace.organisation()).verified()
          || accesses.open(id).stream()
              .filter(a -> a.until() == null || a.until().isAfter(clock.instant()))
              .anyMatch(a -> a.contract() != null && a.level() == Level.WORKING);
    });
  }

  /** What a keeper opened lasts as long as the membership it was opened to. */
  private static boolean staffs(Organisations.Member member, Access access) {
    return member.person().equals(access.person()) && !member.since().isAfter(access.since());
  }

  /** The people who keep it: those who hire for the client. */
  public List<PersonId> keepers(Workspace workspace) {
    return organisations.hiring(workspace.organisation());
  }
}
