package org.diestra.office.workspaces;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Problems;
import org.jspecify.annotations.Nullable;

/**
 * Which areas a member shall enter, as a browser sends it.
 *
 * @param area slugs; none closes all
 * @param until a day, as a date field writes it, or empty
 */
record StaffForm(@Nullable List<String> area, @Nullable String until) {
  /** As it stands now; an end is shown as the last day in that zone. */
  static StaffForm of(List<Access> given, ZoneId zone) {
    var until =
        given.stream()
            .flatMap(a -> Stream.ofNullable(a.until()))
            .findFirst()
            .map(end -> end.minusSeconds(1).atZone(zone).toLocalDate().toString())
            .orElse("");
    return new StaffForm(given.stream().map(a -> a.area().slug()).toList(), until);
  }

  Set<Area> areas() {
    return area == null
        ? EnumSet.noneOf(Area.class)
        : area.stream().flatMap(slug -> Area.read(slug).stream()).collect(Collectors.toSet());
  }

  @Nullable LocalDate day(LocalDate today, Problems problems) {
    if (until == null || until.isBlank()) {
      return null;
    }
    try {
      var day = LocalDate.parse(until);
      if (!day.isBefore(today) && day.isBefore(today.plusYears(10))) {
        return day;
      }
    } catch (DateTimeParseException wrong) {
      // said below, like a day that is over
    }
    problems.add("until", "workspaces.staff.until.wrong");
    return null;
  }
}
