package org.diestra.office.dataentry;

import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.idOrNull;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.integers;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diestra.office.dataentry.Batch.State;
import org.diestra.office.tables.TableId;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.data.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Batches and their sources; no value stands here. */
@Repository
class BatchStore {
  private final JdbcClient jdbc;

  BatchStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(Batch b) {
    jdbc.sql(
            """
            insert into dataentry.batch (id, workspace, sheet, name, doubled, tolerance, agreed, first,
              second, judge, state, opened_by, opened_at)
            values (:id, :workspace, :sheet, :name, :doubled, :tolerance, :agreed, :first, :second,
              :judge, 'KEYING', :by, :now)
            """)
        .param("id", b.id().value())
        .param("workspace", b.workspace().value())
        .param("sheet", b.table().value())
        .param("name", b.name())
        .param("doubled", b.doubled())
        .param("tolerance", b.tolerance())
        .param("agreed", b.agreed())
        .param("first", b.first().value())
        .param("second", b.second() == null ? null : b.second().value())
        .param("judge", b.judge().value())
        .param("by", b.openedBy().value())
        .param("now", Row.at(b.openedAt()))
        .update();
  }

  void addSource(Batch batch, UUID source, UUID blob, String name) {
    jdbc.sql(
            """
            insert into dataentry.source (id, batch, workspace, blob, name)
            values (:id, :batch, :workspace, :blob, :name)
            """)
        .param("id", source)
        .param("batch", batch.id().value())
        .param("workspace", batch.workspace().value())
        .param("blob", blob)
        .param("name", name)
        .update();
  }

  Optional<Batch> find(WorkspaceId workspace, BatchId id) {
    return jdbc.sql("select * from dataentry.batch where id = :id and workspace = :workspace")
        .param("id", id.value())
        .param("workspace", workspace.value())
        .query((r, n) -> batch(r))
        .optional();
  }

  /** Keeps others from moving it, or a record of it, until the transaction ends. */
  void hold(BatchId id) {
    jdbc.sql("select true from dataentry.batch where id = :id for update")
        .param("id", id.value())
        .query(Boolean.class)
        .optional();
  }

  List<Batch> of(WorkspaceId workspace, int most) {
    return jdbc.sql(
            """
            select * from dataentry.batch where workspace = :workspace
            order by opened_at desc, id desc limit :most
            """)
        .param("workspace", workspace.value())
        .param("most", most)
        .query((r, n) -> batch(r))
        .list();
  }

  private static Batch batch(ResultSet r) throws SQLException {
    var second = idOrNull(r, "second");
    return new Batch(
        new BatchId(id(r, "id")),
        new WorkspaceId(id(r, "workspace")),
        new TableId(id(r, "sheet")),
        text(r, "name"),
        integer(r, "doubled"),
        integer(r, "tolerance"),
        integer(r, "agreed"),
        new PersonId(id(r, "first")),
        second == null ? null : new PersonId(second),
        new PersonId(id(r, "judge")),
        label(r, "state", State.class),
        integer(r, "round"),
        integers(r, "only_fields"),
        new PersonId(id(r, "opened_by")),
        instant(r, "opened_at"));
  }

  /** The file of a source of that batch. */
  Optional<UUID> blob(BatchId batch, UUID source) {
    return jdbc.sql("select blob from dataentry.source where id = :id and batch = :batch")
        .param("id", source)
        .param("batch", batch.value())
        .query(UUID.class)
        .optional();
  }

  void state(BatchId batch, State state) {
    jdbc.sql("update dataentry.batch set state = :state where id = :id")
        .param("id", batch.value())
        .param("state", state.name())
        .update();
  }

  /** Those fields are keyed in anew, by the same people. */
  void again(BatchId batch, List<Integer> fields) {
    jdbc.sql(
            """
            update dataentry.batch set state = 'KEYING', round = round + 1,
              only_fields = cast(:fields as int[]) where id = :batch
            """)
        .param("batch", batch.value())
        .param("fields", fields.toArray(Integer[]::new))
        .update();
  }

  boolean accept(BatchId batch, PersonId by, Instant now) {
    return jdbc.sql(
                """
                update dataentry.batch set state = 'ACCEPTED', accepted_by = :by, accepted_at = :now
                where id = :id and state = 'PASSED'
                """)
            .param("id", batch.value())
            .param("by", by.value())
            .param("now", Row.at(now))
            .update()
        == 1;
  }
}
