package org.diestra.hiring.talent;

import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diestra.hiring.samples.SampleCard;
import org.diestra.hiring.samples.Samples;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.WorkWeek;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to assistants: what the rest of the house may know of them. */
@Service
public class Talent {
  private final Cards cards;
  private final CardStore store;
  private final HandleStore handles;
  private final ProfileStore profiles;
  private final Samples samples;
  private final Listing listing;

  Talent(
      Cards cards,
      CardStore store,
      HandleStore handles,
      ProfileStore profiles,
      Samples samples,
      Listing listing) {
    this.cards = cards;
    this.store = store;
    this.handles = handles;
    this.profiles = profiles;
    this.samples = samples;
    this.listing = listing;
  }

  /** In the order asked for, published or not, in four statements; others are left out. */
  public Map<PersonId, AssistantCard> cards(Collection<PersonId> people) {
    return cards.of(people, false);
  }

  /** The same, of those alone whom everybody may see. */
  public Map<PersonId, AssistantCard> published(Collection<PersonId> people) {
    return cards.of(people, true);
  }

  /** Whoever everybody may see under that handle now. */
  public Optional<AssistantCard> byHandle(String handle) {
    return address(handle)
        .filter(a -> a.now().text().equals(handle))
        .flatMap(a -> Optional.ofNullable(published(List.of(a.person())).get(a.person())));
  }

  /** Whose handle that is or was, whether they can be seen or not. */
  public Optional<Address> address(String handle) {
    return Handle.read(handle).flatMap(handles::holder).map(h -> new Address(h.person(), h.now()));
  }

  /** Where somebody is found now. */
  public record Address(PersonId person, Handle now) {}

  /**
   * The whole profile, for a page that has decided who may read it.
   *
   * @throws NotFound if there is none
   */
  public Profile profile(AssistantCard card) {
    return profiles.find(card.id(), card.week().zone()).orElseThrow(NotFound::new);
  }

  /** Whether this person may send bids: a published profile says what a client must know. */
  public boolean readyToBid(PersonId person) {
    return store.published(person);
  }

  /** When this person works; never, where there is no profile. */
  public WorkWeek week(PersonId person, ZoneId zone) {
    return cards.week(person, zone);
  }

  /** What these people show of their work, to whoever may see it with a bid, in two statements. */
  public List<SampleCard> samples(Collection<PersonId> people) {
    return samples.of(people);
  }

  /** Those published last, newest first: what can be browsed while there is no index. */
  public List<AssistantCard> newest(int most) {
    return List.copyOf(published(store.newest(most)).values());
  }

  /**
   * Notes what clients say about somebody's work by now.
   *
   * @param mean the published score, 1–5
   * @param n how many reviews it stands on, at least 1
   */
  @Transactional
  public void rate(PersonId person, double mean, int n) {
    profiles.rating(person, new Rating(mean, n));
    listing.refresh(person);
  }
}
