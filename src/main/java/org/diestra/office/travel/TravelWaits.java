package org.diestra.office.travel;

import static org.diestra.platform.data.Row.bool;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.instantOrNull;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.text;

import java.util.List;
import org.diestra.office.travel.Trip.State;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.home.Wait;
import org.diestra.platform.home.Waits;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Sheets and ceilings before those who decide; requests and bookings before those who work, and
 * before all of them once whoever looked for options has left.
 */
@Component
class TravelWaits implements Waits {
  private static final int MOST = 20;
  private final JdbcClient jdbc;

  TravelWaits(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What was sent waits until its first price runs out. */
  @Transactional(readOnly = true)
  @Override
  public List<Wait> of(Viewer viewer) {
    return jdbc.sql(
            """
            select t.id, t.workspace, t.title, o.name, t.state, t.since,
              (select min(p.valid_until) from travel.option p
                where t.state = 'OPTIONS_SENT' and p.trip = t.id) as until, false as change
            from travel.trip t
            join workspaces.workspace w on w.id = t.workspace
            join accounts.organisation o on o.id = w.organisation
            where t.workspace in (select travel.worked())
              and (t.state in ('OPTIONS_SENT', 'CHOSEN') and t.sent_by <> :me
                  and t.workspace in (select travel.decided())
                or t.state = 'REQUESTED' and t.workspace not in (select travel.decided())
                or t.state in ('RESEARCHING', 'AUTHORISED', 'PRICE_CHANGED')
                  and (t.researcher = :me or not workspaces.inside(t.researcher, t.workspace)))
            union all
            select t.id, t.workspace, t.title, o.name, t.state, min(c.asked_at), min(l.from_at), true
            from travel.change c
            join travel.trip t on t.id = c.trip
            join workspaces.workspace w on w.id = t.workspace
            join accounts.organisation o on o.id = w.organisation
            left join travel.leg l on l.id = c.leg
            where c.decided_at is null and c.asked_by <> :me
              and t.state in ('BOOKED', 'TRAVELLING')
              and t.workspace in (select travel.worked())
              and t.workspace in (select travel.decided())
            group by t.id, o.name
            order by since limit :most
            """)
        .param("me", viewer.id().value())
        .param("most", MOST)
        .query((r, n) -> {
          boolean change = bool(r, "change");
          var what = change ? "change" : label(r, "state", State.class).slug();
          return new Wait(
              instant(r, "since"),
              instantOrNull(r, "until"),
              "plane",
              "travel.wait." + what,
              null,
              List.of(text(r, "title"), text(r, "name")),
              "/w/"
                  + new WorkspaceId(id(r, "workspace"))
                  + "/travel/"
                  + new TripId(id(r, "id"))
                  + (change ? "/itinerary" : ""),
              "travel.wait.do." + what);
        })
        .list();
  }
}
