package org.diestra.office.booking;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.bool;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.idOrNull;
import static org.diestra.platform.data.Row.ids;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.text;
import static org.diestra.platform.data.Row.textOrNull;
import static org.diestra.platform.data.Row.texts;
import static org.diestra.platform.data.Row.zone;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.diestra.office.booking.Service.Terms;
import org.diestra.office.calendar.CalendarId;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What can be booked, with whom and what is asked. */
@Repository
class ServiceStore {
  private static final String COLUMNS =
      """
      name = :name, about = :about, price = :price, place = :place, link = :link,
      minutes = :minutes, before_minutes = :before, after_minutes = :after, grid = :grid,
      notice_hours = :noticeHours, notice_days = :noticeDays, horizon_days = :horizon,
      per_day = :perDay, per_week = :perWeek, everybody = :everybody, approval = :approval,
      confirm_mail = :confirmMail, waiting = :waiting, free_hours = :freeHours, zone = :zone,
      calendar = :calendar, watched = :watched, open = :open, changed_by = :by, changed_at = :now
      """;
  private final JdbcClient jdbc;

  ServiceStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Page> page(WorkspaceId workspace) {
    return jdbc.sql("select * from booking.page where workspace = :workspace")
        .param("workspace", workspace.value())
        .query((r, n) -> page(r))
        .optional();
  }

  Optional<Page> page(String handle) {
    return jdbc.sql("select * from booking.page where handle = :handle")
        .param("handle", handle)
        .query((r, n) -> page(r))
        .optional();
  }

  private static Page page(ResultSet r) throws SQLException {
    return new Page(
        new WorkspaceId(id(r, "workspace")),
        text(r, "handle"),
        text(r, "name"),
        text(r, "about"),
        text(r, "contact"),
        textOrNull(r, "sender"),
        texts(r, "sites"));
  }

  /**
   * @throws org.springframework.dao.DuplicateKeyException if another client has that handle
   */
  void put(Page page, PersonId by, Instant now) {
    jdbc.sql(
            """
            insert into booking.page (workspace, handle, name, about, contact, sender, sites,
              changed_by, changed_at)
            values (:workspace, :handle, :name, :about, :contact, :sender, :sites, :by, :now)
            on conflict (workspace) do update set handle = excluded.handle, name = excluded.name,
              about = excluded.about, contact = excluded.contact, sender = excluded.sender,
              sites = excluded.sites, changed_by = excluded.changed_by,
              changed_at = excluded.changed_at
            """)
        .param("workspace", page.workspace().value())
        .param("handle", page.handle())
        .param("name", page.name())
        .param("about", page.about())
        .param("contact", page.contact())
        .param("sender", page.sender())
        .param("sites", page.sites().toArray(String[]::new))
        .param("by", by.value())
        .param("now", at(now))
        .update();
  }

  /** Those of a workspace that were not removed, by name. */
  List<Service> of(WorkspaceId workspace) {
    return jdbc.sql(
            """
            select * from booking.service where workspace = :workspace and removed_at is null
            order by lower(name), id
            """)
        .param("workspace", workspace.value())
        .query((r, n) -> service(r))
        .list();
  }

  Optional<Service> find(ServiceId id) {
    return jdbc.sql("select * from booking.service where id = :id and removed_at is null")
        .param("id", id.value())
        .query((r, n) -> service(r))
        .optional();
  }

  /** Also one that was removed, for what was booked of it before. */
  Optional<Service> ever(ServiceId id) {
    return jdbc.sql("select * from booking.service where id = :id")
        .param("id", id.value())
        .query((r, n) -> service(r))
        .optional();
  }

  Optional<Service> find(WorkspaceId workspace, String slug) {
    return jdbc.sql(
            """
            select * from booking.service
            where workspace = :workspace and slug = :slug and removed_at is null
            """)
        .param("workspace", workspace.value())
        .param("slug", slug)
        .query((r, n) -> service(r))
        .optional();
  }

  private static Service service(ResultSet r) throws SQLException {
    var calendar = idOrNull(r, "calendar");
    return new Service(
        new ServiceId(id(r, "id")),
        new WorkspaceId(id(r, "workspace")),
        text(r, "slug"),
        new Terms(
            text(r, "name"),
            text(r, "about"),
            text(r, "price"),
            text(r, "place"),
            text(r, "link"),
            integer(r, "minutes"),
            integer(r, "before_minutes"),
            integer(r, "after_minutes"),
            integer(r, "grid"),
            integer(r, "notice_hours"),
            integer(r, "notice_days"),
            integer(r, "horizon_days"),
            integer(r, "per_day"),
            integer(r, "per_week"),
            bool(r, "everybody"),
            bool(r, "approval"),
            bool(r, "confirm_mail"),
            bool(r, "waiting"),
            integer(r, "free_hours"),
            zone(r, "zone"),
            calendar == null ? null : new CalendarId(calendar),
            ids(r, "watched").stream().map(CalendarId::new).toList()),
        bool(r, "open"),
        integer(r, "version"));
  }

  void add(Service service, PersonId by, Instant now) {
    jdbc.sql(
            """
            insert into booking.service (id, workspace, slug, name, about, price, place, link,
              minutes, before_minutes, after_minutes, grid, notice_hours, notice_days,
              horizon_days, per_day, per_week, everybody, approval, confirm_mail, waiting,
              free_hours, zone, calendar, watched, open, version, made_by, made_at, changed_by,
              changed_at)
            values (:id, :workspace, :slug, :name, :about, :price, :place, :link, :minutes,
              :before, :after, :grid, :noticeHours, :noticeDays, :horizon, :perDay, :perWeek,
              :everybody, :approval, :confirmMail, :waiting, :freeHours, :zone, :calendar,
              :watched, :open, 1, :by, :now, :by, :now)
            """)
        .param("id", service.id().value())
        .param("workspace", service.workspace().value())
        .param("slug", service.slug())
        .params(params(service, by, now))
        .param("calendar", calendar(service), Types.OTHER)
        .update();
  }

  /** False where it was changed since that version. */
  boolean change(Service service, PersonId by, Instant now) {
    return jdbc.sql(
                "update booking.service set version = version + 1, "
                    + COLUMNS
                    + " where id = :id and version = :version and removed_at is null")
            .param("id", service.id().value())
            .param("version", service.version())
            .params(params(service, by, now))
            .param("calendar", calendar(service), Types.OTHER)
            .update()
        == 1;
  }

  private static @Nullable UUID calendar(Service service) {
    var calendar = service.terms().calendar();
    return calendar == null ? null : calendar.value();
  }

  private static Map<String, Object> params(Service service, PersonId by, Instant now) {
    var terms = service.terms();
    var all = new HashMap<String, Object>();
    all.put("name", terms.name());
    all.put("about", terms.about());
    all.put("price", terms.price());
    all.put("place", terms.place());
    all.put("link", terms.link());
    all.put("minutes", terms.minutes());
    all.put("before", terms.before());
    all.put("after", terms.after());
    all.put("grid", terms.grid());
    all.put("noticeHours", terms.noticeHours());
    all.put("noticeDays", terms.noticeDays());
    all.put("horizon", terms.horizonDays());
    all.put("perDay", terms.perDay());
    all.put("perWeek", terms.perWeek());
    all.put("everybody", terms.everybody());
    all.put("approval", terms.approval());
    all.put("confirmMail", terms.confirmMail());
    all.put("waiting", terms.waiting());
    all.put("freeHours", terms.freeHours());
    all.put("zone", terms.zone().getId());
    all.put("watched", terms.watched().stream().map(CalendarId::value).toArray(UUID[]::new));
    all.put("open", service.open());
    all.put("by", by.value());
    all.put("now", at(now));
    return all;
  }

  boolean remove(ServiceId id, PersonId by, Instant now) {
    return jdbc.sql(
                """
                update booking.service set removed_at = :now, removed_by = :by, open = false
                where id = :id and removed_at is null
                """)
            .param("id", id.value())
            .param("by", by.value())
            .param("now", at(now))
            .update()
        == 1;
  }
}
