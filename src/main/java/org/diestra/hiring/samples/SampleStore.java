package org.diestra.hiring.samples;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Area;
import org.diestra.platform.blobs.BlobId;
import org.diestra.platform.data.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SampleStore {
  private final JdbcClient jdbc;

  SampleStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What a sample says, without its file. */
  record Kept(SampleId id, PersonId owner, BlobId blob, Sample said, boolean copied, Instant at) {}

  Optional<Kept> find(SampleId id) {
    return jdbc.sql("select * from samples.sample where id = :id and removed_at is null")
        .param("id", id.value())
        .query((row, n) -> kept(row))
        .optional();
  }

  List<Kept> find(Collection<SampleId> ids) {
    return jdbc.sql("select * from samples.sample where id = any(:ids) and removed_at is null")
        .param("ids", ids.stream().map(SampleId::value).toArray(UUID[]::new))
        .query((row, n) -> kept(row))
        .list();
  }

  /** In the order that each owner chose. */
  List<Kept> of(Collection<PersonId> owners) {
    return jdbc.sql(
            """
            select * from samples.sample where owner = any(:owners) and removed_at is null
            order by owner, place
            """)
        .param("owners", values(owners))
        .query((row, n) -> kept(row))
        .list();
  }

  Map<PersonId, Set<Area>> openAreas(Collection<PersonId> owners) {
    var areas = new HashMap<PersonId, Set<Area>>();
    jdbc.sql(
            """
            select distinct owner, area from samples.sample
            where owner = any(:owners) and open and removed_at is null
            """)
        .param("owners", values(owners))
        .query(row -> {
          areas
              .computeIfAbsent(new PersonId(Row.id(row, "owner")), o -> EnumSet.noneOf(Area.class))
              .add(Row.label(row, "area", Area.class));
        });
    return areas;
  }

  private static UUID[] values(Collection<PersonId> people) {
    return people.stream().map(PersonId::value).toArray(UUID[]::new);
  }

  private static Kept kept(ResultSet row) throws SQLException {
    return new Kept(
        new SampleId(Row.id(row, "id")),
        new PersonId(Row.id(row, "owner")),
        new BlobId(Row.id(row, "blob")),
        new Sample(
            Row.label(row, "area", Area.class),
            Row.text(row, "title"),
            Row.text(row, "what"),
            Row.label(row, "rights", Rights.class),
            Row.bool(row, "open")),
        Row.bool(row, "copied"),
        Row.instant(row, "declared_at"));
  }

  /** One after another, so that two uploads at once neither share a place nor pass the limit. */
  void lock(PersonId owner) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('samples.' || :owner, 0))")
        .param("owner", owner.value().toString())
        .query((row, n) -> true)
        .single();
  }

  int count(PersonId owner) {
    return jdbc.sql(
            "select count(*) from samples.sample where owner = :owner and removed_at is null")
        .param("owner", owner.value())
        .query(Integer.class)
        .single();
  }

  void add(SampleId id, PersonId owner, BlobId blob, Sample said, boolean copied, Instant at) {
    jdbc.sql(
            """
            insert into samples.sample
              (id, owner, blob, area, title, what, rights, declared_at, open, copied, place)
            select :id, :owner, :blob, :area, :title, :what, :rights, :at, :open, :copied,
              coalesce(max(place), 0) + 1
            from samples.sample where owner = :owner
            """)
        .param("id", id.value())
        .param("owner", owner.value())
        .param("blob", blob.value())
        .param("area", said.area().name())
        .param("title", said.title())
        .param("what", said.what())
        .param("rights", said.rights().name())
        .param("at", Row.at(at))
        .param("open", said.open())
        .param("copied", copied)
        .update();
  }

  boolean change(SampleId id, PersonId owner, Sample said, Instant at) {
    return jdbc.sql(
                """
                update samples.sample
                set area = :area, title = :title, what = :what, open = :open, rights = :rights,
                  declared_at = case when rights = :rights then declared_at else :at end
                where id = :id and owner = :owner and removed_at is null
                """)
            .param("area", said.area().name())
            .param("title", said.title())
            .param("what", said.what())
            .param("open", said.open())
            .param("rights", said.rights().name())
            .param("at", Row.at(at))
            .param("id", id.value())
            .param("owner", owner.value())
            .update()
        == 1;
  }

  /** Gives the samples these places, in this order. */
  void arrange(PersonId owner, List<SampleId> order) {
    int rows =
        jdbc.sql(
                """
                update samples.sample s set place = o.place
                from unnest(:ids) with ordinality as o (id, place)
                where s.id = o.id and s.owner = :owner
                """)
            .param("ids", order.stream().map(SampleId::value).toArray(UUID[]::new))
            .param("owner", owner.value())
            .update();
    if (rows != order.size()) {
      throw new IllegalStateException(rows + " samples for " + order.size() + " places");
    }
  }

  boolean remove(SampleId id, PersonId owner, Instant at) {
    return jdbc.sql(
                """
                update samples.sample set removed_at = :at
                where id = :id and owner = :owner and removed_at is null
                """)
            .param("at", Row.at(at))
            .param("id", id.value())
            .param("owner", owner.value())
            .update()
        == 1;
  }

  boolean restore(SampleId id, PersonId owner) {
    return jdbc.sql(
                """
                update samples.sample set removed_at = null
                where id = :id and owner = :owner and removed_at is not null
                """)
            .param("id", id.value())
            .param("owner", owner.value())
            .update()
        == 1;
  }

  /** Forgets for good what was removed before that instant; answers what it was. */
  List<SampleId> forget(Instant before) {
    return jdbc.sql(
            """
            delete from samples.sample where id in (
              select id from samples.sample where removed_at < :before
              order by removed_at limit 500)
            returning id
            """)
        .param("before", Row.at(before))
        .query((row, n) -> new SampleId(Row.id(row, "id")))
        .list();
  }
}
