package org.diestra.operator.disputes;

import static org.diestra.platform.data.Row.bool;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.idOrNull;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.labelOrNull;
import static org.diestra.platform.data.Row.money;
import static org.diestra.platform.data.Row.moneyOrNull;
import static org.diestra.platform.data.Row.text;
import static org.diestra.platform.data.Row.texts;

import java.sql.ResultSet;
import java.sql.SQLException;
import org.diestra.operator.disputes.Dispute.Claim;
import org.diestra.operator.disputes.Dispute.Facts;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.contracts.Side;
import org.diestra.work.tasks.TaskId;
import org.jspecify.annotations.Nullable;

/** Reads a row of disputes. */
final class DisputeRows {
  private DisputeRows() {}

  static Dispute dispute(ResultSet r, int row) throws SQLException {
    var facts = facts(r);
    return switch (label(r, "stage", Stage.class)) {
      case OPENED -> new Dispute.Opened(facts, instant(r, "due_at"));
      case NEGOTIATING -> new Dispute.Negotiating(facts, instant(r, "due_at"));
      case MEDIATION -> new Dispute.Mediation(facts, instant(r, "due_at"));
      case PROPOSED ->
          new Dispute.Proposed(
              facts,
              money(r, "house_figure", "currency"),
              labelOrNull(r, "accepted", Side.class),
              instant(r, "due_at"));
      case DECIDING ->
          new Dispute.Deciding(facts, money(r, "house_figure", "currency"), instant(r, "due_at"));
      case DECIDED ->
          new Dispute.Decided(facts, money(r, "house_figure", "currency"), instant(r, "due_at"));
      case APPEALED ->
          new Dispute.Appealed(facts, money(r, "house_figure", "currency"), instant(r, "due_at"));
      case CLOSED ->
          new Dispute.Closed(
              facts, label(r, "ending", Ending.class), moneyOrNull(r, "awarded", "currency"));
    };
  }

  private static Facts facts(ResultSet r) throws SQLException {
    return new Facts(
        new DisputeId(id(r, "id")),
        new Place(
            new TaskId(id(r, "task")),
            text(r, "title"),
            new ContractId(id(r, "contract")),
            new OrganisationId(id(r, "organisation")),
            new PersonId(id(r, "assistant")),
            bool(r, "promised")),
        new Claim(
            label(r, "side", Side.class),
            new PersonId(id(r, "person")),
            label(r, "reason", Reason.class),
            texts(r, "cited")),
        new Figures(
            money(r, "stake", "currency"),
            moneyOrNull(r, "client_figure", "currency"),
            moneyOrNull(r, "assistant_figure", "currency")),
        mediator(r),
        instant(r, "opened_at"),
        instant(r, "since"),
        integer(r, "version"));
  }

  private static @Nullable PersonId mediator(ResultSet r) throws SQLException {
    var operator = idOrNull(r, "mediator");
    return operator == null ? null : new PersonId(operator);
  }
}
