package org.diestra.office.travel;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.id;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.diestra.office.travel.Trip.Authorised;
import org.diestra.office.travel.Trip.Booking;
import org.diestra.office.travel.Trip.Ceiling;
import org.diestra.office.travel.Trip.Choice;
import org.diestra.office.travel.Trip.Chosen;
import org.diestra.office.travel.Trip.Facts;
import org.diestra.office.travel.Trip.OptionsSent;
import org.diestra.office.travel.Trip.PriceChanged;
import org.diestra.office.travel.Trip.Researching;
import org.diestra.office.travel.Trip.Underway;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Money;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Trips; the steps that must never be, the database itself refuses. */
@Repository
class TripStore {
  private final JdbcClient jdbc;
  private final MoveStore moves;

  TripStore(JdbcClient jdbc, MoveStore moves) {
    this.jdbc = jdbc;
    this.moves = moves;
  }

  /** False where that form has asked already. */
  boolean add(Trip.Requested trip) {
    var facts = trip.facts();
    var values = wish(facts.wish());
    values.put("id", facts.id().value());
    values.put("workspace", facts.workspace().value());
    values.put("key", facts.key());
    values.put("now", at(facts.since()));
    values.put("by", facts.madeBy().value());
    int added =
        jdbc.sql(
                """
                insert into travel.trip (id, workspace, key, title, travellers, heads, origin,
                  destination, leaves, returns, flexible, budget, currency, cabin, notes, state,
                  version, since, round, made_by, made_at)
                values (:id, :workspace, :key, :title, :travellers, :heads, :origin, :destination,
                  :leaves, cast(:returns as date), :flexible, cast(:budget as bigint), :currency,
                  cast(:cabin as text), :notes, 'REQUESTED', 1, :now, 0, :by, :now)
                on conflict (workspace, key) do nothing
                """)
            .params(values)
            .update();
    if (added == 1) {
      moves.remember(null, trip, facts.madeBy(), null);
    }
    return added == 1;
  }

  private static Map<String, @Nullable Object> wish(Wish wish) {
    var values = new HashMap<String, @Nullable Object>();
    values.put("title", wish.title());
    values.put("travellers", wish.travellers());
    values.put("heads", wish.heads());
    values.put("origin", wish.origin());
    values.put("destination", wish.destination());
    values.put("leaves", wish.leaves());
    values.put("returns", wish.returns());
    values.put("flexible", wish.flexible());
    values.put("budget", wish.budget() == null ? null : wish.budget().minor());
    values.put("currency", wish.currency().getCurrencyCode());
    values.put("cabin", wish.cabin() == null ? null : wish.cabin().name());
    values.put("notes", wish.notes());
    return values;
  }

  Optional<TripId> byKey(WorkspaceId workspace, UUID key) {
    return jdbc.sql("select id from travel.trip where workspace = :workspace and key = :key")
        .param("workspace", workspace.value())
        .param("key", key)
        .query((r, n) -> new TripId(id(r, "id")))
        .optional();
  }

  /**
   * @param hold whether nobody moves it until this transaction ends
   */
  Optional<Trip> find(WorkspaceId workspace, TripId id, boolean hold) {
    return jdbc.sql(
            "select * from travel.trip where workspace = :workspace and id = :id"
                + (hold ? " for update" : ""))
        .param("workspace", workspace.value())
        .param("id", id.value())
        .query((r, n) -> TripRow.read(r))
        .optional();
  }

  /** Wherever it is; for the house’s own round. */
  Optional<Trip> find(TripId id) {
    return jdbc.sql("select * from travel.trip where id = :id for update")
        .param("id", id.value())
        .query((r, n) -> TripRow.read(r))
        .optional();
  }

  /** Where a page of the list ended. */
  record Mark(LocalDate leaves, UUID id) {}

  /**
   * The latest first.
   *
   * @param over those that are closed or called off, rather than the others
   */
  List<Trip> list(WorkspaceId workspace, boolean over, @Nullable Mark after, int limit) {
    return jdbc.sql(
            """
            select * from travel.trip
            where workspace = :workspace and (state in ('CLOSED', 'CANCELLED')) = :over
              and (cast(:after as date) is null or (leaves, id) < (:after, cast(:id as uuid)))
            order by leaves desc, id desc limit :limit
            """)
        .param("workspace", workspace.value())
        .param("over", over)
        .param("after", after == null ? null : after.leaves())
        .param("id", after == null ? null : after.id())
        .param("limit", limit)
        .query((r, n) -> TripRow.read(r))
        .list();
  }

  /** What is asked for is written anew. */
  void rewrite(Trip before, Trip after, PersonId by) {
    var facts = after.facts();
    var values = wish(facts.wish());
    values.put("id", facts.id().value());
    values.put("workspace", facts.workspace().value());
    values.put("version", facts.version());
    values.put("now", at(facts.since()));
    require(
        jdbc.sql(
                """
                update travel.trip set version = :version, since = :now, title = :title,
                  travellers = :travellers, heads = :heads, origin = :origin,
                  destination = :destination, leaves = :leaves, returns = cast(:returns as date),
                  flexible = :flexible, budget = cast(:budget as bigint), currency = :currency,
                  cabin = cast(:cabin as text), notes = :notes
                where id = :id and workspace = :workspace and version = :version - 1
                """)
            .params(values)
            .update(),
        facts);
    moves.remember(before.state(), after, by, null);
  }

  /**
   * A step to another state.
   *
   * @param by who made it, or null for its time
   * @param words said with it, or null
   * @throws IllegalStateException if it has moved since it was read
   */
  void move(Trip before, Trip after, @Nullable PersonId by, @Nullable String words) {
    var facts = after.facts();
    if (after instanceof Trip.Cancelled) {
      cancel(facts);
      moves.remember(before.state(), after, by, words);
      return;
    }
    var values = new HashMap<String, @Nullable Object>();
    values.put("id", facts.id().value());
    values.put("workspace", facts.workspace().value());
    values.put("state", after.state().name());
    values.put("version", facts.version());
    values.put("since", at(facts.since()));
    values.put("round", facts.round());
    values.put("researcher", facts.researcher() == null ? null : facts.researcher().value());
    values.put("reason", after instanceof Researching it ? it.why() : null);
    said(after, values);
    require(
        jdbc.sql(
                """
                update travel.trip set state = :state, version = :version, since = :since,
                  round = :round, researcher = cast(:researcher as uuid), reason = :reason,
                  sent_by = coalesce(cast(:sent as uuid), sent_by),
                  option = cast(:option as uuid), chosen_by = cast(:chosen as uuid),
                  total = cast(:total as bigint), paid_in = cast(:currency as text),
                  ceiling = cast(:ceiling as bigint), authorised_by = cast(:authorised as uuid),
                  price = cast(:price as bigint), code = cast(:code as text),
                  booked_by = cast(:booked as uuid)
                where id = :id and workspace = :workspace and version = :version - 1
                """)
            .params(values)
            .update(),
        facts);
    moves.remember(before.state(), after, by, words);
  }

  /** What was chosen, authorised and paid stays: it is needed to have it back. */
  private void cancel(Facts facts) {
    require(
        jdbc.sql(
                """
                update travel.trip set state = 'CANCELLED', version = :version, since = :since
                where id = :id and workspace = :workspace and version = :version - 1
                """)
            .param("version", facts.version())
            .param("since", at(facts.since()))
            .param("id", facts.id().value())
            .param("workspace", facts.workspace().value())
            .update(),
        facts);
  }

  private static void said(Trip trip, Map<String, @Nullable Object> values) {
    values.put("sent", trip instanceof OptionsSent it ? it.sentBy().value() : null);
    var choice =
        switch (trip) {
          case Chosen it -> it.choice();
          case Authorised it -> it.choice();
          case PriceChanged it -> it.choice();
          case Underway it -> it.choice();
          case Trip.Closed it -> it.choice();
          default -> null;
        };
    put(choice, values);
    put(
        switch (trip) {
          case Authorised it -> it.ceiling();
          case PriceChanged it -> it.ceiling();
          case Underway it -> it.ceiling();
          case Trip.Closed it -> it.ceiling();
          default -> null;
        },
        values);
    put(
        switch (trip) {
          case Underway it -> it.booking();
          case Trip.Closed it -> it.booking();
          default -> null;
        },
        trip instanceof PriceChanged it ? it.price() : null,
        values);
  }

  private static void put(@Nullable Choice choice, Map<String, @Nullable Object> values) {
    values.put("option", choice == null ? null : choice.option().value());
    values.put("chosen", choice == null ? null : choice.by().value());
    values.put("total", choice == null ? null : choice.total().minor());
    values.put("currency", choice == null ? null : choice.total().currency().getCurrencyCode());
  }

  private static void put(@Nullable Ceiling ceiling, Map<String, @Nullable Object> values) {
    values.put("ceiling", ceiling == null ? null : ceiling.most().minor());
    values.put("authorised", ceiling == null ? null : ceiling.by().value());
  }

  private static void put(
      @Nullable Booking booking, @Nullable Money asked, Map<String, @Nullable Object> values) {
    var price = booking == null ? asked : booking.paid();
    values.put("price", price == null ? null : price.minor());
    values.put("code", booking == null ? null : booking.code());
    values.put("booked", booking == null ? null : booking.by().value());
  }

  private static void require(int rows, Facts facts) {
    if (rows != 1) {
      throw new IllegalStateException("has moved: " + facts.id());
    }
  }
}
