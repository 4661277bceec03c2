package org.diestra.hiring.jobs;

import java.time.DayOfWeek;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.diestra.People;
import org.diestra.hiring.jobs.Volume.Rhythm;
import org.diestra.hiring.jobs.Volume.Span;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Fluency;
import org.diestra.platform.base.Fluency.Level;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.WorkWeek;
import org.springframework.stereotype.Component;

/** Makes jobs for tests, each with words of its own so that none is another's duplicate. */
@Component
class Posts {
  private final Writing writing;
  private final Publishing publishing;
  private final JobQueries queries;

  Posts(Writing writing, Publishing publishing, JobQueries queries) {
    this.writing = writing;
    this.publishing = publishing;
    this.queries = queries;
  }

  /** Whole terms of one area, up to €14 an hour, 8 hours a week, Spanish, 3 hours shared. */
  static Sketch sketch() {
    // Letters alone: a row of digits may look like a telephone number, which is no text for a job.
    var tag = UUID.randomUUID().toString().replace("-", " ");
    for (char digit = '0'; digit <= '9'; digit++) {
      tag = tag.replace(digit, (char) (digit - '0' + 'g'));
    }
    return new Sketch(
        "Weekly bookkeeping " + tag.substring(0, 8),
        "We sell books in Valencia. " + tag,
        Set.of(Area.BOOKKEEPING),
        Map.of("bookkeeping.software", List.of("Holded")),
        new Pay(Money.of(1400, "EUR"), null),
        new Volume(8, 0, Rhythm.ONCE, Span.ONGOING),
        List.of(new Fluency("es", Level.C1)),
        new Overlap(
            WorkWeek.daily(ZoneId.of("Europe/Madrid"), 9, 15, DayOfWeek.MONDAY, DayOfWeek.TUESDAY),
            3),
        null,
        List.of(new Question("Which program did you last keep books with?")),
        "Every Monday enter each receipt. " + tag,
        Manual.IN_PROGRESS);
  }

  JobId draft(Viewer client) {
    return draft(client, sketch());
  }

  JobId draft(Viewer client, Sketch sketch) {
    return writing.begin(client, People.organisation(client), sketch);
  }

  JobId open(Viewer client) {
    return open(client, sketch());
  }

  JobId open(Viewer client, Sketch sketch) {
    var id = draft(client, sketch);
    publishing.publish(client, id, 1).orFail();
    return id;
  }

  /** Saves a change of a job and publishes it. */
  void revise(Viewer client, JobId id, UnaryOperator<Sketch> change) {
    writing.save(client, id, version(id), change).orFail();
    publishing.publish(client, id, version(id)).orFail();
  }

  Job job(JobId id) {
    return queries.find(id).orElseThrow().job();
  }

  Sketch inForce(JobId id) {
    return queries.find(id).orElseThrow().sketch();
  }

  int version(JobId id) {
    return job(id).post().version();
  }
}
