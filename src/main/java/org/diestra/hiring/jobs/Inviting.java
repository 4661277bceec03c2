package org.diestra.hiring.jobs;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.Accounts.Contact;
import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asking assistants to bid for a job. */
@Service
class Inviting {
  private final JobStore store;
  private final JobQueries queries;
  private final InvitationStore invitations;
  private final ObjectProvider<Invitees> invitees; // which needs this module itself
  private final Accounts accounts;
  private final Organisations organisations;
  private final JobNotices notices;
  private final Audit audit;
  private final JobRules rules;
  private final Clock clock;

  Inviting(
      JobStore store,
      JobQueries queries,
      InvitationStore invitations,
      ObjectProvider<Invitees> invitees,
      Accounts accounts,
      Organisations organisations,
      JobNotices notices,
      Audit audit,
      JobRules rules,
      Clock clock) {
    this.store = store;
    this.queries = queries;
    this.invitations = invitations;
    this.invitees = invitees;
    this.accounts = accounts;
    this.organisations = organisations;
    this.notices = notices;
    this.audit = audit;
    this.rules = rules;
    this.clock = clock;
  }

  /** A job to which somebody can be invited, and whether that was done. */
  record Choice(JobId id, String title, boolean invited) {}

  /** Those invited, in that order. */
  List<Contact> invited(JobId job) {
    var people = invitations.invited(job);
    var contacts = accounts.contacts(people);
    return people.stream()
        .flatMap(person -> Optional.ofNullable(contacts.get(person)).stream())
        .toList();
  }

  /** The viewer's open jobs, for whoever looks at that assistant. */
  List<Choice> choices(Viewer viewer, PersonId assistant) {
    var clients = viewer.hiring().stream().map(m -> m.organisation()).toList();
    var open = queries.ofClients(clients, List.of(Stage.OPEN), null, 50);
    var done = invitations.to(assistant);
    return open.stream()
        .map(listed -> listed.job())
        .filter(whole -> whole.job().takesBids())
        .map(w -> new Choice(w.id(), w.sketch().title(), done.contains(w.id())))
        .toList();
  }

  /**
   * @param handle as in the address of a profile; an @ before it is forgiven
   */
  @Transactional
  public Outcome<PersonId> invite(Viewer viewer, JobId id, String handle) {
    var name = handle.strip().replaceFirst("^@", "").toLowerCase(java.util.Locale.ROOT);
    var found = invitees.stream().flatMap(i -> i.find(name).stream()).findFirst();
    if (found.isEmpty()) {
      Writing.own(store.find(id), viewer);
      return Outcome.refused(Refusal.invalid("handle", "jobs.invite.unknown"));
    }
    return invite(viewer, id, found.get());
  }

  /** Inviting somebody twice changes nothing and tells nobody. */
  @Transactional
  public Outcome<PersonId> invite(Viewer viewer, JobId id, PersonId assistant) {
    var job = Writing.own(store.lock(id), viewer);
    if (!job.takesBids()) {
      return Outcome.refused(Life.impossible(job));
    }
    if (invitees.stream().noneMatch(i -> i.ready(assistant))) {
      throw new NotFound();
    }
    var done = invitations.invited(id);
    if (!done.contains(assistant) && done.size() >= rules.invitations()) {
      return Outcome.refused(Refusal.limit("jobs.invite.many", rules.invitations()));
    }
    var now = clock.instant();
    if (invitations.add(id, assistant, viewer.id(), now)) {
      store.acted(id, now);
      audit.record(
          Deed.of("jobs", "invite")
              .on("job", id.value())
              .onBehalfOf(job.post().client().value())
              .by(viewer.id().value())
              .with("person", assistant.toString()));
      notices.invited(job, assistant, organisations.get(job.post().client()).name());
    }
    return Outcome.done(assistant);
  }
}
