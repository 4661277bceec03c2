package org.diestra.hiring.talent;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.diestra.hiring.talent.Profile.Evidence;
import org.diestra.hiring.talent.Profile.Reference;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Fluency;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.WorkWeek;
import org.diestra.platform.data.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** One profile at a time: its own row, areas and languages. */
@Repository
class ProfileStore {
  private final JdbcClient jdbc;
  private final ItemStore items;

  ProfileStore(JdbcClient jdbc, ItemStore items) {
    this.jdbc = jdbc;
    this.items = items;
  }

  /**
   * The whole profile, in four statements.
   *
   * @param zone the person's own
   */
  Optional<Profile> find(PersonId person, ZoneId zone) {
    return jdbc.sql(
            """
            select p.*, array(select f.language || '-' || f.level from talent.fluency f
              where f.person = p.person) as languages
            from talent.profile p where p.person = :person
            """)
        .param("person", person.value())
        .query((row, n) -> profile(row, zone))
        .optional();
  }

  private Profile profile(ResultSet row, ZoneId zone) throws SQLException {
    var person = new PersonId(Row.id(row, "person"));
    return new Profile(
        person,
        new Handle(Row.text(row, "handle")),
        Row.text(row, "title"),
        Row.text(row, "summary"),
        areas(person),
        languages(row),
        new WorkWeek(Row.text(row, "week"), zone),
        Row.integerOrNull(row, "free_hours"),
        Row.dateOrNull(row, "away_until"),
        Row.moneyOrNull(row, "rate_minor", "rate_currency"),
        items.services(person),
        items.posts(person),
        rating(row),
        Row.instantOrNull(row, "published_at"),
        Row.instant(row, "created_at"));
  }

  /** The best first, and by code where they are equal. */
  static List<Fluency> languages(ResultSet row) throws SQLException {
    return Row.texts(row, "languages").stream()
        .flatMap(text -> Fluency.read(text).stream())
        .sorted(Comparator.comparing(Fluency::level).reversed().thenComparing(Fluency::language))
        .toList();
  }

  static Rating rating(ResultSet row) throws SQLException {
    int n = Row.integer(row, "rating_count");
    return n == 0 ? Rating.NONE : new Rating(Row.decimal(row, "rating_mean").doubleValue(), n);
  }

  private List<Evidence> areas(PersonId person) {
    return jdbc
        .sql("select * from talent.claim where person = :person")
        .param("person", person.value())
        .query((row, n) -> evidence(row))
        .list()
        .stream()
        .sorted(Comparator.comparing(Evidence::area))
        .toList();
  }

  private static Evidence evidence(ResultSet row) throws SQLException {
    var name = Row.textOrNull(row, "reference_name");
    return new Evidence(
        Row.label(row, "area", Area.class),
        Row.integer(row, "years"),
        Row.texts(row, "tools"),
        name == null
            ? null
            : new Reference(
                name, Row.text(row, "reference_relation"), Row.text(row, "reference_contact")));
  }

  /** Holds the profile until the transaction ends, so that two edits follow one another. */
  boolean lock(PersonId person) {
    return jdbc.sql("select 1 from talent.profile where person = :person for update")
        .param("person", person.value())
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  /** Nothing happens where there is a profile already. */
  void add(PersonId person, Handle handle, Instant at) {
    jdbc.sql(
            """
            insert into talent.profile (person, handle, created_at)
            values (:person, :handle, :at)
            on conflict (person) do nothing
            """)
        .param("person", person.value())
        .param("handle", handle.text())
        .param("at", Row.at(at))
        .update();
  }

  void basics(PersonId person, String title, String summary) {
    must(
        jdbc.sql(
                """
                update talent.profile set title = :title, summary = :summary
                where person = :person
                """)
            .param("title", title)
            .param("summary", summary)
            .param("person", person.value())
            .update());
  }

  void hours(
      PersonId person, String week, @Nullable Integer freeHours, @Nullable LocalDate awayUntil) {
    must(
        jdbc.sql(
                """
                update talent.profile
                set week = :week, free_hours = cast(:free as int), away_until = cast(:away as date)
                where person = :person
                """)
            .param("week", week)
            .param("free", freeHours)
            .param("away", awayUntil)
            .param("person", person.value())
            .update());
  }

  void rate(PersonId person, @Nullable Money rate) {
    must(
        jdbc.sql(
                """
                update talent.profile
                set rate_minor = cast(:minor as bigint), rate_currency = cast(:currency as text)
                where person = :person
                """)
            .param("minor", rate == null ? null : rate.minor())
            .param("currency", rate == null ? null : rate.currency().getCurrencyCode())
            .param("person", person.value())
            .update());
  }

  void put(PersonId person, Evidence evidence) {
    var reference = evidence.reference();
    jdbc.sql(
            """
            insert into talent.claim
              (person, area, years, tools, reference_name, reference_relation, reference_contact)
            values (:person, :area, :years, :tools, :name, :relation, :contact)
            on conflict (person, area) do update
            set years = excluded.years, tools = excluded.tools,
              reference_name = excluded.reference_name,
              reference_relation = excluded.reference_relation,
              reference_contact = excluded.reference_contact
            """)
        .param("person", person.value())
        .param("area", evidence.area().name())
        .param("years", evidence.years())
        .param("tools", evidence.tools().toArray(String[]::new))
        .param("name", reference == null ? null : reference.name())
        .param("relation", reference == null ? null : reference.relation())
        .param("contact", reference == null ? null : reference.contact())
        .update();
  }

  boolean remove(PersonId person, Area area) {
    return jdbc.sql("delete from talent.claim where person = :person and area = :area")
            .param("person", person.value())
            .param("area", area.name())
            .update()
        == 1;
  }

  void languages(PersonId person, List<Fluency> languages) {
    jdbc.sql("delete from talent.fluency where person = :person")
        .param("person", person.value())
        .update();
    jdbc.sql(
            """
            insert into talent.fluency (person, language, level)
            select :person, * from unnest(cast(:languages as text[]), cast(:levels as text[]))
            """)
        .param("person", person.value())
        .param("languages", languages.stream().map(Fluency::language).toArray(String[]::new))
        .param("levels", languages.stream().map(f -> f.level().name()).toArray(String[]::new))
        .update();
  }

  void publish(PersonId person, @Nullable Instant at) {
    must(
        jdbc.sql(
                """
                update talent.profile set published_at = cast(:at as timestamptz)
                where person = :person
                """)
            .param("at", Row.atOrNull(at))
            .param("person", person.value())
            .update());
  }

  /** False where no profile is shown, or it is withheld already. */
  boolean withhold(PersonId person) {
    return jdbc.sql(
                """
                update talent.profile set withheld = true
                where person = :person and published_at is not null and not withheld
                """)
            .param("person", person.value())
            .update()
        == 1;
  }

  /** False where none is withheld. */
  boolean release(PersonId person) {
    return jdbc.sql(
                "update talent.profile set withheld = false where person = :person and withheld")
            .param("person", person.value())
            .update()
        == 1;
  }

  void rating(PersonId person, Rating rating) {
    must(
        jdbc.sql(
                """
                update talent.profile set rating_mean = :mean, rating_count = :n
                where person = :person
                """)
            .param("mean", rating.mean())
            .param("n", rating.n())
            .param("person", person.value())
            .update());
  }

  static UUID[] values(java.util.Collection<PersonId> people) {
    return people.stream().map(PersonId::value).toArray(UUID[]::new);
  }

  private static void must(int rows) {
    if (rows != 1) {
      throw new IllegalStateException("no profile, or several: " + rows);
    }
  }
}
