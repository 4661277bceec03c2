package org.diestra.hiring.talent;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.diestra.hiring.talent.ItemStore.Kind;
import org.diestra.hiring.talent.Profile.ItemId;
import org.diestra.hiring.talent.Profile.Post;
import org.diestra.hiring.talent.Profile.Service;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Services and work history of the own profile. */
@Component
class Items {
  /** How long what was removed can be brought back. */
  static final Duration KEPT = Duration.ofDays(30);

  private final ItemStore store;
  private final Profiles profiles;
  private final Clock clock;

  Items(ItemStore store, Profiles profiles, Clock clock) {
    this.store = store;
    this.profiles = profiles;
    this.clock = clock;
  }

  @Transactional
  public Outcome<PersonId> add(PersonId person, Service service) {
    if (profiles.open(person).services().size() >= Profile.MOST_SERVICES) {
      return Outcome.refused(Refusal.conflict("talent.service.most", Profile.MOST_SERVICES));
    }
    return put(person, service);
  }

  @Transactional
  public Outcome<PersonId> add(PersonId person, Post post) {
    if (profiles.open(person).history().size() >= Profile.MOST_POSTS) {
      return Outcome.refused(Refusal.conflict("talent.post.most", Profile.MOST_POSTS));
    }
    return put(person, post);
  }

  @Transactional
  public Outcome<PersonId> change(PersonId person, Service service) {
    find(profiles.open(person), service.id());
    return put(person, service);
  }

  @Transactional
  public Outcome<PersonId> change(PersonId person, Post post) {
    findPost(profiles.open(person), post.id());
    return put(person, post);
  }

  static Service find(Profile profile, ItemId id) {
    return profile.services().stream()
        .filter(s -> s.id().equals(id))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  static Post findPost(Profile profile, ItemId id) {
    return profile.history().stream()
        .filter(p -> p.id().equals(id))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  private Outcome<PersonId> put(PersonId person, Service service) {
    var words = Map.of("title", service.title(), "included", service.included());
    var blocked = profiles.blocked(profiles.open(person), words);
    if (blocked.isPresent()) {
      return Outcome.refused(blocked.get());
    }
    must(store.put(person, service));
    return profiles.changed(person, "service");
  }

  private Outcome<PersonId> put(PersonId person, Post post) {
    var words = Map.of("title", post.title(), "employer", post.employer(), "what", post.what());
    var blocked = profiles.blocked(profiles.open(person), words);
    if (blocked.isPresent()) {
      return Outcome.refused(blocked.get());
    }
    must(store.put(person, post));
    return profiles.changed(person, "post");
  }

  @Transactional
  public void remove(Kind kind, PersonId person, ItemId item) {
    profiles.open(person);
    must(store.remove(kind, person, item, clock.instant()));
    store.forget(person, clock.instant().minus(KEPT));
    profiles.changed(person, kind.deed());
  }

  /** Brings back what was removed lately, unless its place has been taken meanwhile. */
  @Transactional
  public Outcome<PersonId> restore(Kind kind, PersonId person, ItemId item) {
    var profile = profiles.open(person);
    boolean full =
        kind == Kind.SERVICE
            ? profile.services().size() >= Profile.MOST_SERVICES
            : profile.history().size() >= Profile.MOST_POSTS;
    if (full) {
      return Outcome.refused(
          kind == Kind.SERVICE
              ? Refusal.conflict("talent.service.most", Profile.MOST_SERVICES)
              : Refusal.conflict("talent.post.most", Profile.MOST_POSTS));
    }
    must(store.restore(kind, person, item));
    return profiles.changed(person, kind.deed());
  }

  private static void must(boolean done) {
    if (!done) {
      throw new NotFound();
    }
  }
}
