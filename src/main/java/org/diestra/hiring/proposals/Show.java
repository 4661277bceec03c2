package org.diestra.hiring.proposals;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Which bids a client looks at. */
enum Show {
  ALL(bid -> !(bid.stage() instanceof Stage.Declined)),
  KEPT(Bid::kept),
  UNDECIDED(bid -> bid.live() && bid.shown() && !bid.kept()),
  DECLINED(bid -> bid.stage() instanceof Stage.Declined);

  private final Predicate<Bid> shows;

  Show(Predicate<Bid> shows) {
    this.shows = shows;
  }

  boolean shows(Bid bid) {
    return shows.test(bid);
  }

  static Show read(@Nullable String slug) {
    return Arrays.stream(values()).filter(s -> s.slug().equals(slug)).findFirst().orElse(ALL);
  }

  String slug() {
    return name().toLowerCase(Locale.ROOT);
  }

  String key() {
    return "proposals.show." + slug();
  }
}
