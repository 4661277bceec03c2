package org.diestra.office.sales;

import static org.diestra.platform.data.Row.bool;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.text;

import java.util.List;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.home.Wait;
import org.diestra.platform.home.Waits;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What is to be issued, before those who may; what came back, before who drafted it. */
@Component
class SalesWaits implements Waits {
  private static final int MOST = 20;
  private final JdbcClient jdbc;

  SalesWaits(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One for each workspace and sort, with how many there are and since when the first waits. */
  @Transactional(readOnly = true)
  @Override
  public List<Wait> of(Viewer viewer) {
    return jdbc.sql(
            """
            select i.workspace, o.name, i.state = 'RETURNED' as returned, count(*) as invoices,
              min(i.since) as since
            from sales.invoice i
            join workspaces.workspace w on w.id = i.workspace
            join accounts.organisation o on o.id = w.organisation
            where i.state = 'PROPOSED' and i.workspace in (select books.checked())
                and (i.proposed_by <> :me and i.written_by <> :me
                  or books.checkers(i.workspace) = 1 and exists (
                    select from books.book b where b.workspace = i.workspace and b.alone))
              or i.state = 'RETURNED' and i.written_by = :me
            group by i.workspace, o.name, i.state = 'RETURNED'
            order by since limit :most
            """)
        .param("me", viewer.id().value())
        .param("most", MOST)
        .query((r, n) ->
            new Wait(
                instant(r, "since"),
                null,
                "file-text",
                bool(r, "returned") ? "sales.wait.returned" : "sales.wait.proposed",
                null,
                List.of(integer(r, "invoices"), text(r, "name")),
                "/w/" + new WorkspaceId(id(r, "workspace")) + "/books/sales",
                "sales.wait.look"))
        .list();
  }
}
