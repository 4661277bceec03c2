package org.diestra.operator.disputes;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.bigint;
import static org.diestra.platform.data.Row.instantOrNull;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diestra.operator.disputes.Dispute.Closed;
import org.diestra.operator.disputes.Dispute.Opened;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Money;
import org.diestra.platform.page.OperatorEntry.Waiting;
import org.diestra.work.contracts.Side;
import org.diestra.work.tasks.TaskId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Row security shows each person the disputes about tasks of its own side. */
@Repository
class DisputeStore {
  private static final String OF_THE_HOUSE = "stage in ('MEDIATION', 'DECIDING', 'APPEALED')";
  private final JdbcClient jdbc;

  DisputeStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Opened it) {
    var facts = it.facts();
    jdbc.sql(
            """
            insert into disputes.dispute (id, task, title, contract, organisation, assistant, side, person,
              reason, cited, promised, currency, stake, client_figure, assistant_figure, stage,
              due_at, opened_at, since, version)
            values (:id, :task, :title, :contract, :client, :assistant, :side, :person, :reason, :cited,
              :promised, :currency, :stake, :clientFigure, :assistantFigure, 'OPENED', :due,
              :opened, :since, :version)
            """)
        .param("id", facts.id().value())
        .param("task", facts.place().task().value())
        .param("title", facts.place().title())
        .param("contract", facts.place().contract().value())
        .param("client", facts.place().client().value())
        .param("assistant", facts.place().assistant().value())
        .param("side", facts.claim().side().name())
        .param("person", facts.claim().person().value())
        .param("reason", facts.claim().reason().name())
        .param("cited", facts.claim().cited().toArray(String[]::new))
        .param("promised", facts.place().promised())
        .param("currency", facts.figures().stake().currency().getCurrencyCode())
        .param("stake", facts.figures().stake().minor())
        .param("clientFigure", minor(facts.figures().client()))
        .param("assistantFigure", minor(facts.figures().assistant()))
        .param("due", at(it.dueAt()))
        .param("opened", at(facts.openedAt()))
        .param("since", at(facts.since()))
        .param("version", facts.version())
        .update();
  }

  /**
   * @throws IllegalStateException if it is not at the version that came before
   */
  void move(Dispute to) {
    var facts = to.facts();
    var mediator = facts.mediator();
    var accepted = to instanceof Dispute.Proposed it ? it.accepted() : null;
    int rows =
        jdbc.sql(
                """
                update disputes.dispute set stage = :stage, client_figure = :client,
                  assistant_figure = :assistant, mediator = :mediator,
                  house_figure = coalesce(:house, house_figure), accepted = :accepted,
                  ending = :ending, awarded = :awarded, due_at = :due, since = :since,
                  version = :version
                where id = :id and version = :version - 1
                """)
            .param("id", facts.id().value())
            .param("stage", to.stage().name())
            .param("client", minor(facts.figures().client()))
            .param("assistant", minor(facts.figures().assistant()))
            .param("mediator", mediator == null ? null : mediator.value())
            .param("house", minor(house(to)))
            .param("accepted", accepted == null ? null : accepted.name())
            .param("ending", to instanceof Closed closed ? closed.ending().name() : null)
            .param("awarded", to instanceof Closed closed ? minor(closed.awarded()) : null)
            .param("due", to instanceof Dispute.Open open ? at(open.dueAt()) : null)
            .param("since", at(facts.since()))
            .param("version", facts.version())
            .update();
    if (rows != 1) {
      throw new IllegalStateException("not at version " + (facts.version() - 1) + ": " + facts);
    }
  }

  private static @Nullable Money house(Dispute to) {
    return switch (to) {
      case Dispute.Proposed it -> it.figure();
      case Dispute.Deciding it -> it.proposed();
      case Dispute.Decided it -> it.figure();
      case Dispute.Appealed it -> it.figure();
      default -> null;
    };
  }

  private static @Nullable Long minor(@Nullable Money money) {
    return money == null ? null : money.minor();
  }

  Optional<Dispute> find(DisputeId id) {
    return jdbc.sql("select * from disputes.dispute where id = :id")
        .param("id", id.value())
        .query(DisputeRows::dispute)
        .optional();
  }

  /** Those about a task, the latest first. */
  List<Dispute> of(TaskId task) {
    return jdbc.sql("select * from disputes.dispute where task = :task order by opened_at desc")
        .param("task", task.value())
        .query(DisputeRows::dispute)
        .list();
  }

  /** How often that side has opened one about a task. */
  int opened(TaskId task, Side side) {
    return jdbc.sql("select count(*) from disputes.dispute where task = :task and side = :side")
        .param("task", task.value())
        .param("side", side.name())
        .query(Integer.class)
        .single();
  }

  /** Open ones of these clients, or of this assistant; what falls due first first. */
  List<Dispute> open(Collection<OrganisationId> clients, @Nullable PersonId assistant, int most) {
    return jdbc.sql(
            """
            select * from disputes.dispute
            where stage <> 'CLOSED'
              and (organisation = any (:clients) or assistant = cast(:assistant as uuid))
            order by due_at, id limit :most
            """)
        .param("clients", clients.stream().map(OrganisationId::value).toArray(UUID[]::new))
        .param("assistant", assistant == null ? null : assistant.value())
        .param("most", most)
        .query(DisputeRows::dispute)
        .list();
  }

  /** All that are open, those that wait for an operator first, what falls due first first. */
  List<Dispute> queue(int most) {
    return jdbc.sql(
            "select * from disputes.dispute where stage <> 'CLOSED' order by "
                + OF_THE_HOUSE
                + " desc, due_at, id limit :most")
        .param("most", most)
        .query(DisputeRows::dispute)
        .list();
  }

  /** The latest that are over. */
  List<Dispute> over(int most) {
    return jdbc.sql(
            """
            select * from disputes.dispute where stage = 'CLOSED' order by since desc, id limit :most
            """)
        .param("most", most)
        .query(DisputeRows::dispute)
        .list();
  }

  Waiting waiting() {
    return jdbc.sql(
            "select count(*) as count, min(since) as since from disputes.dispute where "
                + OF_THE_HOUSE)
        .query((r, n) -> new Waiting(bigint(r, "count"), instantOrNull(r, "since")))
        .single();
  }
}
