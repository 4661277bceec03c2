package org.diestra.hiring.tryouts;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.diestra.hiring.jobs.Jobs;
import org.diestra.hiring.tryouts.FlagView.Part;
import org.diestra.hiring.tryouts.TaskStore.Flag;
import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What the guard against sliced work has stopped, for an operator. */
@Service
class Flags {
  private static final int SHOWN = 50;
  private final TaskStore tasks;
  private final Jobs jobs;
  private final Organisations organisations;
  private final ObjectProvider<GivenElsewhere> elsewhere; // of modules above
  private final Audit audit;

  Flags(
      TaskStore tasks,
      Jobs jobs,
      Organisations organisations,
      ObjectProvider<GivenElsewhere> elsewhere,
      Audit audit) {
    this.tasks = tasks;
    this.jobs = jobs;
    this.organisations = organisations;
    this.elsewhere = elsewhere;
    this.audit = audit;
  }

  /** Those whose job still waits to be looked at, the newest first. */
  List<FlagView> waiting() {
    return views().stream().filter(FlagView::waits).toList();
  }

  /** The fifty newest; what clients asked is sealed, so the look is recorded. */
  @Transactional
  List<FlagView> read(Viewer operator) {
    var all = views();
    if (!all.isEmpty()) {
      audit.record(Deed.of("tryouts", "operator-read").by(operator.id().value()));
    }
    return all;
  }

  private List<FlagView> views() {
    var flags = tasks.flags(SHOWN);
    if (flags.isEmpty()) {
      return List.of();
    }
    var terms = jobs.terms(flags.stream().map(Flag::job).distinct().toList());
    var clients = organisations.all(flags.stream().map(Flag::organisation).distinct().toList());
    var given = given(flags.stream().flatMap(f -> f.tasks().stream()).distinct().toList());
    return flags.stream()
        .flatMap(flag ->
            Optional.ofNullable(terms.get(flag.job()))
                .map(job ->
                    new FlagView(
                        flag,
                        job,
                        Objects.requireNonNull(clients.get(flag.organisation())).name(),
                        flag.tasks().stream()
                            .flatMap(id -> Optional.ofNullable(given.get(id)).stream())
                            .sorted(Comparator.comparing(Part::at))
                            .toList()))
                .stream())
        .toList();
  }

  /** Samples, and what other modules gave out, by the ids that flags have of both. */
  private Map<TaskId, Part> given(List<TaskId> ids) {
    var all = new HashMap<TaskId, Part>();
    tasks.all(ids).forEach(it -> all.put(it.id(), new Part(it.what(), it.at(), it.head())));
    var others = ids.stream().map(TaskId::value).toList();
    elsewhere.forEach(other ->
        other
            .all(others)
            .forEach(it -> all.put(new TaskId(it.id()), new Part(it.what(), it.at(), null))));
    return all;
  }
}
