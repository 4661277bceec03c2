package org.diestra.hiring.board;

import java.time.Instant;
import java.time.ZoneId;
import java.util.OptionalInt;
import org.diestra.hiring.watches.Watched;
import org.diestra.platform.page.Formats;
import org.diestra.platform.search.Search;
import org.springframework.stereotype.Component;

/** Searches for jobs can be kept. */
@Component
class JobsWatched implements Watched {
  static final String KIND = "jobs";
  private final Search search;
  private final Looking looking;

  JobsWatched(Search search, Looking looking) {
    this.search = search;
    this.looking = looking;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String path() {
    return "/jobs";
  }

  @Override
  public String icon() {
    return "briefcase";
  }

  @Override
  public String tidied(String query, ZoneId zone) {
    return Filters.of(query).unsorted().query();
  }

  @Override
  public String described(String query, ZoneId zone, Formats words) {
    return Description.of(Filters.of(query), words);
  }

  @Override
  public OptionalInt fresh(String query, ZoneId zone, Instant since) {
    var newer = looking.criteria(Filters.of(query), null).newerThan(since);
    return search
        .find(newer)
        .map(found -> OptionalInt.of(found.relaxed() ? 0 : found.total()))
        .orElse(OptionalInt.empty());
  }
}
