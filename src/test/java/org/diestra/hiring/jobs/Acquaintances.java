package org.diestra.hiring.jobs;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.springframework.stereotype.Component;

/** Assistants for tests who may be invited; the handle of each is its id in small letters. */
@Component
class Acquaintances implements Invitees {
  private final Set<PersonId> known = ConcurrentHashMap.newKeySet();

  PersonId add(Viewer assistant) {
    known.add(assistant.id());
    return assistant.id();
  }

  static String handle(PersonId person) {
    return person.toString().toLowerCase(java.util.Locale.ROOT);
  }

  @Override
  public Optional<PersonId> find(String handle) {
    return known.stream().filter(person -> handle(person).equals(handle)).findFirst();
  }

  @Override
  public boolean ready(PersonId person) {
    return known.contains(person);
  }
}
