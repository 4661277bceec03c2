package org.diestra.office.bookkeeping;

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

/** What is proposed, before those who post; what came back, before who wrote it. */
@Component
class EntryWaits implements Waits {
  private static final int MOST = 20;
  private final JdbcClient jdbc;

  EntryWaits(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One for each workspace and sort, with how many there are and since when the first waits. */
  @Transactional(readOnly = true)
  @Override
  public List<Wait> of(Viewer viewer) {
    return jdbc.sql(
            """
            select e.workspace, o.name, e.state = 'RETURNED' as returned, count(*) as entries,
              min(e.since) as since
            from bookkeeping.entry e
            join workspaces.workspace w on w.id = e.workspace
            join accounts.organisation o on o.id = w.organisation
            where e.state = 'PROPOSED' and e.workspace in (select books.checked())
                and (e.proposed_by <> :me and e.written_by <> :me
                  or books.checkers(e.workspace) = 1 and exists (
                    select from books.book b where b.workspace = e.workspace and b.alone))
              or e.state = 'RETURNED' and e.written_by = :me
            group by e.workspace, o.name, e.state = 'RETURNED'
            order by since limit :most
            """)
        .param("me", viewer.id().value())
        .param("most", MOST)
        .query((r, n) -> {
          boolean returned = bool(r, "returned");
          return new Wait(
              instant(r, "since"),
              null,
              "notebook-text",
              returned ? "bookkeeping.wait.returned" : "bookkeeping.wait.proposed",
              null,
              List.of(integer(r, "entries"), text(r, "name")),
              "/w/"
                  + new WorkspaceId(id(r, "workspace"))
                  + "/books?state="
                  + (returned ? "returned" : "proposed"),
              returned ? "bookkeeping.wait.mend" : "bookkeeping.wait.look");
        })
        .list();
  }
}
