package org.diestra.operator.administration;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Ids;
import org.diestra.platform.data.Audit;
import org.jspecify.annotations.Nullable;

/**
 * One row of the record.
 *
 * @param person who did it; null for the house itself
 * @param module where it was done
 * @param action what was done there
 * @param type what kind of thing it was done to, or null
 * @param thing its id as addresses have it, or null
 * @param whom the thing, where it is a person
 * @param from the state it had, or null
 * @param to the state it has since, or null
 * @param details what else was written down, by name
 */
record AuditLine(
    Instant at,
    @Nullable PersonId person,
    String module,
    String action,
    @Nullable String type,
    @Nullable String thing,
    @Nullable PersonId whom,
    @Nullable String from,
    @Nullable String to,
    Map<String, String> details) {

  static AuditLine of(Audit.Entry entry) {
    var deed = entry.deed();
    var subject = deed.subject();
    return new AuditLine(
        entry.at(),
        person(deed.person()),
        deed.module(),
        deed.action(),
        deed.subjectType(),
        subject == null ? null : Ids.text(subject),
        "person".equals(deed.subjectType()) ? person(subject) : null,
        deed.from(),
        deed.to(),
        details(deed.details()));
  }

  /** As the page can be asked for it. */
  String deed() {
    return module + " " + action;
  }

  /** The message that says it to people, where somebody has written one. */
  String deedKey() {
    return "administration.deed." + module + "." + action;
  }

  private static Map<String, String> details(Map<String, Object> said) {
    var all = new TreeMap<String, String>();
    said.forEach((name, value) -> all.put(name, String.valueOf(value)));
    return all;
  }

  private static @Nullable PersonId person(@Nullable UUID id) {
    return id == null ? null : new PersonId(id);
  }
}
