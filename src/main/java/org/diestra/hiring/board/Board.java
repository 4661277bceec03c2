package org.diestra.hiring.board;

import java.util.List;
import java.util.Map;
import org.diestra.hiring.jobs.JobCard;
import org.diestra.hiring.jobs.JobId;
import org.diestra.hiring.jobs.OpenJobs;
import org.diestra.platform.search.Facet;
import org.diestra.platform.search.Found;
import org.diestra.platform.search.Search;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Finds open jobs: the index answers ids, the rows are read and checked again in PostgreSQL. */
@Service
class Board {
  /** How many of the newest are looked through while there is no index. */
  private static final int BOUND = 200;

  private final Search search;
  private final OpenJobs jobs;
  private final Looking looking;

  Board(Search search, OpenJobs jobs, Looking looking) {
    this.search = search;
    this.jobs = jobs;
    this.looking = looking;
  }

  /**
   * A page of what was found.
   *
   * @param total exact up to 1,000; more where {@code more}
   * @param counts how many there are of each value, as {@link Found#counts}
   * @param correction words that were probably meant, or null
   * @param indexed false while the index is being made: the newest jobs, roughly filtered
   */
  record Shown(
      List<JobCard> jobs,
      int total,
      boolean more,
      Map<Facet, Map<String, Integer>> counts,
      @Nullable String next,
      Found.@Nullable Correction correction,
      boolean relaxed,
      boolean indexed) {

    int count(Facet facet, String value) {
      return counts.getOrDefault(facet, Map.of()).getOrDefault(value, 0);
    }
  }

  Shown find(Filters filters, @Nullable String after) {
    var found = search.find(looking.criteria(filters, after));
    return found.isPresent() ? shown(found.get()) : roughly(filters);
  }

  private Shown shown(Found found) {
    return new Shown(
        jobs.cards(found.ids().stream().map(JobId::new).toList()),
        found.total(),
        found.more(),
        found.counts(),
        found.next(),
        found.correction(),
        found.relaxed(),
        true);
  }

  private Shown roughly(Filters filters) {
    var found = jobs.newest(BOUND).stream().filter(job -> fits(job, filters)).toList();
    var page = found.subList(0, Math.min(Looking.PAGE, found.size()));
    return new Shown(page, found.size(), false, Map.of(), null, null, false, false);
  }

  private static boolean fits(JobCard job, Filters filters) {
    var terms = job.terms();
    var areas = terms.areas().stream().map(a -> a.slug()).toList();
    var units = terms.pay().units().stream().map(u -> u.slug()).toList();
    var words = (terms.title() + " " + terms.about()).toLowerCase(java.util.Locale.ROOT);
    return (filters.area().isEmpty() || areas.stream().anyMatch(filters.area()::contains))
        && (filters.unit().isEmpty() || units.stream().anyMatch(filters.unit()::contains))
        && (filters.language().isEmpty()
            || terms.languages().stream().anyMatch(f -> f.language().equals(filters.language())))
        && (!filters.verified() || job.client().verified())
        && List.of(filters.q().toLowerCase(java.util.Locale.ROOT).split("\\s+")).stream()
            .allMatch(words::contains);
  }
}
