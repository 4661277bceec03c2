package org.diestra.work.engagements;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.atOrNull;
import static org.diestra.platform.data.Row.bool;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.idOrNull;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.instantOrNull;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.labelOrNull;
import static org.diestra.platform.data.Row.text;
import static org.diestra.platform.data.Row.textOrNull;
import static org.diestra.platform.data.Row.texts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Area;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.contracts.Side;
import org.diestra.work.engagements.Engagement.Active;
import org.diestra.work.engagements.Engagement.End;
import org.diestra.work.engagements.Engagement.Ended;
import org.diestra.work.engagements.Engagement.Ending;
import org.diestra.work.engagements.Engagement.Facts;
import org.diestra.work.engagements.Engagement.Paused;
import org.diestra.work.engagements.Engagement.Preparing;
import org.diestra.work.engagements.Engagement.Stage;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Row security shows each person the engagements of its own side. */
@Repository
class EngagementStore {
  private final JdbcClient jdbc;

  EngagementStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One step of its life.
   *
   * @param side who did it, null for the house
   * @param words what was said, null for nothing
   */
  record Move(
      int version,
      @Nullable Stage from,
      Stage to,
      @Nullable Side side,
      @Nullable PersonId person,
      @Nullable String words,
      Instant at) {}

  void add(Preparing it) {
    var facts = it.facts();
    jdbc.sql(
            """
            insert into engagements.engagement (contract, workspace, organisation, assistant, title,
              duties, needs_manual, notice_days, stage, version, since)
            values (:contract, :workspace, :organisation, :assistant, :title, :duties, :manual,
              :notice, 'AWAITING_FUNDS', 1, :since)
            """)
        .param("contract", facts.contract().value())
        .param("workspace", facts.workspace().value())
        .param("organisation", facts.organisation().value())
        .param("assistant", facts.assistant().value())
        .param("title", facts.title())
        .param("duties", facts.duties().stream().map(Area::name).sorted().toArray(String[]::new))
        .param("manual", facts.needsManual())
        .param("notice", facts.noticeDays())
        .param("since", at(facts.since()))
        .update();
  }

  Optional<Engagement> find(ContractId contract) {
    return one(contract, "");
  }

  /** Locked until the transaction ends. */
  Optional<Engagement> locked(ContractId contract) {
    return one(contract, " for update");
  }

  private Optional<Engagement> one(ContractId contract, String lock) {
    return jdbc.sql("select * from engagements.engagement where contract = :contract" + lock)
        .param("contract", contract.value())
        .query((r, n) -> engagement(r))
        .optional();
  }

  List<Engagement> all(Collection<ContractId> contracts) {
    return jdbc.sql("select * from engagements.engagement where contract = any (:contracts)")
        .param("contracts", contracts.stream().map(ContractId::value).toArray(UUID[]::new))
        .query((r, n) -> engagement(r))
        .list();
  }

  /** Those of an assistant whose work may be going on. */
  List<Engagement> begun(PersonId assistant) {
    return jdbc.sql(
            """
            select * from engagements.engagement
            where assistant = :assistant and stage in ('ACTIVE', 'PAUSED', 'ENDING')
            """)
        .param("assistant", assistant.value())
        .query((r, n) -> engagement(r))
        .list();
  }

  /** What these clients have signed and not begun, the oldest first. */
  List<Engagement> preparing(List<OrganisationId> clients, int limit) {
    return jdbc.sql(
            """
            select * from engagements.engagement
            where stage = 'AWAITING_FUNDS' and organisation = any (:clients)
            order by since limit :limit
            """)
        .param("clients", clients.stream().map(OrganisationId::value).toArray(UUID[]::new))
        .param("limit", limit)
        .query((r, n) -> engagement(r))
        .list();
  }

  /**
   * @throws IllegalStateException if it is not at the version that came before
   */
  void move(Engagement to) {
    var facts = to.facts();
    int rows =
        jdbc.sql(
                """
                update engagements.engagement set stage = :stage, version = :version,
                  since = :since, started_at = :started, by_side = :side, ends_at = :ends,
                  ended = :ended, paused = :paused
                where contract = :contract and version = :version - 1
                """)
            .param("stage", to.stage().name())
            .param("version", facts.version())
            .param("since", at(facts.since()))
            .param("started", atOrNull(facts.startedAt()))
            .param("side", side(to))
            .param("ends", to instanceof Ending ending ? at(ending.endsAt()) : null)
            .param("ended", to instanceof Ended ended ? ended.end().name() : null)
            .param("paused", to instanceof Paused || to instanceof Ending e && e.paused())
            .param("contract", facts.contract().value())
            .update();
    if (rows != 1) {
      throw new IllegalStateException("not at version " + (facts.version() - 1) + ": " + facts);
    }
  }

  private static @Nullable String side(Engagement it) {
    return switch (it) {
      case Preparing preparing -> null;
      case Active active -> null;
      case Paused paused -> paused.by().name();
      case Ending ending -> ending.by().name();
      case Ended ended -> ended.by().name();
    };
  }

  void note(ContractId contract, Move move) {
    jdbc.sql(
            """
            insert into engagements.move
              (contract, version, from_stage, to_stage, side, person, words, at)
            values (:contract, :version, :from, :to, :side, :person, :words, :at)
            """)
        .param("contract", contract.value())
        .param("version", move.version())
        .param("from", move.from() == null ? null : move.from().name())
        .param("to", move.to().name())
        .param("side", move.side() == null ? null : move.side().name())
        .param("person", move.person() == null ? null : move.person().value())
        .param("words", move.words())
        .param("at", at(move.at()))
        .update();
  }

  /** From the first to the last. */
  List<Move> moves(ContractId contract) {
    return jdbc.sql("select * from engagements.move where contract = :contract order by version")
        .param("contract", contract.value())
        .query((r, n) -> {
          var person = idOrNull(r, "person");
          return new Move(
              integer(r, "version"),
              labelOrNull(r, "from_stage", Stage.class),
              label(r, "to_stage", Stage.class),
              labelOrNull(r, "side", Side.class),
              person == null ? null : new PersonId(person),
              textOrNull(r, "words"),
              instant(r, "at"));
        })
        .list();
  }

  private static Engagement engagement(ResultSet r) throws SQLException {
    var facts = facts(r);
    return switch (label(r, "stage", Stage.class)) {
      case AWAITING_FUNDS -> new Preparing(facts);
      case ACTIVE -> new Active(facts);
      case PAUSED -> new Paused(facts, label(r, "by_side", Side.class));
      case ENDING ->
          new Ending(
              facts, label(r, "by_side", Side.class), instant(r, "ends_at"), bool(r, "paused"));
      case ENDED -> new Ended(facts, label(r, "ended", End.class), label(r, "by_side", Side.class));
    };
  }

  private static Facts facts(ResultSet r) throws SQLException {
    return new Facts(
        new ContractId(id(r, "contract")),
        new WorkspaceId(id(r, "workspace")),
        new OrganisationId(id(r, "organisation")),
        new PersonId(id(r, "assistant")),
        text(r, "title"),
        texts(r, "duties").stream().map(Area::valueOf).collect(Collectors.toSet()),
        bool(r, "needs_manual"),
        integer(r, "notice_days"),
        integer(r, "version"),
        instant(r, "since"),
        instantOrNull(r, "started_at"));
  }
}
