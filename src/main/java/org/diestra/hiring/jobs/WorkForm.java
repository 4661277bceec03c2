package org.diestra.hiring.jobs;

import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.diestra.platform.accounts.Membership;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.diestra.platform.page.Ui;
import org.jspecify.annotations.Nullable;

/**
 * The first step: what it is about.
 *
 * @param client for which of the person's businesses, where there are several
 * @param version the job's when the form was made; nothing for a new one
 */
record WorkForm(
    @Nullable String client,
    @Nullable List<String> areas,
    @Nullable String title,
    @Nullable String about,
    @Nullable String version) {
  private static final int TITLE = 100;
  private static final int ABOUT = 1500;

  static WorkForm of(Sketch sketch, int version) {
    return new WorkForm(
        null,
        sketch.areas().stream().sorted().map(Area::slug).toList(),
        sketch.title(),
        sketch.about(),
        String.valueOf(version));
  }

  List<String> chosen() {
    return areas == null ? List.of() : areas;
  }

  /** Slug to what the area is and what belongs to it. */
  static Map<String, String> options() {
    var all = new LinkedHashMap<String, String>();
    for (var area : Area.values()) {
      all.put(area.slug(), Ui.words("jobs.work.area." + area.slug(), Ui.words(area.key())));
    }
    return all;
  }

  static Map<String, String> clients(Viewer viewer) {
    return viewer.hiring().stream()
        .collect(
            Collectors.toMap(
                m -> m.organisation().toString(),
                Membership::name,
                (one, other) -> one,
                LinkedHashMap::new));
  }

  UnaryOperator<Sketch> read(Problems problems) {
    var typed = new Typed(problems);
    var chosen = areas();
    Set<Area> wanted = read(chosen == null ? List.of() : chosen);
    if (wanted.isEmpty()) {
      problems.add("areas", "jobs.work.areas.missing");
    }
    var called = typed.line("title", title, TITLE, "jobs.work.title.missing");
    if (!called.isEmpty() && called.length() < 8) {
      problems.add("title", "jobs.work.title.short");
    }
    var said = typed.text("about", about, ABOUT, "jobs.work.about.missing");
    return sketch -> sketch.withWork(called, said, wanted);
  }

  /** The business it is for; the only one, where there is but one. */
  Optional<OrganisationId> client(Viewer viewer) {
    var hiring = viewer.hiring();
    if (hiring.size() == 1) {
      return Optional.of(hiring.getFirst().organisation());
    }
    return Ids.read(client == null ? "" : client).map(OrganisationId::new).filter(viewer::hiresFor);
  }

  private static Set<Area> read(List<String> slugs) {
    var found = EnumSet.noneOf(Area.class);
    for (var area : Area.values()) {
      if (slugs.contains(area.slug())) {
        found.add(area);
      }
    }
    return found;
  }
}
