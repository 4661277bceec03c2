package org.diestra.hiring.talent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Fluency;
import org.diestra.platform.base.Money;
import org.diestra.platform.data.Among;
import org.diestra.platform.data.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Many profiles at once, as far as lists show them. */
@Repository
class CardStore {
  private final JdbcClient jdbc;

  CardStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What a card says that stands in the profile's own row or can be summed up beside it. */
  record CardRow(
      PersonId person,
      String handle,
      String title,
      List<Fluency> languages,
      String week,
      int freeHours,
      @Nullable LocalDate awayUntil,
      @Nullable Money rate,
      int secretaryYears,
      Rating rating,
      Instant since) {}

  /**
   * Months in an office count once, however many posts share them.
   *
   * @param published only those that everybody may see
   */
  Map<PersonId, CardRow> rows(Collection<PersonId> people, LocalDate today, boolean published) {
    var rows = new HashMap<PersonId, CardRow>();
    jdbc.sql(
            """
            select p.*,
              array(select f.language || '-' || f.level from talent.fluency f
                where f.person = p.person) as languages,
              (select coalesce(sum(upper(r) - lower(r)), 0) from (
                select unnest(range_agg(daterange(o.began, greatest(o.began,
                  coalesce((o.ended + interval '1 month')::date, :today))))) as r
                from talent.post o
                where o.person = p.person and o.office and o.removed_at is null) s) as office_days
            from talent.profile p
            where %s and (p.published_at is not null or not :published)
            """
                .formatted(Among.of("p.person", ":people", people)))
        .param("today", today)
        .param("people", ProfileStore.values(people))
        .param("published", published)
        .query(row -> {
          var card = cardRow(row);
          rows.put(card.person(), card);
        });
    return rows;
  }

  Optional<String> week(PersonId person) {
    return jdbc.sql("select week from talent.profile where person = :person")
        .param("person", person.value())
        .query(String.class)
        .optional();
  }

  private static CardRow cardRow(ResultSet row) throws SQLException {
    var free = Row.integerOrNull(row, "free_hours");
    return new CardRow(
        new PersonId(Row.id(row, "person")),
        Row.text(row, "handle"),
        Row.text(row, "title"),
        ProfileStore.languages(row),
        Row.text(row, "week"),
        free == null ? 0 : free,
        Row.dateOrNull(row, "away_until"),
        Row.moneyOrNull(row, "rate_minor", "rate_currency"),
        years(Row.bigint(row, "office_days")),
        ProfileStore.rating(row),
        Row.instant(row, "created_at"));
  }

  /** Whole years; some have a leap day less than others. */
  private static int years(long days) {
    return (int) ((days + 3) / 365.25);
  }

  /** With a reference or without; samples are not known here. */
  Map<PersonId, List<Claim>> claims(Collection<PersonId> people) {
    var claims = new HashMap<PersonId, List<Claim>>();
    jdbc.sql(
            """
            select person, area, years, tools, reference_name is not null as referenced
            from talent.claim where person = any(:people)
            """)
        .param("people", ProfileStore.values(people))
        .query(row -> {
          claims
              .computeIfAbsent(new PersonId(Row.id(row, "person")), p -> new ArrayList<>())
              .add(
                  new Claim(
                      Row.label(row, "area", Area.class),
                      Row.integer(row, "years"),
                      Row.texts(row, "tools"),
                      Row.bool(row, "referenced")));
        });
    return claims;
  }

  /** What the index wants to know besides the card. */
  record Beyond(PersonId person, Instant publishedAt, String summary, Guide.Told told) {}

  /** Of these, the published ones. */
  List<Beyond> beyond(Collection<PersonId> people) {
    return jdbc.sql(
            """
            select p.person, p.published_at, p.summary,
              exists (select from talent.post o
                where o.person = p.person and o.removed_at is null) as worked,
              exists (select from talent.service s
                where s.person = p.person and s.removed_at is null) as serves
            from talent.profile p
            where p.person = any(:people) and p.published_at is not null
            """)
        .param("people", ProfileStore.values(people))
        .query((row, n) -> beyond(row))
        .list();
  }

  private static Beyond beyond(ResultSet row) throws SQLException {
    var summary = Row.text(row, "summary");
    return new Beyond(
        new PersonId(Row.id(row, "person")),
        Row.instant(row, "published_at"),
        summary,
        new Guide.Told(!summary.isBlank(), Row.bool(row, "worked"), Row.bool(row, "serves")));
  }

  /** Whether everybody may see that person's profile. */
  boolean published(PersonId person) {
    return jdbc.sql(
            """
            select exists (select from talent.profile
              where person = :person and published_at is not null)
            """)
        .param("person", person.value())
        .query(Boolean.class)
        .single();
  }

  /** The published ones after that person, by id: a walk through all of them. */
  List<PersonId> publishedAfter(Optional<PersonId> before, int most) {
    return jdbc.sql(
            """
            select person from talent.profile
            where published_at is not null and person > :before
            order by person limit :most
            """)
        .param("before", before.map(PersonId::value).orElse(new UUID(0, 0)))
        .param("most", most)
        .query((row, n) -> new PersonId(Row.id(row, "person")))
        .list();
  }

  /** Those published last, newest first. */
  List<PersonId> newest(int most) {
    return jdbc.sql(
            """
            select person from talent.profile where published_at is not null
            order by published_at desc, person desc limit :most
            """)
        .param("most", most)
        .query((row, n) -> new PersonId(Row.id(row, "person")))
        .list();
  }
}
