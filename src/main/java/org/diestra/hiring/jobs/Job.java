package org.diestra.hiring.jobs;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A job in one of its stages. Each move answers the next stage; what is not here can't happen. */
sealed interface Job {
  Post post();

  /** The same stage with something else changed that stays through all stages. */
  Job with(Post post);

  Stage stage();

  /** What it does next by itself. */
  default Optional<Due> next(JobRules rules) {
    return Optional.empty();
  }

  default JobId id() {
    return post().id();
  }

  /** Whether assistants may bid: open, and not hidden. */
  default boolean takesBids() {
    return this instanceof Open && post().hidden() == null;
  }

  /** Whether anybody may see it: published, and not hidden. */
  default boolean isPublic() {
    return switch (this) {
      case Draft _, InReview _ -> false;
      case Open _, Paused _, Closed _ -> post().hidden() == null;
    };
  }

  /** Being written; only its client sees it. */
  record Draft(Post post) implements Job {
    Open open(Instant now, Instant expires) {
      return new Open(post.withEdition(1), Run.from(now, expires));
    }

    InReview hold(Instant now) {
      return new InReview(post.withEdition(1), now);
    }

    @Override
    public Draft with(Post other) {
      return new Draft(other);
    }

    @Override
    public Stage stage() {
      return Stage.DRAFT;
    }
  }

  /** Handed in; an operator reads it before it goes out. */
  record InReview(Post post, Instant since) implements Job {
    Open admit(Instant now, Instant expires) {
      return new Open(post, Run.from(now, expires));
    }

    Draft takeBack() {
      return new Draft(post.withEdition(0));
    }

    @Override
    public InReview with(Post other) {
      return new InReview(other, since);
    }

    @Override
    public Stage stage() {
      return Stage.IN_REVIEW;
    }
  }

  /** Published and taking bids. */
  record Open(Post post, Run run) implements Job {
    Paused pause(Instant now, Pauser by) {
      return new Paused(post, by == Pauser.CLIENT ? run.acted(now) : run, now, by);
    }

    Closed close(Instant now, Ending ending) {
      return new Closed(post, run, now, ending);
    }

    Open renew(Instant now, Instant expires) {
      return new Open(post, run.renewed(now, expires));
    }

    Open acted(Instant now) {
      return new Open(post, run.acted(now));
    }

    Open warned() {
      return new Open(post, run.warned());
    }

    @Override
    public Open with(Post other) {
      return new Open(other, run);
    }

    @Override
    public Stage stage() {
      return Stage.OPEN;
    }

    @Override
    public Optional<Due> next(JobRules rules) {
      return Optional.of(run.expiry().or(run.silence(rules)));
    }
  }

  /** Published, and for the time being takes no new bids. */
  record Paused(Post post, Run run, Instant since, Pauser by) implements Job {
    Open resume(Instant now) {
      return new Open(post, run.acted(now));
    }

    Closed close(Instant now, Ending ending) {
      return new Closed(post, run, now, ending);
    }

    /** From now on the house's to let go on. */
    Paused stop(Instant now) {
      return new Paused(post, run, now, Pauser.HOUSE);
    }

    Paused renew(Instant now, Instant expires) {
      return new Paused(post, run.renewed(now, expires), since, by);
    }

    @Override
    public Paused with(Post other) {
      return new Paused(other, run, since, by);
    }

    @Override
    public Stage stage() {
      return Stage.PAUSED;
    }

    @Override
    public Optional<Due> next(JobRules rules) {
      var silent = new Due(since.plus(rules.closeAfter()), Due.Kind.EXPIRE);
      return Optional.of(by == Pauser.SILENCE ? run.expiry().or(silent) : run.expiry());
    }
  }

  /** Over, for good; it can be posted again as a new one. */
  record Closed(Post post, Run run, Instant at, Ending ending) implements Job {
    @Override
    public Closed with(Post other) {
      return new Closed(other, run, at, ending);
    }

    @Override
    public Stage stage() {
      return Stage.CLOSED;
    }
  }

  /** The clocks of a published one. */
  default @Nullable Run clocks() {
    return switch (this) {
      case Draft _, InReview _ -> null;
      case Open open -> open.run();
      case Paused paused -> paused.run();
      case Closed closed -> closed.run();
    };
  }
}
