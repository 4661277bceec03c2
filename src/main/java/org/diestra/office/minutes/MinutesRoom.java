package org.diestra.office.minutes;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diestra.office.minutes.Minutes.Text;
import org.diestra.office.minutes.MinutesStore.Listed;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.Reach;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to a workspace's minutes, for whoever works in its administration. */
@Service
class MinutesRoom {
  static final int PAGE = 50;
  private final MinutesStore store;
  private final Workspaces workspaces;
  private final Accounts accounts;
  private final Audit audit;
  private final Clock clock;

  MinutesRoom(
      MinutesStore store, Workspaces workspaces, Accounts accounts, Audit audit, Clock clock) {
    this.store = store;
    this.workspaces = workspaces;
    this.accounts = accounts;
    this.audit = audit;
    this.clock = clock;
  }

  /** The day where the business is. */
  LocalDate today(Pass pass) {
    return LocalDate.ofInstant(clock.instant(), pass.workspace().zone());
  }

  /** The latest meeting first; one more than a page where there are more. */
  @Transactional(readOnly = true)
  public List<Listed> list(Pass pass, @Nullable MinutesId after) {
    var last = after == null ? null : get(pass, after);
    return store.list(pass.workspace().id(), last, PAGE + 1);
  }

  /**
   * @throws NotFound if there are none such there
   */
  @Transactional(readOnly = true)
  public Minutes get(Pass pass, MinutesId id) {
    return store.find(pass.workspace().id(), id).orElseThrow(NotFound::new);
  }

  /**
   * The contracts in which the viewer may propose a task: all that run there for the client's own
   * people, else one's own. What each is called is whose it is.
   */
  @Transactional(readOnly = true)
  public Map<UUID, String> contracts(Pass pass) {
    var me = pass.viewer().id();
    var reached =
        workspaces.reach(pass.workspace().id()).stream()
            .filter(reach -> reach.contract() != null)
            .filter(reach -> pass.keeps() || reach.person().equals(me))
            .toList();
    var names = accounts.names(reached.stream().map(Reach::person).distinct().toList());
    var contracts = new LinkedHashMap<UUID, String>();
    for (var reach : reached) {
      var contract = reach.contract();
      if (contract != null) {
        contracts.put(contract, names.getOrDefault(reach.person(), ""));
      }
    }
    return contracts;
  }

  @Transactional
  public MinutesId add(Pass pass, Text text) {
    var id = new MinutesId(Ids.fresh());
    store.add(pass.workspace().id(), id, text, pass.viewer().id(), clock.instant());
    audit.record(deed(pass, "add", id));
    return id;
  }

  private static Deed deed(Pass pass, String what, MinutesId id) {
    return Deed.of("minutes", what)
        .by(pass.viewer().id().value())
        .onBehalfOf(pass.workspace().organisation().value())
        .on("minutes", id.value());
  }

  /**
   * @param seen the version that was on the page
   */
  @Transactional
  public Outcome<MinutesId> change(Pass pass, MinutesId id, int seen, Text text) {
    var before = get(pass, id);
    if (before.version() != seen
        || !store.change(before, text, pass.viewer().id(), clock.instant())) {
      return refused(Refusal.conflict("minutes.moved"));
    }
    audit.record(deed(pass, "change", id));
    return done(id);
  }

  /** Takes them out of the list; they can be brought back. */
  @Transactional
  public void remove(Pass pass, MinutesId id) {
    if (!store.remove(pass.workspace().id(), id, pass.viewer().id(), clock.instant())) {
      throw new NotFound();
    }
    audit.record(deed(pass, "remove", id));
  }

  /**
   * @throws NotFound if none were taken out
   */
  @Transactional
  public void bringBack(Pass pass, MinutesId id) {
    if (!store.bringBack(pass.workspace().id(), id)) {
      throw new NotFound();
    }
    audit.record(deed(pass, "return", id));
  }
}
