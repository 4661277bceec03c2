package org.diestra.hiring.talent;

import java.time.DayOfWeek;
import java.time.YearMonth;
import java.util.List;
import org.diestra.People;
import org.diestra.hiring.talent.Profile.Evidence;
import org.diestra.hiring.talent.Profile.ItemId;
import org.diestra.hiring.talent.Profile.Post;
import org.diestra.hiring.talent.Profile.Service;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Fluency;
import org.diestra.platform.base.Fluency.Level;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.WorkWeek;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes assistants for tests: with a draft, or with a profile that everybody may see. */
@Component
public class Assistants {
  private static final DayOfWeek[] WEEKDAYS = {
    DayOfWeek.MONDAY, DayOfWeek.TUESDAY, DayOfWeek.WEDNESDAY, DayOfWeek.THURSDAY, DayOfWeek.FRIDAY
  };

  private final People people;
  private final Profiles profiles;
  private final Items items;

  Assistants(People people, Profiles profiles, Items items) {
    this.people = people;
    this.profiles = profiles;
    this.items = items;
  }

  /** In Bogotá, with a profile that says nothing yet. */
  public Viewer draft(String name) {
    var viewer = people.assistant(name);
    profiles.of(viewer);
    return viewer;
  }

  /** A bookkeeper for 12.00 EUR an hour, who works from 7 to 15 in Bogotá. */
  public Viewer published(String name) {
    return published(name, Area.BOOKKEEPING, Money.of(1200, "EUR"));
  }

  public Viewer published(String name, Area area, Money rate) {
    return published(people.assistant(name), area, rate);
  }

  /** The same for somebody who has no profile yet. */
  public Viewer published(Viewer viewer, Area area, Money rate) {
    profiles.of(viewer);
    var id = viewer.id();
    profiles.basics(id, "Good hands for " + area.slug(), "I work **carefully**.").orFail();
    profiles.put(id, new Evidence(area, 6, List.of("Excel", "Holded"), null)).orFail();
    profiles
        .languages(id, List.of(new Fluency("es", Level.NATIVE), new Fluency("en", Level.B2)))
        .orFail();
    var week = WorkWeek.daily(viewer.zone(), 7, 15, WEEKDAYS);
    profiles.hours(id, week, 20, null).orFail();
    profiles.rate(id, rate).orFail();
    profiles.publish(id).orFail();
    return viewer;
  }

  /** Says more of oneself than a line. */
  public void tells(Viewer viewer, String title, String summary) {
    profiles.basics(viewer.id(), title, summary).orFail();
  }

  /** Adds a place of work, until today where {@code to} is null. */
  public void worked(Viewer viewer, YearMonth from, @Nullable YearMonth to, boolean office) {
    items
        .add(viewer.id(), new Post(ItemId.fresh(), "Secretary", "A notary", from, to, office, ""))
        .orFail();
  }

  /** Adds a service for a fixed price. */
  public void serves(Viewer viewer, String title, Money price) {
    items.add(viewer.id(), new Service(ItemId.fresh(), title, "All of it.", price, 5)).orFail();
  }
}
