package org.diestra.platform.messaging;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.springframework.stereotype.Component;

/** Things to talk about for tests, and a rule about what may be said. */
@Component
class ProbeTalks implements ThreadSubjects, MessageCheck {
  static final String NAME = "messaging:probe";
  private final Map<UUID, Set<PersonId>> people = new ConcurrentHashMap<>();
  private final Set<UUID> closed = ConcurrentHashMap.newKeySet();

  /** A thing of these people. */
  UUID about(Viewer... some) {
    var thing = Ids.fresh();
    admit(thing, some);
    return thing;
  }

  void admit(UUID thing, Viewer... some) {
    people.put(thing, Set.copyOf(List.of(some).stream().map(Viewer::id).toList()));
  }

  void close(UUID thing) {
    closed.add(thing);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Map<UUID, Subject> of(Viewer viewer, Collection<UUID> things) {
    var found = new HashMap<UUID, Subject>();
    for (var thing : things) {
      if (people.getOrDefault(thing, Set.of()).contains(viewer.id())) {
        found.put(thing, new Subject("The probe", "/home", !closed.contains(thing), Map.of()));
      }
    }
    return found;
  }

  @Override
  public Set<PersonId> people(UUID thing) {
    return people.get(thing);
  }

  @Override
  public List<Remark> check(String subjects, UUID thing, String text) {
    if (!subjects.equals(NAME)) {
      return List.of();
    }
    if (text.contains("forbidden")) {
      return List.of(new Remark(true, "Never say it.", "No lo digas.", "forbidden"));
    }
    return text.contains("doubtful")
        ? List.of(new Remark(false, "Think twice.", "Piénsalo.", "doubtful"))
        : List.of();
  }
}
