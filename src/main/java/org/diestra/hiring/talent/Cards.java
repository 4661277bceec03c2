package org.diestra.hiring.talent;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diestra.hiring.samples.Samples;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.Accounts.Contact;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.WorkWeek;
import org.springframework.stereotype.Component;

/** Puts cards together, for one person or for many in the same four statements. */
@Component
class Cards {
  private final CardStore store;
  private final Samples samples;
  private final Accounts accounts;
  private final Clock clock;

  Cards(CardStore store, Samples samples, Accounts accounts, Clock clock) {
    this.store = store;
    this.samples = samples;
    this.accounts = accounts;
    this.clock = clock;
  }

  AssistantCard of(PersonId person) {
    var card = of(List.of(person), false).get(person);
    if (card == null) {
      throw new NotFound();
    }
    return card;
  }

  /**
   * In the order asked for; who has no profile is left out.
   *
   * @param published only those that everybody may see
   */
  Map<PersonId, AssistantCard> of(Collection<PersonId> people, boolean published) {
    var cards = new LinkedHashMap<PersonId, AssistantCard>();
    if (people.isEmpty()) {
      return cards;
    }
    var rows = store.rows(people, today(), published);
    var claims = store.claims(rows.keySet());
    var sampled = samples.areas(rows.keySet());
    var contacts = accounts.contacts(rows.keySet());
    for (var person : people) {
      var row = rows.get(person);
      var contact = contacts.get(person);
      if (row != null && contact != null) {
        var areas =
            areas(claims.getOrDefault(person, List.of()), sampled.getOrDefault(person, Set.of()));
        cards.put(person, card(row, contact, areas));
      }
    }
    return cards;
  }

  WorkWeek week(PersonId person, ZoneId zone) {
    return store.week(person).map(week -> new WorkWeek(week, zone)).orElse(WorkWeek.none(zone));
  }

  private static List<Claim> areas(List<Claim> said, Set<Area> sampled) {
    return said.stream()
        .map(c -> sampled.contains(c.area()) ? c.proven() : c)
        .sorted(Comparator.comparing(Claim::area))
        .toList();
  }

  private static AssistantCard card(CardStore.CardRow row, Contact contact, List<Claim> areas) {
    return new AssistantCard(
        contact.id(),
        row.handle(),
        contact.name(),
        shortName(contact.name()),
        contact.photoUrl(),
        row.title(),
        areas,
        row.languages(),
        new WorkWeek(row.week(), contact.zone()),
        row.freeHours(),
        row.awayUntil(),
        row.rate(),
        row.secretaryYears(),
        row.rating(),
        row.since());
  }

  /** "Lucía G." of "Lucía Gómez Rojas": the first name, and the initial of what follows. */
  static String shortName(String name) {
    var parts = name.strip().split("\\s+", 3);
    return parts.length < 2
        ? name.strip()
        : parts[0] + " " + parts[1].substring(0, parts[1].offsetByCodePoints(0, 1)) + ".";
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
