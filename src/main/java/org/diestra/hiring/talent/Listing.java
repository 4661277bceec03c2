package org.diestra.hiring.talent;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import org.diestra.hiring.samples.SampleAudience;
import org.diestra.hiring.samples.SampleCard;
import org.diestra.hiring.talent.CardStore.Beyond;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.diestra.platform.exchange.Exchange;
import org.diestra.platform.page.Locales;
import org.diestra.platform.page.Words;
import org.diestra.platform.search.Entry;
import org.diestra.platform.search.Facet;
import org.diestra.platform.search.Kind;
import org.diestra.platform.search.Measure;
import org.diestra.platform.search.Ranking.Signal;
import org.diestra.platform.search.Search;
import org.diestra.platform.search.SearchSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the public may find: tells the search, and says which samples go with it. */
@Component
class Listing implements SearchSource, SampleAudience {
  private static final int BATCH = 500;

  private final Cards cards;
  private final CardStore store;
  private final ProfileStore profiles;
  private final Search search;
  private final Exchange exchange;
  private final Words words;

  Listing(
      Cards cards,
      CardStore store,
      ProfileStore profiles,
      Search search,
      Exchange exchange,
      Words words) {
    this.cards = cards;
    this.store = store;
    this.profiles = profiles;
    this.search = search;
    this.exchange = exchange;
    this.words = words;
  }

  /** Makes this person be found as they are now, or not at all; within the change's transaction. */
  void refresh(PersonId person) {
    entries(List.of(person))
        .findFirst()
        .ifPresentOrElse(search::put, () -> search.remove(Kind.ASSISTANT, person.value()));
  }

  @Override
  public Kind kind() {
    return Kind.ASSISTANT;
  }

  @Override
  public void each(Consumer<Entry> out) {
    Optional<PersonId> last = Optional.empty();
    while (true) {
      var batch = store.publishedAfter(last, BATCH);
      if (batch.isEmpty()) {
        return;
      }
      entries(batch).forEach(out);
      last = Optional.of(batch.getLast());
    }
  }

  /** A sample that its owner opened is for everybody who can see the owner. */
  @Override
  public boolean sees(@Nullable Viewer viewer, SampleCard sample) {
    return sample.open() && store.published(sample.owner());
  }

  /** The profile's row is held first, so that the last change is the last one told. */
  @Override
  public void changed(PersonId owner) {
    if (profiles.lock(owner)) {
      refresh(owner);
    }
  }

  private java.util.stream.Stream<Entry> entries(Collection<PersonId> people) {
    var beyond = store.beyond(people);
    var shown = cards.of(beyond.stream().map(Beyond::person).toList(), true);
    return beyond.stream()
        .flatMap(b -> Optional.ofNullable(shown.get(b.person())).map(c -> entry(c, b)).stream());
  }

  private Entry entry(AssistantCard card, Beyond beyond) {
    var entry =
        Entry.of(Kind.ASSISTANT, card.id().value(), beyond.publishedAt())
            .title(card.title())
            .body(beyond.summary())
            .with(Facet.ZONE, card.week().zone().getId())
            .works(card.week())
            .measure(Measure.FREE_HOURS, card.freeHours())
            .measure(Measure.EXPERIENCE, card.experience(List.of()))
            .signal(Signal.COMPLETENESS, Guide.of(card, beyond.told()).share());
    card.areas().forEach(claim -> describe(entry, claim));
    card.languages().forEach(entry::speaks);
    var rate = card.usualRate();
    if (rate != null) {
      exchange.reference(rate).ifPresent(minor -> entry.measure(Measure.HOURLY_RATE, minor));
    }
    if (!card.rating().fresh()) {
      entry.measure(Measure.RATING, Math.round(card.rating().mean() * 100));
      entry.signal(Signal.REPUTATION, (card.rating().mean() - 1) / 4);
    }
    return entry.build();
  }

  private void describe(Entry.Draft entry, Claim claim) {
    entry.with(Facet.AREA, claim.area().slug()).detail(names(claim.area()));
    claim
        .tools()
        .forEach(tool -> entry.with(Facet.TOOL, tool.toLowerCase(Locale.ROOT)).detail(tool));
  }

  /** In every language of the house, since people mix them. */
  private String names(Area area) {
    return Locales.ALL.stream()
        .map(locale -> words.of(locale, area.key()))
        .reduce((one, other) -> one + " " + other)
        .orElse("");
  }
}
