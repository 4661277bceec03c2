package org.diestra.office.dues;

import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.text;

import java.util.Optional;
import org.diestra.office.bookkeeping.EntryId;
import org.diestra.office.bookkeeping.EntryOrigin;
import org.diestra.office.dues.Due.Sort;
import org.diestra.office.workspaces.WorkspaceId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Entries of papers, and of payments by hand, lead to their papers. */
@Component
class PaperOrigin implements EntryOrigin {
  private final JdbcClient jdbc;

  PaperOrigin(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<Origin> of(WorkspaceId workspace, EntryId entry) {
    return jdbc.sql(
            """
            select d.id, d.sort, p.name || ', ' || d.number as what, d.entry <> :entry as pays
            from dues.due d join dues.party p on p.id = d.party
            where d.workspace = :workspace and (d.entry = :entry or d.id in (
              select s.due from dues.settlement s where s.entry = :entry))
            order by d.id limit 1
            """)
        .param("workspace", workspace.value())
        .param("entry", entry.value())
        .query((r, n) ->
            new Origin(
                r.getBoolean("pays") ? "dues.origin.payment" : "dues.origin",
                text(r, "what"),
                Due.href(workspace, label(r, "sort", Sort.class), new DueId(id(r, "id")))))
        .optional();
  }
}
