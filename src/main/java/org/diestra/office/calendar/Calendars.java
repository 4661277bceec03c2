package org.diestra.office.calendar;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diestra.office.calendar.CalendarStore.Fresh;
import org.diestra.office.calendar.ShareStore.Share;
import org.diestra.office.workspaces.AccessEnded;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.base.Token;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.data.HouseRights;
import org.jspecify.annotations.Nullable;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to calendars: whose they are, and who may go how far in them. */
@Service
public class Calendars {
  private final CalendarStore store;
  private final ShareStore shares;
  private final SourceStore sources;
  private final CalendarNews news;
  private final Workspaces workspaces;
  private final Accounts accounts;
  private final HouseRights house;
  private final Audit audit;
  private final Clock clock;

  Calendars(
      CalendarStore store,
      ShareStore shares,
      SourceStore sources,
      CalendarNews news,
      Workspaces workspaces,
      Accounts accounts,
      HouseRights house,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.shares = shares;
    this.sources = sources;
    this.news = news;
    this.workspaces = workspaces;
    this.accounts = accounts;
    this.house = house;
    this.audit = audit;
    this.clock = clock;
  }

  /** Every calendar the caller may see, the workspaces' first, by name. */
  @Transactional(readOnly = true)
  public List<Calendar> visible() {
    return store.visible(null, null, clock.instant());
  }

  /** Those of a workspace, and what its people show there. */
  @Transactional(readOnly = true)
  public List<Calendar> visible(Pass pass) {
    return store.visible(pass.workspace().id(), null, clock.instant());
  }

  /**
   * @throws NotFound if there is none that the caller may see
   */
  @Transactional(readOnly = true)
  public Calendar get(CalendarId id) {
    return store.visible(null, id, clock.instant()).stream().findFirst().orElseThrow(NotFound::new);
  }

  /**
   * @throws NotFound if there is none that the caller manages
   */
  @Transactional(readOnly = true)
  public Calendar managed(CalendarId id) {
    var calendar = get(id);
    if (calendar.reach() != Reach.MANAGE) {
      throw new NotFound();
    }
    return calendar;
  }

  /**
   * @throws NotFound if there is none that the caller may put events into
   */
  @Transactional(readOnly = true)
  Calendar takingEvents(CalendarId id) {
    var calendar = get(id);
    if (!calendar.takesEvents()) {
      throw new NotFound();
    }
    return calendar;
  }

  /**
   * A calendar of one's own, or of a workspace that one keeps: then whoever works there with
   * appointments writes in it.
   *
   * @param pass null for one's own
   * @throws NotFound if the person does not keep the workspace
   */
  @Transactional
  public Outcome<CalendarId> begin(
      Viewer viewer, @Nullable Pass pass, String name, String colour, ZoneId zone) {
    return begin(viewer, pass, name, colour, zone, Reach.WRITE);
  }

  /**
   * @param reach of whoever works with appointments in the workspace
   */
  @Transactional
  Outcome<CalendarId> begin(
      Viewer viewer, @Nullable Pass pass, String name, String colour, ZoneId zone, Reach reach) {
    if (pass != null) {
      pass.requireKeeps();
    }
    var workspace = pass == null ? null : pass.workspace().id();
    var owner = pass == null ? viewer.id() : null;
    if (store.count(workspace, owner) >= Calendar.MOST) {
      return refused(Refusal.limit("calendar.many", Calendar.MOST));
    }
    var id = new CalendarId(Ids.fresh());
    store.add(new Fresh(id, workspace, owner, name, colour, zone), viewer.id(), clock.instant());
    if (workspace != null) {
      add(id, workspace, null, Area.APPOINTMENTS, reach, viewer.id());
    }
    audit.record(deed("make", id).by(viewer.id().value()));
    return done(id);
  }

  /** Its name, its colour, and the clock its whole days are on. */
  @Transactional
  public void change(CalendarId id, String name, String colour, ZoneId zone) {
    managed(id);
    require(store.change(id, name, colour, zone));
    news.changed(id);
    audit.record(deed("change", id));
  }

  /** It is shown to nobody any more; what stands in it is kept for the house's own term. */
  @Transactional
  public void remove(Viewer viewer, CalendarId id) {
    managed(id);
    news.dropped(id, viewer);
    sources.drop(id);
    require(store.remove(id, viewer.id(), clock.instant()));
    audit.record(deed("remove", id).by(viewer.id().value()));
  }

  /** Whom it is shown to besides those who keep it. */
  @Transactional(readOnly = true)
  List<Share> shares(CalendarId id) {
    return shares.shares(id);
  }

  /**
   * With whom it can be shared, by workspace: for a workspace's calendar those who work there, for
   * one's own all one works with.
   */
  @Transactional(readOnly = true)
  Map<Pass, Map<PersonId, String>> circle(Viewer viewer, Calendar calendar) {
    var all = new LinkedHashMap<Pass, Map<PersonId, String>>();
    for (var pass : rooms(viewer, calendar)) {
      var people = new LinkedHashSet<>(workspaces.people(pass.workspace().id()));
      people.remove(viewer.id());
      all.put(pass, accounts.names(people));
    }
    return all;
  }

  private List<Pass> rooms(Viewer viewer, Calendar calendar) {
    var workspace = calendar.workspace();
    return workspace == null
        ? workspaces.of(viewer).stream().filter(pass -> !pass.working().isEmpty()).toList()
        : List.of(workspaces.enter(viewer, workspace));
  }

  /**
   * Shows it to a person who works in that workspace.
   *
   * @throws NotFound if there is no such person there, or the caller does not manage it
   */
  @Transactional
  public void share(
      Viewer viewer, CalendarId id, WorkspaceId workspace, PersonId person, Reach reach) {
    var calendar = managed(id);
    if (rooms(viewer, calendar).stream().noneMatch(p -> p.workspace().id().equals(workspace))
        || !workspaces.people(workspace).contains(person)) {
      throw new NotFound();
    }
    add(id, workspace, person, null, reach, viewer.id());
  }

  /** The same to all who work in one of its areas, as contracts open and close it. */
  @Transactional
  public void share(Viewer viewer, CalendarId id, WorkspaceId workspace, Area area, Reach reach) {
    var calendar = managed(id);
    if (rooms(viewer, calendar).stream().noneMatch(p -> p.workspace().id().equals(workspace))) {
      throw new NotFound();
    }
    add(id, workspace, null, area, reach, viewer.id());
  }

  private void add(
      CalendarId id,
      WorkspaceId workspace,
      @Nullable PersonId person,
      @Nullable Area area,
      Reach reach,
      PersonId by) {
    var share = new Share(Ids.fresh(), workspace, person, null, area, reach, clock.instant());
    shares.share(id, share, by);
    audit.record(
        deed("share", id)
            .by(by.value())
            .with("reach", reach.name())
            .with("with", person == null ? String.valueOf(area) : person.toString()));
  }

  /**
   * @throws NotFound if it is not shared so any more
   */
  @Transactional
  public void unshare(Viewer viewer, CalendarId id, UUID share) {
    managed(id);
    require(shares.unshare(id, share, viewer.id(), clock.instant()));
    audit.record(deed("unshare", id).by(viewer.id().value()));
  }

  /**
   * A new secret address under which programs read it, in the place of the last one. The house
   * keeps only its hash.
   */
  @Transactional
  public Token feed(Viewer viewer, CalendarId id) {
    managed(id);
    var token = Token.fresh();
    require(store.feed(id, token.hash(), viewer.id()));
    audit.record(deed("feed", id).by(viewer.id().value()));
    return token;
  }

  @Transactional
  public void endFeed(Viewer viewer, CalendarId id) {
    managed(id);
    require(store.feed(id, null, null));
    audit.record(deed("end-feed", id).by(viewer.id().value()));
  }

  /**
   * @throws NotFound if no calendar has that secret, or whoever made it does not manage it any more
   */
  @Transactional(readOnly = true)
  CalendarStore.Fed fed(Token token) {
    return house.call(() -> store.fed(token.hash(), clock.instant())).orElseThrow(NotFound::new);
  }

  /** With the last way into a workspace ends what was shown there to a person, and by it. */
  @ApplicationModuleListener
  void left(AccessEnded event) {
    house.call(() ->
        workspaces.people(event.workspace()).contains(event.person())
            ? 0
            : shares.endShares(event.workspace(), event.person(), event.at()));
  }

  private static void require(boolean changed) {
    if (!changed) {
      throw new NotFound();
    }
  }

  private static Deed deed(String action, CalendarId id) {
    return Deed.of("calendar", action).on("calendar", id.value());
  }
}
