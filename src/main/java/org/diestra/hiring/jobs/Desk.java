package org.diestra.hiring.jobs;

import org.jspecify.annotations.Nullable;

/**
 * What the pages on which a job is written have in common.
 *
 * @param id null for a job that is not saved yet
 * @param typed what was typed, where it met a newer version; else null
 */
record Desk(
    @Nullable JobId id,
    int version,
    Stage stage,
    Step step,
    Sketch sketch,
    @Nullable Sketch typed) {
  static final Desk NEW = new Desk(null, 0, Stage.DRAFT, Step.WORK, Sketch.EMPTY, null);

  static Desk of(Writing.Copy copy, Step step) {
    return of(copy.job(), copy.sketch(), step);
  }

  static Desk of(Job job, Sketch sketch, Step step) {
    return new Desk(job.id(), job.post().version(), job.stage(), step, sketch, null);
  }

  Desk met(Sketch mine) {
    return new Desk(id, version, stage, step, sketch, mine);
  }

  /** Whether it is out already, so that what is saved here is a change. */
  boolean live() {
    return stage != Stage.DRAFT;
  }

  /** Where a step is written; the first step of a new job has its own address. */
  String href(Step to) {
    return id == null ? "/jobs/new" : "/jobs/" + id + "/edit/" + to.slug();
  }

  /** Whether that step can be opened: all before it must have been saved once. */
  boolean reachable(Step to) {
    return id != null && sketch.missing().map(missing -> to.compareTo(missing) <= 0).orElse(true);
  }

  boolean done(Step which) {
    return switch (which) {
      case WORK -> !sketch.title().isEmpty();
      case QUESTIONS -> !sketch.answers().isEmpty();
      case CONDITIONS -> sketch.pay() != null;
      case INSTRUCTIONS -> sketch.manual() != null;
      case PREVIEW -> false;
    };
  }
}
