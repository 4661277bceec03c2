package org.diestra.platform.notifications;

import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.text;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.diestra.platform.accounts.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people chose. */
@Repository
class PreferenceStore {
  private final JdbcClient jdbc;

  PreferenceStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What that person chose, by kind; what is missing was never chosen. */
  Map<String, Channel> chosen(PersonId person) {
    var all = new HashMap<String, Channel>();
    jdbc.sql("select kind, channel from notifications.preference where person = :person")
        .param("person", person.value())
        .query(r -> {
          all.put(text(r, "kind"), label(r, "channel", Channel.class));
        });
    return all;
  }

  void choose(PersonId person, String kind, Channel channel) {
    jdbc.sql(
            """
            insert into notifications.preference (person, kind, channel)
            values (:person, :kind, :channel)
            on conflict (person, kind) do update set channel = :channel
            """)
        .param("person", person.value())
        .param("kind", kind)
        .param("channel", channel.name())
        .update();
  }

  /** In minutes; empty where it was never chosen. */
  Optional<Integer> patience(PersonId person) {
    return jdbc.sql("select minutes from notifications.patience where person = :person")
        .param("person", person.value())
        .query(Integer.class)
        .optional();
  }

  void bePatient(PersonId person, int minutes) {
    jdbc.sql(
            """
            insert into notifications.patience (person, minutes) values (:person, :minutes)
            on conflict (person) do update set minutes = :minutes
            """)
        .param("person", person.value())
        .param("minutes", minutes)
        .update();
  }

  Optional<QuietHours> quietHours(PersonId person) {
    return jdbc.sql("select begins, ends from notifications.quiet_hours where person = :person")
        .param("person", person.value())
        .query((r, n) -> hours(r))
        .optional();
  }

  /** Of several people; who has none is left out. */
  Map<PersonId, QuietHours> quietHours(Collection<PersonId> people) {
    var all = new HashMap<PersonId, QuietHours>();
    jdbc.sql("select person, begins, ends from notifications.quiet_hours where person = any (:all)")
        .param("all", people.stream().map(PersonId::value).toArray(UUID[]::new))
        .query(r -> {
          all.put(new PersonId(id(r, "person")), hours(r));
        });
    return all;
  }

  private static QuietHours hours(ResultSet r) throws SQLException {
    return new QuietHours(LocalTime.parse(text(r, "begins")), LocalTime.parse(text(r, "ends")));
  }

  void keepQuiet(PersonId person, QuietHours hours) {
    jdbc.sql(
            """
            insert into notifications.quiet_hours (person, begins, ends)
            values (:person, :begins, :ends)
            on conflict (person) do update set begins = :begins, ends = :ends
            """)
        .param("person", person.value())
        .param("begins", hours.begins())
        .param("ends", hours.ends())
        .update();
  }

  void neverQuiet(PersonId person) {
    jdbc.sql("delete from notifications.quiet_hours where person = :person")
        .param("person", person.value())
        .update();
  }
}
