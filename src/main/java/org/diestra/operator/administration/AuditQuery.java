package org.diestra.operator.administration;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.UUID;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.EmailAddress;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Problems;
import org.diestra.platform.data.Audit;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the page of the record may ask.
 *
 * @param person an address of mail, or an id
 * @param thing an id
 * @param deed a module's id, and after a space what was done: {@code jobs}, {@code jobs close}
 * @param from a day in the reader's zone, as is {@code to}, which counts whole
 */
record AuditQuery(
    @Nullable String person,
    @Nullable String thing,
    @Nullable String deed,
    @Nullable String from,
    @Nullable String to) {

  /** Reads it; what can't be read is a problem, and is not asked for. */
  Audit.Wanted read(Accounts accounts, ZoneId zone, Problems problems) {
    var words = said(deed).split("\\s+", 2);
    var first = day("from", from, problems);
    var last = day("to", to, problems);
    return new Audit.Wanted(
        person(accounts, problems),
        thing(problems),
        words[0].isEmpty() ? null : words[0],
        words.length < 2 ? null : words[1],
        first == null ? null : first.atStartOfDay(zone).toInstant(),
        last == null ? null : last.plusDays(1).atStartOfDay(zone).toInstant());
  }

  private @Nullable UUID person(Accounts accounts, Problems problems) {
    var text = said(person);
    if (text.isEmpty()) {
      return null;
    }
    var id = Ids.read(text).or(() -> byAddress(text, accounts));
    if (id.isEmpty()) {
      problems.add("person", "administration.audit.person.unknown");
    }
    return id.orElse(null);
  }

  private static Optional<UUID> byAddress(String text, Accounts accounts) {
    return EmailAddress.read(text).flatMap(accounts::byEmail).map(PersonId::value);
  }

  private @Nullable UUID thing(Problems problems) {
    var text = said(thing);
    if (text.isEmpty()) {
      return null;
    }
    var id = Ids.read(text);
    if (id.isEmpty()) {
      problems.add("thing", "administration.audit.thing.wrong");
    }
    return id.orElse(null);
  }

  private static @Nullable LocalDate day(String field, @Nullable String typed, Problems problems) {
    try {
      return said(typed).isEmpty() ? null : LocalDate.parse(said(typed));
    } catch (DateTimeParseException wrong) {
      problems.add(field, "administration.audit.day.wrong");
      return null;
    }
  }

  /** The page below that entry. */
  String below(Audit.Entry last) {
    var to = UriComponentsBuilder.fromPath("/operator/audit");
    with(to, "person", person);
    with(to, "thing", thing);
    with(to, "deed", deed);
    with(to, "from", from);
    with(to, "to", this.to);
    to.queryParam("before", "{before}");
    return to.encode().buildAndExpand(last.at() + "~" + Ids.text(last.id())).toUriString();
  }

  private static void with(UriComponentsBuilder to, String name, @Nullable String value) {
    if (!said(value).isEmpty()) {
      to.queryParam(name, said(value).replace("{", "").replace("}", ""));
    }
  }

  /** Where a page begins; empty for the first, and for what is no place. */
  static Audit.@Nullable Mark mark(@Nullable String before) {
    var parts = said(before).split("~", 2);
    try {
      return parts.length < 2
          ? null
          : new Audit.Mark(Instant.parse(parts[0]), Ids.require(parts[1]));
    } catch (DateTimeParseException wrong) {
      return null;
    }
  }

  private static String said(@Nullable String typed) {
    return typed == null ? "" : typed.strip();
  }
}
