package org.diestra.office.learning;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.diestra.office.manuals.Manuals;
import org.diestra.office.manuals.Procedure;
import org.diestra.office.manuals.ProcedureId;
import org.diestra.office.manuals.Version;
import org.diestra.office.procedures.Quiz;
import org.diestra.office.workspaces.Pass;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.data.HouseRights;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door to who has read what. */
@Service
public class Readings {
  private final ReadingStore store;
  private final Manuals manuals;
  private final LearningNotices notices;
  private final ApplicationEventPublisher events;
  private final HouseRights house;
  private final Audit audit;
  private final Clock clock;

  Readings(
      ReadingStore store,
      Manuals manuals,
      LearningNotices notices,
      ApplicationEventPublisher events,
      HouseRights house,
      Audit audit,
      Clock clock) {
    this.store = store;
    this.manuals = manuals;
    this.notices = notices;
    this.events = events;
    this.house = house;
    this.audit = audit;
    this.clock = clock;
  }

  /** Whether this person has confirmed at least one of them as it holds now. */
  @Transactional(readOnly = true)
  public boolean confirmedAny(PersonId person, Collection<Procedure> procedures) {
    var ids = procedures.stream().map(Procedure::id).toList();
    var read = house.call(() -> store.of(person, ids));
    return !Standing.confirmed(manuals.lastMajor(procedures), read).isEmpty();
  }

  /**
   * Whether new work of this person may begin by that procedure: it was read, and its last change
   * of meaning was confirmed or is not older than 72 hours.
   */
  @Transactional(readOnly = true)
  public boolean mayBegin(PersonId person, Procedure procedure) {
    return standing(person, procedure).mayBegin(clock.instant());
  }

  @Transactional(readOnly = true)
  public Standing standing(PersonId person, Procedure procedure) {
    var read =
        house.call(() ->
            store.of(person, List.of(procedure.id())).stream().findFirst().map(Reading::number));
    return standing(procedure, read.orElse(null));
  }

  /**
   * The same for somebody of whom that is known.
   *
   * @param read the newest version that the person confirmed, or null
   */
  @Transactional(readOnly = true)
  public Standing standing(Procedure procedure, @Nullable Integer read) {
    var current = manuals.version(procedure.id(), Objects.requireNonNull(procedure.published()));
    var asked = manuals.lastMajor(List.of(procedure)).get(procedure.id());
    return new Standing(current, Objects.requireNonNull(asked), read);
  }

  /**
   * Confirms the version that the person has before them.
   *
   * @param number of that version; an older one is a conflict
   * @param chosen the answers to its quiz, in order, each counted from 0; −1 for none
   */
  @Transactional
  public Outcome<Version> confirm(Pass pass, ProcedureId id, int number, List<Integer> chosen) {
    var procedure = manuals.get(pass, id);
    var version = manuals.current(procedure).orElseThrow(NotFound::new);
    if (version.number() != number) {
      return Outcome.refused(Refusal.conflict("learning.conflict.newer"));
    }
    var person = pass.viewer().id();
    var quiz = version.written().instructions().quiz();
    boolean asked = !quiz.none() && !standing(person, procedure).confirmed();
    int score = quiz.score(chosen);
    if (asked) {
      var refusal = tried(pass, procedure, version, score);
      if (refusal.isPresent()) {
        return Outcome.refused(refusal.get());
      }
    }
    var reading = new Reading(id, number, person, asked ? score : null, clock.instant());
    var from = store.of(person, List.of(id)).stream().findFirst().map(Reading::number);
    var locale = pass.viewer().locale().getLanguage().equals("es") ? "es" : "en";
    if (store.add(version, reading, locale, from.orElse(null))) {
      audit.record(
          Deed.of("learning", "confirm")
              .on("procedure", id.value())
              .moved(from.map(String::valueOf).orElse(null), String.valueOf(number))
              .with("hash", version.hash()));
      events.publishEvent(new ManualConfirmed(id, number, person));
    }
    return Outcome.done(version);
  }

  private Optional<Refusal> tried(Pass pass, Procedure procedure, Version version, int score) {
    var person = pass.viewer().id();
    store.lock(procedure.id(), person);
    int tries = store.tries(procedure.id(), version.number(), person);
    if (tries >= Quiz.TRIES) {
      return Optional.of(Refusal.conflict("learning.quiz.used-up"));
    }
    store.tried(version, person, score, clock.instant());
    if (score >= Quiz.PASS) {
      return Optional.empty();
    }
    int left = Quiz.TRIES - tries - 1;
    if (left == 0) {
      notices.stuck(pass, procedure, version);
    }
    return Optional.of(Refusal.invalid("learning.quiz.failed", List.of(score, left)));
  }

  /** They talked about it: whoever was stuck may try again. */
  @Transactional
  public Outcome<Procedure> release(Pass pass, ProcedureId id, PersonId person) {
    pass.requireKeeps();
    var procedure = manuals.get(pass, id);
    var version = manuals.current(procedure).orElseThrow(NotFound::new);
    if (!store.settle(id, version.number(), person)) {
      return Outcome.refused(Refusal.conflict("learning.conflict.not-stuck"));
    }
    audit.record(
        Deed.of("learning", "release")
            .on("procedure", id.value())
            .with("person", person.toString()));
    notices.released(pass, procedure, version, person);
    return Outcome.done(procedure);
  }

  @Transactional(readOnly = true)
  public int triesLeft(PersonId person, Version version) {
    return Math.max(0, Quiz.TRIES - store.tries(version.procedure(), version.number(), person));
  }

  /** How far everybody has read it; for those who keep the workspace, and for the house. */
  @Transactional(readOnly = true)
  public Map<PersonId, Integer> read(ProcedureId id) {
    return store.last(id).stream().collect(Collectors.toMap(Reading::person, Reading::number));
  }

  @Transactional(readOnly = true)
  public List<PersonId> stuck(Version version) {
    return store.stuck(version.procedure(), version.number(), Quiz.TRIES);
  }

  /**
   * A version that somebody confirmed.
   *
   * @param number of it, counted from 1
   */
  public record Confirmed(int number, Instant at) {}

  /** Which versions this person confirmed and when, the first first; for the house. */
  @Transactional(readOnly = true)
  public List<Confirmed> confirmed(PersonId person, ProcedureId procedure) {
    return store.all(person, procedure).stream()
        .map(reading -> new Confirmed(reading.number(), reading.at()))
        .toList();
  }
}
