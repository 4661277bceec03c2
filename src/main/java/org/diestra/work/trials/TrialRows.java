package org.diestra.work.trials;

import static java.util.Objects.requireNonNull;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.idOrNull;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.money;
import static org.diestra.platform.data.Row.text;
import static org.diestra.platform.data.Row.texts;
import static org.diestra.platform.data.Row.zone;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.diestra.hiring.jobs.JobId;
import org.diestra.hiring.proposals.BidId;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.contracts.OfferId;
import org.diestra.work.tasks.TaskId;
import org.diestra.work.trials.Trial.Facts;
import org.diestra.work.trials.Trial.Signed;
import org.diestra.work.trials.Trial.State;
import org.jspecify.annotations.Nullable;

/** Reads a row of trials. */
final class TrialRows {
  private TrialRows() {}

  static Trial trial(ResultSet r) throws SQLException {
    var facts = facts(r);
    var since = instant(r, "since");
    var signed = signed(r);
    return switch (label(r, "state", State.class)) {
      case REQUESTED -> new Trial.Requested(facts, since);
      case ACCEPTED -> new Trial.Accepted(facts, since, requireNonNull(signed));
      case DECLINED -> new Trial.Declined(facts, since, text(r, "reason"));
      case WITHDRAWN -> new Trial.Withdrawn(facts, since);
      case EXPIRED -> new Trial.Expired(facts, since);
      case SUBMITTED -> new Trial.Submitted(facts, since, requireNonNull(signed));
      case PAID -> new Trial.Paid(facts, since, requireNonNull(signed));
      case CANCELLED -> new Trial.Cancelled(facts, since, requireNonNull(signed));
    };
  }

  private static @Nullable Signed signed(ResultSet r) throws SQLException {
    var contract = idOrNull(r, "contract");
    return contract == null
        ? null
        : new Signed(new ContractId(contract), new TaskId(id(r, "task")));
  }

  private static Facts facts(ResultSet r) throws SQLException {
    return new Facts(
        new TrialId(id(r, "id")),
        new JobId(id(r, "job")),
        new BidId(id(r, "bid")),
        new OrganisationId(id(r, "organisation")),
        new PersonId(id(r, "person")),
        new OfferId(id(r, "offer")),
        text(r, "what"),
        texts(r, "criteria"),
        integer(r, "hours"),
        money(r, "price", "currency"),
        instant(r, "due_at"),
        zone(r, "zone"),
        instant(r, "answer_by"),
        integer(r, "version"));
  }
}
