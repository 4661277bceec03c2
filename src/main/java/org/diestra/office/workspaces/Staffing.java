package org.diestra.office.workspaces;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.accounts.Organisations.Member;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.RoleChanged;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.notifications.Notice;
import org.diestra.platform.notifications.Notifications;
import org.diestra.platform.timers.Timers;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A client lets in its own staff, without a contract. */
@Service
class Staffing {
  private final AccessStore store;
  private final WorkspaceStore workspaces;
  private final HouseRights house;
  private final Organisations organisations;
  private final Notifications notifications;
  private final Timers timers;
  private final ApplicationEventPublisher events;
  private final Audit audit;
  private final Clock clock;

  Staffing(
      AccessStore store,
      WorkspaceStore workspaces,
      HouseRights house,
      Organisations organisations,
      Notifications notifications,
      Timers timers,
      ApplicationEventPublisher events,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.workspaces = workspaces;
    this.house = house;
    this.organisations = organisations;
    this.notifications = notifications;
    this.timers = timers;
    this.events = events;
    this.audit = audit;
    this.clock = clock;
  }

  /** Everybody who is let in now, by a keeper or a contract. */
  @Transactional(readOnly = true)
  public List<Access> open(Pass keeper) {
    keeper.requireKeeps();
    return store.open(keeper.workspace().id());
  }

  /** What a member may enter besides what the role opens. */
  static List<Access> given(Collection<Access> open, PersonId member) {
    return open.stream().filter(a -> a.contract() == null && a.person().equals(member)).toList();
  }

  /**
   * Lets a member into exactly these areas, besides those the role opens.
   *
   * @param until the last day, in the client's zone, or null for as long as the membership lasts
   * @throws NotFound if the keeper does not keep it, or nobody of that id is a member
   */
  @Transactional
  public void letIn(Pass keeper, PersonId person, Set<Area> wanted, @Nullable LocalDate until) {
    keeper.requireKeeps();
    var workspace = keeper.workspace();
    var member = member(workspace, person);
    var end = until == null ? null : endOf(until, workspace);
    var areas = EnumSet.noneOf(Area.class);
    wanted.stream().filter(area -> !member.role().enters(area)).forEach(areas::add);
    var now = given(store.open(workspace.id()), person);
    var over = new ArrayList<Access>();
    for (var access : now) {
      if (!areas.contains(access.area()) || !Objects.equals(access.until(), end)) {
        over.add(access);
      } else {
        areas.remove(access.area());
      }
    }
    end(over, keeper.viewer().id());
    for (var area : areas) {
      add(keeper, person, area, end);
    }
    var opened = areas.stream().filter(a -> !areasOf(now).contains(a)).count();
    if (opened > 0) {
      tell(keeper, person, opened);
    }
  }

  private static Set<Area> areasOf(List<Access> accesses) {
    return accesses.stream().map(Access::area).collect(Collectors.toSet());
  }

  private Member member(Workspace workspace, PersonId person) {
    return organisations.members(workspace.organisation()).stream()
        .filter(m -> m.person().equals(person))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  private static Instant endOf(LocalDate day, Workspace workspace) {
    return day.plusDays(1).atTime(LocalTime.MIDNIGHT).atZone(workspace.zone()).toInstant();
  }

  private void add(Pass keeper, PersonId person, Area area, @Nullable Instant until) {
    var workspace = keeper.workspace().id();
    var access =
        new Access(
            Ids.fresh(), workspace, person, area, Level.WORKING, null, clock.instant(), until);
    if (store.add(access, keeper.viewer().id()) && until != null) {
      timers.at(until, WorkspaceEntries.UNTIL, Ids.text(access.id()));
    }
    audit.record(deed("let-in", access));
  }

  /** Ends them, and tells it once. */
  private void end(List<Access> accesses, @Nullable PersonId by) {
    var ended = accesses.stream().filter(access -> close(access, by)).toList();
    if (!ended.isEmpty()) {
      Workspaces.ended(ended.getFirst().person(), ended, clock.instant())
          .ifPresent(events::publishEvent);
    }
  }

  /** False where it was ended before. */
  private boolean close(Access access, @Nullable PersonId by) {
    boolean ended = store.end(access.id(), by, clock.instant());
    if (ended) {
      timers.cancel(WorkspaceEntries.UNTIL, Ids.text(access.id()));
      audit.record(deed("let-out", access));
    }
    return ended;
  }

  private static Deed deed(String action, Access access) {
    return Deed.of("workspaces", action)
        .on("workspace", access.workspace().value())
        .with("person", access.person().toString())
        .with("area", access.area().slug());
  }

  private void tell(Pass keeper, PersonId person, long areas) {
    var workspace = keeper.workspace();
    notifications.tell(
        Notice.to(
                person,
                WorkspaceEntries.KIND,
                workspace.href(),
                "workspaces.notice.let-in",
                workspace.name(),
                areas)
            .once("workspaces:" + workspace.id() + ":" + clock.instant())
            .from(keeper.viewer().name()));
  }

  /** Its last day is over. */
  @Transactional
  public void expire(String key) {
    Ids.read(key).flatMap(store::find).ifPresent(access -> end(List.of(access), null));
  }

  /** What a role or a membership opened is over, and with the membership what a keeper opened. */
  @ApplicationModuleListener
  void changed(RoleChanged event) {
    house.call(() -> {
      workspaces.of(event.organisation()).ifPresent(id -> changed(id, event));
      return event;
    });
  }

  private void changed(WorkspaceId workspace, RoleChanged event) {
    var lost = EnumSet.noneOf(Area.class);
    if (event.now() == null) {
      given(store.open(workspace), event.person()).stream()
          .filter(access -> !access.since().isAfter(event.at())) // who joined again has others
          .filter(access -> close(access, null))
          .forEach(access -> lost.add(access.area()));
    }
    Arrays.stream(Area.values()).filter(event.was()::enters).forEach(lost::add);
    boolean kept = event.was().hires();
    if (!lost.isEmpty()) {
      events.publishEvent(new AccessEnded(workspace, event.person(), lost, kept, event.at()));
    }
  }
}
