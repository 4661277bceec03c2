package org.diestra.hiring.jobs;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.messaging.Messages;
import org.diestra.platform.messaging.ThreadSubjects;
import org.diestra.platform.page.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** What those who hire for a client say to each other about one job; no bidder reads it. */
@Controller
class JobTalks implements ThreadSubjects {
  static final String NAME = "jobs:job";
  private final JobQueries queries;
  private final Organisations organisations;
  private final Messages messages;
  private final Pages pages;

  JobTalks(JobQueries queries, Organisations organisations, Messages messages, Pages pages) {
    this.queries = queries;
    this.organisations = organisations;
    this.messages = messages;
    this.pages = pages;
  }

  @GetMapping("/jobs/{id}/messages")
  String talk(Viewer viewer, @PathVariable JobId id) {
    viewer.requireHiresFor(job(id).client());
    return "redirect:" + Messages.href(messages.open(NAME, id.value()));
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Map<UUID, Subject> of(Viewer viewer, Collection<UUID> things) {
    var formats = pages.formats(viewer.locale(), viewer.zone());
    var subjects = new HashMap<UUID, Subject>();
    for (var job : queries.all(things.stream().map(JobId::new).toList()).values()) {
      if (viewer.hiresFor(job.client())) {
        var title = formats.words("jobs.talk.title", job.terms().title());
        subjects.put(job.id().value(), Subject.of(title, "/jobs/" + job.id()));
      }
    }
    return subjects;
  }

  @Override
  public Set<PersonId> people(UUID thing) {
    return queries
        .find(new JobId(thing))
        .map(job -> Set.copyOf(organisations.hiring(job.client())))
        .orElse(Set.of()); // a draft that was thrown away
  }

  private Whole job(JobId id) {
    return queries.find(id).orElseThrow(NotFound::new);
  }
}
