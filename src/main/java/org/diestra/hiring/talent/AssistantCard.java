package org.diestra.hiring.talent;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Fluency;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.WorkWeek;
import org.jspecify.annotations.Nullable;

/**
 * An assistant at a glance, as lists, comparisons and contracts show them.
 *
 * @param handle the name in the address {@code /assistants/{handle}}
 * @param shortName first name and initial: what a list needs
 * @param photo the address of the photo, or null for initials
 * @param title what they do, in their words; empty while the profile is a draft
 * @param areas in the house's order
 * @param languages best first
 * @param week when they usually work, in their own zone
 * @param freeHours hours a week they could give, or 0 when they did not say
 * @param awayUntil back on that day, or null
 * @param secretaryYears whole years as a secretary or in an office, by their work history
 * @param since when they joined
 */
public record AssistantCard(
    PersonId id,
    String handle,
    String name,
    String shortName,
    @Nullable String photo,
    String title,
    List<Claim> areas,
    List<Fluency> languages,
    WorkWeek week,
    int freeHours,
    @Nullable LocalDate awayUntil,
    @Nullable Money usualRate,
    int secretaryYears,
    Rating rating,
    Instant since) {

  public AssistantCard {
    areas = List.copyOf(areas);
    languages = List.copyOf(languages);
  }

  public Optional<Claim> claim(Area area) {
    return areas.stream().filter(c -> c.area() == area).findFirst();
  }

  public String href() {
    return "/assistants/" + handle;
  }

  /** The longest they have done any of these areas, in years; of all where none is named. */
  public int experience(java.util.Collection<Area> among) {
    return areas.stream()
        .filter(c -> among.isEmpty() || among.contains(c.area()))
        .mapToInt(Claim::years)
        .max()
        .orElse(0);
  }
}
