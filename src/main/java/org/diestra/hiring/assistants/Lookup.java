package org.diestra.hiring.assistants;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diestra.hiring.talent.AssistantCard;
import org.diestra.hiring.talent.Talent;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Ids;
import org.diestra.platform.exchange.Exchange;
import org.diestra.platform.search.Facet;
import org.diestra.platform.search.Found;
import org.diestra.platform.search.Search;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds who is wanted: by the index, or, while there is none, among those published last. */
@Component
class Lookup {
  static final int PAGE = 20;

  /** So many are looked through without an index, and no more. */
  private static final int BOUND = 500;

  private final Search search;
  private final Talent talent;
  private final Exchange exchange;
  private final Clock clock;

  Lookup(Search search, Talent talent, Exchange exchange, Clock clock) {
    this.search = search;
    this.talent = talent;
    this.exchange = exchange;
    this.clock = clock;
  }

  /**
   * One page.
   *
   * @param total how many fit; null where that is not known
   * @param more there are more than {@code total}
   * @param next what the next page begins after, or null
   */
  record Page(
      List<AssistantCard> cards,
      @Nullable Integer total,
      boolean more,
      Map<Facet, Map<String, Integer>> counts,
      @Nullable String next,
      Found.@Nullable Correction correction,
      boolean relaxed) {}

  Page page(Wanted wanted, @Nullable String after) {
    var answer = search.find(wanted.criteria(exchange, PAGE, after));
    return answer.isPresent() ? found(answer.get()) : browsed(wanted, after);
  }

  /** The rows are read anew, so that nobody is shown who has just gone into hiding. */
  private Page found(Found found) {
    var people = found.ids().stream().map(PersonId::new).toList();
    return new Page(
        List.copyOf(talent.published(people).values()),
        found.total(),
        found.more(),
        found.counts(),
        found.next(),
        found.correction(),
        found.relaxed());
  }

  private Page browsed(Wanted wanted, @Nullable String after) {
    var fitting = fitting(wanted);
    int from = position(fitting, after);
    int to = Math.min(from + PAGE, fitting.size());
    var page = fitting.subList(from, to);
    var next = to < fitting.size() ? page.getLast().id().toString() : null;
    return new Page(page, null, false, Map.of(), next, null, false);
  }

  private List<AssistantCard> fitting(Wanted wanted) {
    var today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    return talent.newest(BOUND).stream()
        .filter(card -> Fitting.fits(card, wanted, today, exchange))
        .sorted(Fitting.order(wanted.sort(), exchange))
        .toList();
  }

  private static int position(List<AssistantCard> fitting, @Nullable String after) {
    var last = after == null ? null : Ids.read(after).orElse(new UUID(0, 0));
    for (int i = 0; last != null && i < fitting.size(); i++) {
      if (fitting.get(i).id().value().equals(last)) {
        return i + 1;
      }
    }
    return 0;
  }
}
