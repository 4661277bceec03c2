package org.diestra.hiring.talent;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diestra.hiring.talent.Profile.Evidence;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Fluency;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.base.WorkWeek;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an assistant does with the own profile. Each verb is for the person named and no other. */
@Service
class Profiles {
  private final ProfileStore store;
  private final Handles handles;
  private final Accounts accounts;
  private final Cards cards;
  private final Listing listing;
  private final ProfileScreen screen;
  private final Audit audit;
  private final Clock clock;

  Profiles(
      ProfileStore store,
      Handles handles,
      Accounts accounts,
      Cards cards,
      Listing listing,
      ProfileScreen screen,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.handles = handles;
    this.accounts = accounts;
    this.cards = cards;
    this.listing = listing;
    this.screen = screen;
    this.audit = audit;
    this.clock = clock;
  }

  /** The own profile; on the first visit of somebody who offers services it is begun. */
  @Transactional
  public Profile of(Viewer viewer) {
    if (!viewer.assistant()) {
      throw new NotFound();
    }
    var found = store.find(viewer.id(), viewer.zone());
    return found.isPresent() ? found.get() : begin(viewer);
  }

  private Profile begin(Viewer viewer) {
    store.add(viewer.id(), handles.first(viewer.id(), viewer.name()), clock.instant());
    record(viewer.id(), "begin");
    return store.find(viewer.id(), viewer.zone()).orElseThrow();
  }

  /** From now on this person offers services, too. */
  @Transactional
  public void offer(Viewer viewer) {
    accounts.offerServices(viewer.id());
    if (store.find(viewer.id(), viewer.zone()).isEmpty()) {
      begin(viewer);
    }
  }

  /** What the profile still lacks. */
  Guide guide(Profile profile) {
    return Guide.of(cards.of(profile.person()), Guide.Told.by(profile));
  }

  @Transactional
  public Outcome<PersonId> basics(PersonId person, String title, String summary) {
    var profile = open(person);
    if (profile.published() && title.isBlank()) {
      return Outcome.refused(Refusal.invalid("title", "talent.title.needed"));
    }
    var blocked = blocked(profile, Map.of("title", title, "summary", summary));
    if (blocked.isPresent()) {
      return Outcome.refused(blocked.get());
    }
    store.basics(person, title, summary);
    return changed(person, "basics");
  }

  @Transactional
  public Outcome<PersonId> put(PersonId person, Evidence evidence) {
    var speaks = evidence.reference();
    var blocked =
        blocked(
            open(person),
            Map.of(
                "tools",
                String.join("\n", evidence.tools()),
                "referenceRelation",
                speaks == null ? "" : speaks.relation()));
    if (blocked.isPresent()) {
      return Outcome.refused(blocked.get());
    }
    store.put(person, evidence);
    return changed(person, "area");
  }

  /** Takes an area off; its samples stay. */
  @Transactional
  public Outcome<PersonId> drop(PersonId person, Area area) {
    var profile = open(person);
    if (profile.published() && profile.areas().size() == 1) {
      return Outcome.refused(Refusal.conflict("talent.area.last"));
    }
    if (!store.remove(person, area)) {
      throw new NotFound();
    }
    return changed(person, "area");
  }

  @Transactional
  public Outcome<PersonId> languages(PersonId person, List<Fluency> languages) {
    if (open(person).published() && languages.isEmpty()) {
      return Outcome.refused(Refusal.invalid("language-0", "talent.language.needed"));
    }
    store.languages(person, languages);
    return changed(person, "languages");
  }

  @Transactional
  public Outcome<PersonId> hours(
      PersonId person, WorkWeek week, @Nullable Integer freeHours, @Nullable LocalDate awayUntil) {
    if (open(person).published() && week.size() == 0) {
      return Outcome.refused(Refusal.invalid("week", "talent.week.needed"));
    }
    store.hours(person, week.hours(), freeHours, awayUntil);
    return changed(person, "hours");
  }

  @Transactional
  public Outcome<PersonId> rate(PersonId person, @Nullable Money rate) {
    open(person);
    store.rate(person, rate);
    return changed(person, "rate");
  }

  @Transactional
  public Outcome<Handle> rename(PersonId person, Handle handle) {
    open(person);
    return handles
        .change(person, handle)
        .fold(
            taken -> {
              changed(person, "address");
              return Outcome.done(taken);
            },
            Outcome::refused);
  }

  /** Shows the profile to everybody. Asking twice changes nothing. */
  @Transactional
  public Outcome<PersonId> publish(PersonId person) {
    var profile = open(person);
    if (profile.published()) {
      return Outcome.done(person);
    }
    if (!profile.presentable()) {
      return Outcome.refused(Refusal.invalid("talent.publish.incomplete", List.of()));
    }
    store.publish(person, clock.instant());
    audit.record(
        Deed.of("talent", "publish")
            .by(person.value())
            .on("profile", person.value())
            .moved("DRAFT", "PUBLISHED"));
    listing.refresh(person);
    return Outcome.done(person);
  }

  /** Hides it from everybody but those who have it in a bid or a contract. */
  @Transactional
  public void hide(PersonId person) {
    if (open(person).published()) {
      store.publish(person, null);
      audit.record(
          Deed.of("talent", "hide")
              .by(person.value())
              .on("profile", person.value())
              .moved("PUBLISHED", "DRAFT"));
      listing.refresh(person);
    }
  }

  /** The profile, held until the transaction ends. */
  Profile open(PersonId person) {
    if (!store.lock(person)) {
      throw new NotFound();
    }
    return store.find(person, java.time.ZoneOffset.UTC).orElseThrow(NotFound::new);
  }

  /** Why these words can't stand in the profile, by the field into which each was typed. */
  Optional<Refusal> blocked(Profile profile, Map<String, String> texts) {
    return screen.refusal(profile.person(), profile.handle(), texts);
  }

  Outcome<PersonId> changed(PersonId person, String what) {
    record(person, what);
    listing.refresh(person);
    return Outcome.done(person);
  }

  private void record(PersonId person, String what) {
    audit.record(Deed.of("talent", what).by(person.value()).on("profile", person.value()));
  }
}
