package org.diestra.hiring.jobs;

import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.demo.Cast;
import org.diestra.platform.demo.DemoPart;
import org.springframework.stereotype.Component;

/**
 * The bookshop finds that its catalogue is larger than it thought, after people have bid for it.
 */
@Component
class ChangesDemo implements DemoPart {
  private final Jobs jobs;
  private final Writing writing;
  private final Publishing publishing;

  ChangesDemo(Jobs jobs, Writing writing, Publishing publishing) {
    this.jobs = jobs;
    this.writing = writing;
    this.publishing = publishing;
  }

  @Override
  public String name() {
    return "jobs:changes";
  }

  /** After the bids, before what becomes of them. */
  @Override
  public int order() {
    return 32;
  }

  @Override
  public void play(Cast cast) {
    var owner = cast.viewer(Cast.CLIENT);
    jobs.running(cast.business(Cast.CLIENT)).stream()
        .filter(job -> job.volume().tasks() > 1000)
        .forEach(job -> grow(owner, job));
  }

  private void grow(Viewer owner, JobTerms job) {
    var was = job.volume();
    var larger = new Volume(was.hoursWeek(), was.tasks() + 300, was.rhythm(), was.span());
    var terms = job.terms();
    writing
        .save(
            owner,
            job.id(),
            version(owner, job.id()),
            sketch ->
                sketch.withConditions(
                    terms.pay(), larger, terms.languages(), terms.overlap(), terms.start()))
        .orFail();
    publishing.publish(owner, job.id(), version(owner, job.id())).orFail();
  }

  private int version(Viewer owner, JobId job) {
    return writing.open(owner, job).job().post().version();
  }
}
