package org.diestra.hiring.screening;

import static java.util.Map.entry;
import static org.diestra.platform.data.Row.bool;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.text;
import static org.diestra.platform.data.Row.texts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.diestra.platform.data.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class RuleStore {
  private final JdbcClient jdbc;

  RuleStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<Rule> active(Place place) {
    return jdbc.sql(
            """
            select * from screening.rule
            where active and :place = any(places)
            order by name
            """)
        .param("place", place.name())
        .query((r, n) -> ruleOf(r))
        .list();
  }

  List<Rule> all() {
    return jdbc.sql("select * from screening.rule order by active desc, name")
        .query((r, n) -> ruleOf(r))
        .list();
  }

  Optional<Rule> find(RuleId rule) {
    return jdbc.sql("select * from screening.rule where id = :id")
        .param("id", rule.value())
        .query((r, n) -> ruleOf(r))
        .optional();
  }

  /** False where another has that name. */
  boolean add(Rule rule, Instant at) {
    return jdbc.sql(
                """
                insert into screening.rule
                  (id, name, spanish_name, detector, phrases, places, action, english, spanish,
                   active, version, changed_at)
                values
                  (:id, :name, :spanish_name, :detector, :phrases, :places, :action, :english, :spanish,
                   :active, 1, :at)
                on conflict (name) do nothing
                """)
            .params(columns(rule, at))
            .update()
        == 1;
  }

  /** Whether another rule has that name. */
  boolean taken(Rule rule) {
    return jdbc.sql("select exists (select from screening.rule where name = :name and id <> :id)")
        .param("name", rule.name())
        .param("id", rule.id().value())
        .query(Boolean.class)
        .single();
  }

  /** False where it was changed meanwhile. */
  boolean change(Rule rule, Instant at) {
    return jdbc.sql(
                """
                update screening.rule
                set name = :name, spanish_name = :spanish_name, detector = :detector, phrases = :phrases, places = :places,
                  action = :action, english = :english, spanish = :spanish, active = :active,
                  version = version + 1, changed_at = :at
                where id = :id and version = :version
                """)
            .params(columns(rule, at))
            .param("version", rule.version())
            .update()
        == 1;
  }

  boolean remove(RuleId rule) {
    return jdbc.sql("delete from screening.rule where id = :id").param("id", rule.value()).update()
        == 1;
  }

  private static Map<String, Object> columns(Rule rule, Instant at) {
    return Map.ofEntries(
        entry("id", rule.id().value()),
        entry("name", rule.name()),
        entry("spanish_name", rule.spanishName()),
        entry("detector", rule.detector().name()),
        entry("phrases", rule.phrases()),
        entry("places", rule.places().stream().map(Enum::name).sorted().toArray(String[]::new)),
        entry("action", rule.action().name()),
        entry("english", rule.english()),
        entry("spanish", rule.spanish()),
        entry("active", rule.active()),
        entry("at", Row.at(at)));
  }

  private static Rule ruleOf(ResultSet r) throws SQLException {
    return new Rule(
        new RuleId(id(r, "id")),
        text(r, "name"),
        text(r, "spanish_name"),
        label(r, "detector", Detector.class),
        text(r, "phrases"),
        places(r),
        label(r, "action", Action.class),
        text(r, "english"),
        text(r, "spanish"),
        bool(r, "active"),
        integer(r, "version"));
  }

  private static Set<Place> places(ResultSet r) throws SQLException {
    return texts(r, "places").stream().map(Place::valueOf).collect(Collectors.toSet());
  }
}
