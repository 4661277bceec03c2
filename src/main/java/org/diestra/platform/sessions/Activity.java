package org.diestra.platform.sessions;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.springframework.stereotype.Component;

/** What happened lately around a person's sign-in, from the record of who did what. */
@Component
class Activity {
  private static final int SHOWN = 12;
  private final Audit audit;
  private final Map<String, Trail> trails;

  Activity(Audit audit, List<Trail> trails) {
    this.audit = audit;
    this.trails = trails.stream().collect(Collectors.toMap(Trail::module, Function.identity()));
  }

  /**
   * @param key the message that says what
   * @param agent from where, where that is known
   */
  record Event(Instant at, String key, Agent agent) {}

  /** The newest first, twelve at most. */
  List<Event> of(PersonId person) {
    return audit.about(person.value(), trails.keySet(), SHOWN).stream()
        .flatMap(entry -> told(entry).stream())
        .toList();
  }

  private Optional<Event> told(Audit.Entry entry) {
    var deed = entry.deed();
    return Optional.ofNullable(trails.get(deed.module()))
        .filter(trail -> trail.actions().contains(deed.action()))
        .map(trail -> new Event(entry.at(), trail.words() + deed.action(), agent(deed)));
  }

  private static Agent agent(Deed deed) {
    return deed.details().get("browser") instanceof String browser
            && deed.details().get("system") instanceof String system
        ? new Agent(browser, system)
        : Agent.UNKNOWN;
  }
}
