package org.diestra.operator.administration;

import java.time.Instant;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Ids;
import org.diestra.platform.data.Audit;
import org.jspecify.annotations.Nullable;

/**
 * One row of the record.
 *
 * @param person who did it; null for the house itself
 * @param deed the module and what was done
 * @param type what kind of thing it was done to, or null
 * @param thing its id as addresses have it, or null
 * @param whom the thing, where it is a person
 * @param moved from which state to which, or null
 * @param details what else was written down, in one line
 */
record AuditLine(
    Instant at,
    @Nullable PersonId person,
    String deed,
    @Nullable String type,
    @Nullable String thing,
    @Nullable PersonId whom,
    @Nullable String moved,
    String details) {

  static AuditLine of(Audit.Entry entry) {
    var deed = entry.deed();
    var subject = deed.subject();
    return new AuditLine(
        entry.at(),
        person(deed.person()),
        deed.module() + " " + deed.action(),
        deed.subjectType(),
        subject == null ? null : Ids.text(subject),
        "person".equals(deed.subjectType()) ? person(subject) : null,
        deed.to() == null ? null : (deed.from() == null ? "" : deed.from() + " → ") + deed.to(),
        new TreeMap<>(deed.details())
            .entrySet().stream()
                .map(each -> each.getKey() + ": " + each.getValue())
                .collect(Collectors.joining(" · ")));
  }

  private static @Nullable PersonId person(@Nullable UUID id) {
    return id == null ? null : new PersonId(id);
  }
}
