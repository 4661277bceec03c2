package org.diestra.hiring.screening;

import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.text;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Ids;
import org.diestra.platform.data.Row;
import org.diestra.platform.page.OperatorEntry.Waiting;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Texts that wait for an operator's look. */
@Repository
class FlagStore {
  private final JdbcClient jdbc;

  FlagStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Unless the same rule's flag on the same text is still open. */
  void add(Place place, UUID subject, String href, Finding finding, Instant at) {
    jdbc.sql(
            """
            insert into screening.flag (id, place, subject, href, rule, excerpt, raised_at)
            values (:id, :place, :subject, :href, :rule, :excerpt, :at)
            on conflict (subject, rule) where settled_at is null do nothing
            """)
        .param("id", Ids.fresh())
        .param("place", place.name())
        .param("subject", subject)
        .param("href", href)
        .param("rule", finding.rule())
        .param("excerpt", finding.excerpt())
        .param("at", Row.at(at))
        .update();
  }

  /** The longest waiting first, at most 100. */
  List<Flag> open() {
    return jdbc.sql(
            """
            select f.*, coalesce(nullif(r.spanish_name, ''), f.rule) as spanish_rule
            from screening.flag f left join screening.rule r on r.name = f.rule
            where f.settled_at is null order by f.raised_at, f.id limit 100
            """)
        .query((r, n) ->
            new Flag(
                id(r, "id"),
                label(r, "place", Place.class),
                text(r, "href"),
                text(r, "rule"),
                text(r, "spanish_rule"),
                text(r, "excerpt"),
                instant(r, "raised_at")))
        .list();
  }

  Waiting waiting() {
    return jdbc.sql(
            """
            select count(*) as flags, min(raised_at) as oldest from screening.flag
            where settled_at is null
            """)
        .query((r, n) -> new Waiting(Row.bigint(r, "flags"), Row.instantOrNull(r, "oldest")))
        .single();
  }

  boolean exists(UUID flag) {
    return jdbc.sql("select exists (select from screening.flag where id = :id)")
        .param("id", flag)
        .query(Boolean.class)
        .single();
  }

  /** False where it was settled before. */
  boolean settle(UUID flag, PersonId by, Instant at) {
    return jdbc.sql(
                """
                update screening.flag set settled_at = :at, settled_by = :by
                where id = :id and settled_at is null
                """)
            .param("at", Row.at(at))
            .param("by", by.value())
            .param("id", flag)
            .update()
        == 1;
  }
}
