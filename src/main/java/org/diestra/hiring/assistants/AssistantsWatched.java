package org.diestra.hiring.assistants;

import java.time.Instant;
import java.time.ZoneId;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.diestra.hiring.watches.Query;
import org.diestra.hiring.watches.Watched;
import org.diestra.platform.exchange.Exchange;
import org.diestra.platform.page.Formats;
import org.diestra.platform.search.Search;
import org.springframework.stereotype.Component;

/** Searches for assistants can be kept. */
@Component
class AssistantsWatched implements Watched {
  static final String KIND = "assistants";
  private final Search search;
  private final Exchange exchange;

  AssistantsWatched(Search search, Exchange exchange) {
    this.search = search;
    this.exchange = exchange;
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public String path() {
    return "/assistants";
  }

  @Override
  public String icon() {
    return "users-round";
  }

  @Override
  public String tidied(String query, ZoneId zone) {
    return wanted(query, zone).without("sort").query();
  }

  @Override
  public String described(String query, ZoneId zone, Formats words) {
    return Said.of(wanted(query, zone), words).stream()
        .map(Said::text)
        .collect(Collectors.joining(", "));
  }

  @Override
  public OptionalInt fresh(String query, ZoneId zone, Instant since) {
    var newer = wanted(query, zone).criteria(exchange, 1, null).newerThan(since);
    return search
        .find(newer)
        .map(found -> OptionalInt.of(found.relaxed() ? 0 : found.total()))
        .orElse(OptionalInt.empty());
  }

  private static Wanted wanted(String query, ZoneId zone) {
    return Wanted.read(Query.read(query), zone);
  }
}
