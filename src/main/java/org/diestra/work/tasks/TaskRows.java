package org.diestra.work.tasks;

import static org.diestra.platform.data.Row.bigintOrNull;
import static org.diestra.platform.data.Row.bool;
import static org.diestra.platform.data.Row.dateOrNull;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.idOrNull;
import static org.diestra.platform.data.Row.ids;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.instantOrNull;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.integerOrNull;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.labelOrNull;
import static org.diestra.platform.data.Row.moneyOrNull;
import static org.diestra.platform.data.Row.text;
import static org.diestra.platform.data.Row.texts;
import static org.diestra.platform.data.Row.zone;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.diestra.office.manuals.ProcedureId;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.icalendar.Repeats;
import org.diestra.work.contracts.ContractId;
import org.diestra.work.contracts.Side;
import org.diestra.work.tasks.Facts.Count;
import org.diestra.work.tasks.Facts.Place;
import org.diestra.work.tasks.Task.Stage;
import org.diestra.work.tasks.Work.Criterion;
import org.diestra.work.tasks.Work.Due;
import org.jspecify.annotations.Nullable;

/** Reads a row of tasks with its criteria. */
final class TaskRows {
  /** To be followed by a condition on {@code t}. */
  static final String ALL =
      """
      select t.*, c.ids, c.texts from tasks.task t
      cross join lateral (select array_agg(id order by place) ids,
        array_agg(text order by place) texts from tasks.criterion where task = t.id) c
      """;

  private TaskRows() {}

  static Task task(ResultSet r, int row) throws SQLException {
    var facts = facts(r);
    return switch (label(r, "stage", Stage.class)) {
      case PROPOSED -> new Task.Proposed(facts, label(r, "by_side", Side.class));
      case AGREED -> new Task.Agreed(facts);
      case FUNDED -> new Task.Funded(facts);
      case IN_PROGRESS -> new Task.InProgress(facts);
      case DELIVERED -> new Task.Delivered(facts, instant(r, "closes_at"));
      case CHANGES_REQUESTED -> new Task.ChangesRequested(facts);
      case APPROVED -> new Task.Approved(facts, false);
      case AUTO_APPROVED -> new Task.Approved(facts, true);
      case PAID -> new Task.Paid(facts);
      case DISPUTED -> new Task.Disputed(facts, label(r, "disputed_from", Stage.class), left(r));
      case CANCELLED -> new Task.Cancelled(facts, labelOrNull(r, "by_side", Side.class));
    };
  }

  private static @Nullable Duration left(ResultSet r) throws SQLException {
    var seconds = bigintOrNull(r, "seconds_left");
    return seconds == null ? null : Duration.ofSeconds(seconds);
  }

  private static Facts facts(ResultSet r) throws SQLException {
    return new Facts(place(r), work(r), count(r), integer(r, "version"), instant(r, "since"));
  }

  private static Place place(ResultSet r) throws SQLException {
    return new Place(
        new TaskId(id(r, "id")),
        integer(r, "number"),
        new ContractId(id(r, "contract")),
        new WorkspaceId(id(r, "workspace")),
        new OrganisationId(id(r, "organisation")),
        new PersonId(id(r, "assistant")),
        bool(r, "hand_over"),
        series(r));
  }

  private static Work work(ResultSet r) throws SQLException {
    var procedure = idOrNull(r, "procedure");
    return new Work(
        text(r, "title"),
        text(r, "brief"),
        procedure == null ? null : new ProcedureId(procedure),
        criteria(r),
        moneyOrNull(r, "price", "currency"),
        integerOrNull(r, "hours"),
        due(r),
        repeats(r),
        begins(r));
  }

  private static @Nullable TaskId series(ResultSet r) throws SQLException {
    var first = idOrNull(r, "series");
    return first == null ? null : new TaskId(first);
  }

  private static @Nullable Repeat repeats(ResultSet r) throws SQLException {
    var kind = labelOrNull(r, "repeat_kind", Repeats.class);
    return kind == null
        ? null
        : new Repeat(kind, integer(r, "repeat_every"), dateOrNull(r, "repeat_until"));
  }

  private static @Nullable Due begins(ResultSet r) throws SQLException {
    var at = instantOrNull(r, "begins_at");
    return at == null ? null : new Due(at, zone(r, "begins_zone"));
  }

  private static List<Criterion> criteria(ResultSet r) throws SQLException {
    var ids = ids(r, "ids");
    var texts = texts(r, "texts");
    return IntStream.range(0, ids.size())
        .mapToObj(i -> new Criterion(ids.get(i), texts.get(i)))
        .toList();
  }

  static @Nullable Due due(ResultSet r) throws SQLException {
    var at = instantOrNull(r, "due_at");
    return at == null ? null : new Due(at, zone(r, "due_zone"));
  }

  private static Count count(ResultSet r) throws SQLException {
    return new Count(
        integerOrNull(r, "pinned"),
        instantOrNull(r, "agreed_at"),
        integer(r, "deliveries"),
        integer(r, "rounds"),
        integer(r, "rounds_used"),
        moneyOrNull(r, "released", "currency"));
  }
}
