package org.diestra.office.dataentry;

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

/** Records to key in, to settle or to look through, before whose they are; batches to accept. */
@Component
class DataentryWaits implements Waits {
  private static final int MOST = 20;
  private final JdbcClient jdbc;

  DataentryWaits(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Transactional(readOnly = true)
  @Override
  public List<Wait> of(Viewer viewer) {
    return jdbc.sql(
            """
            select w.id, w.workspace, w.name, w.opened_at, w.what, w.records from (
              select b.id, b.workspace, b.name, b.opened_at, case
                  when b.state = 'PASSED' then 'accept'
                  when b.state = 'CHECKING' then 'sample'
                  when b.judge = :me then 'judging' else 'keying' end as what,
                (select count(*) from dataentry.record r where r.batch = b.id and case
                  when b.state = 'PASSED' then true
                  when b.state = 'CHECKING' then r.sampled and r.checked_at is null
                  when b.judge = :me then r.state = 'MISMATCH'
                  when b.first = :me then r.state in ('UNASSIGNED', 'B_DONE')
                  else r.doubled and r.state in ('UNASSIGNED', 'A_DONE') end) as records
              from dataentry.batch b
              where exists (select from tables.sheet s where s.id = b.sheet and s.removed_at is null)
                and (b.state = 'KEYING' and :me in (b.first, b.second, b.judge)
                or b.state = 'CHECKING' and b.judge = :me
                or b.state = 'PASSED' and b.workspace in (select workspaces.kept()))) w
            where w.records > 0 order by w.opened_at limit :most
            """)
        .param("me", viewer.id().value())
        .param("most", MOST)
        .query((r, n) -> {
          var what = text(r, "what");
          var href =
              "/w/"
                  + new WorkspaceId(id(r, "workspace"))
                  + "/data/batches/"
                  + new BatchId(id(r, "id"));
          return new Wait(
              instant(r, "opened_at"),
              null,
              "keyboard",
              "dataentry.wait." + what,
              null,
              List.of(integer(r, "records"), text(r, "name")),
              what.equals("accept") ? href : href + "/" + what,
              "dataentry.wait." + what + ".go");
        })
        .list();
  }
}
