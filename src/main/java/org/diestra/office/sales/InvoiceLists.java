package org.diestra.office.sales;

import static org.diestra.platform.data.Row.dateOrNull;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.diestra.office.dues.DueId;
import org.diestra.office.sales.Invoice.State;
import org.diestra.office.sales.SeriesStore.Taken;
import org.diestra.office.workspaces.WorkspaceId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Invoices in lists: what is not issued yet, and what corrects another. */
@Repository
class InvoiceLists {
  private final JdbcClient jdbc;

  InvoiceLists(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One in a list. */
  record Listed(
      DueId id, String party, State state, Instant since, @Nullable String number, String text) {}

  /** What is not issued yet, the latest first. */
  List<Listed> unissued(WorkspaceId workspace, int most) {
    return listed("i.workspace = :which and i.state <> 'ISSUED'", workspace.value(), most);
  }

  /** What corrects that one. */
  List<Listed> correcting(DueId id) {
    return listed("i.corrects = :which", id.value(), 20);
  }

  private List<Listed> listed(String which, UUID id, int most) {
    return jdbc.sql(
            """
            select i.id, p.name, i.state, i.since, i.code, i.number, i.day,
              coalesce((select t.text from sales.item t where t.invoice = i.id order by t.place limit 1),
                '') as text
            from sales.invoice i join dues.party p on p.id = i.party
            """
                + "where "
                + which
                + " order by i.since desc, i.id limit :most")
        .param("which", id)
        .param("most", most)
        .query((r, n) ->
            new Listed(
                new DueId(id(r, "id")),
                text(r, "name"),
                label(r, "state", State.class),
                instant(r, "since"),
                number(r),
                text(r, "text")))
        .list();
  }

  private static @Nullable String number(ResultSet r) throws SQLException {
    var day = dateOrNull(r, "day");
    return day == null ? null : new Taken(text(r, "code"), integer(r, "number"), day).text();
  }
}
