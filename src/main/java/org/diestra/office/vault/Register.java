package org.diestra.office.vault;

import static java.util.stream.Collectors.groupingBy;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.Reach;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Area;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who may reach which secrets, since when, and who used them last. */
@Component
class Register {
  private final Workspaces workspaces;
  private final ItemStore store;
  private final UseStore uses;
  private final Accounts accounts;

  Register(Workspaces workspaces, ItemStore store, UseStore uses, Accounts accounts) {
    this.workspaces = workspaces;
    this.store = store;
    this.uses = uses;
    this.accounts = accounts;
  }

  /**
   * Somebody and all ways in.
   *
   * @param areas in the order of the house, each by its oldest way in
   * @param secrets how many can be reached in these areas
   * @param used when this person opened something last, or null
   * @param contract whether a contract lets the person in, not the client's own membership
   */
  record Line(
      PersonId person,
      String name,
      List<Reach> areas,
      int secrets,
      @Nullable Instant used,
      boolean contract) {
    Instant since() {
      return areas.stream().map(Reach::since).min(Comparator.naturalOrder()).orElseThrow();
    }
  }

  /** Those let in by contracts first, then by name. */
  @Transactional(readOnly = true)
  public List<Line> of(Pass keeper) {
    keeper.requireKeeps();
    var id = keeper.workspace().id();
    var ways = workspaces.reach(id).stream().collect(groupingBy(Reach::person));
    var counts = store.counts(id);
    var used = uses.lastByPerson(id);
    var names = accounts.names(ways.keySet());
    return ways.entrySet().stream()
        .map(e -> line(e.getKey(), e.getValue(), names, counts, used.get(e.getKey())))
        .sorted(Comparator.comparing((Line line) -> !line.contract()).thenComparing(Line::name))
        .toList();
  }

  private static Line line(
      PersonId person,
      List<Reach> ways,
      Map<PersonId, String> names,
      Map<Area, Integer> counts,
      @Nullable Instant used) {
    var oldest =
        ways.stream().collect(groupingBy(Reach::area)).values().stream()
            .map(of -> of.stream().min(Comparator.comparing(Reach::since)).orElseThrow())
            .sorted(Comparator.comparing(Reach::area))
            .toList();
    int secrets = oldest.stream().mapToInt(way -> counts.getOrDefault(way.area(), 0)).sum();
    boolean contract = ways.stream().allMatch(way -> way.contract() != null);
    return new Line(person, names.getOrDefault(person, ""), oldest, secrets, used, contract);
  }
}
