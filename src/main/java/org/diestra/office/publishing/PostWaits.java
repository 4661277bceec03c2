package org.diestra.office.publishing;

import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.instantOrNull;
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

/**
 * What waits for a word, before those who decide; what came back or has to be pressed, before who
 * works.
 */
@Component
class PostWaits implements Waits {
  private static final int MOST = 20;
  private final JdbcClient jdbc;

  PostWaits(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One for each workspace and sort, with how many there are and the nearest of their times. */
  @Transactional(readOnly = true)
  @Override
  public List<Wait> of(Viewer viewer) {
    return jdbc.sql(
            """
            select p.workspace, o.name, p.state, count(*) as posts, min(p.since) as since,
              min(p.due) filter (where p.state = 'SUBMITTED') as until
            from publishing.post p
            join workspaces.workspace w on w.id = p.workspace
            join accounts.organisation o on o.id = w.organisation
            where p.state = 'SUBMITTED' and p.written_by <> :me and p.submitted_by <> :me
                and exists (select from accounts.membership m
                  where m.organisation = w.organisation and m.person = :me
                    and m.role in ('OWNER', 'MANAGER', 'APPROVER'))
              or p.state in ('CHANGES_REQUESTED', 'FAILED', 'UNCLEAR', 'HANDED')
                and (p.written_by = :me or p.submitted_by = :me)
            group by p.workspace, o.name, p.state
            order by coalesce(min(p.due) filter (where p.state = 'SUBMITTED'), min(p.since))
            limit :most
            """)
        .param("me", viewer.id().value())
        .param("most", MOST)
        .query((r, n) -> {
          var state = State.valueOf(text(r, "state"));
          return new Wait(
              instant(r, "since"),
              instantOrNull(r, "until"),
              "megaphone",
              "publishing.wait." + state.slug(),
              null,
              List.of(integer(r, "posts"), text(r, "name")),
              "/w/"
                  + new WorkspaceId(id(r, "workspace"))
                  + "/publishing/queue?state="
                  + state.slug(),
              "publishing.wait.look");
        })
        .list();
  }
}
