package org.diestra.office.booking;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.atOrNull;
import static org.diestra.platform.data.Row.bool;
import static org.diestra.platform.data.Row.bytes;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.idOrNull;
import static org.diestra.platform.data.Row.ids;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.instantOrNull;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.text;
import static org.diestra.platform.data.Row.zone;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.diestra.office.booking.Appointment.Guest;
import org.diestra.office.booking.Appointment.Step;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Appointments and whose time they take. */
@Repository
class AppointmentStore {
  private final JdbcClient jdbc;

  AppointmentStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A new one, which takes nobody's time yet. */
  void add(Appointment it, String keyHash, String tzdata) {
    jdbc.sql(
            """
            insert into booking.appointment (id, workspace, service, state, starts_at, ends_at,
              local_start, zone, tzdata, hosts, guest_name, guest_email, guest_zone, locale,
              key_hash, key_sealed, held_until, booked_by, made_at)
            values (:id, :workspace, :service, :state, :start, :end, :local, :zone, :tzdata,
              :hosts, :name, :email, :guestZone, :locale, :keyHash, :key, :held, :bookedBy, :made)
            """)
        .param("id", it.id().value())
        .param("workspace", it.workspace().value())
        .param("service", it.service().value())
        .param("state", it.state().name())
        .param("start", at(it.start()))
        .param("end", at(it.end()))
        .param("local", it.local())
        .param("zone", it.zone().getId())
        .param("tzdata", tzdata)
        .param("hosts", hosts(it))
        .param("name", it.guest().name())
        .param("email", it.guest().email())
        .param("guestZone", it.guest().zone().getId())
        .param("locale", it.guest().locale().toLanguageTag())
        .param("keyHash", keyHash)
        .param("key", it.key())
        .param("held", atOrNull(it.heldUntil()))
        .param("bookedBy", it.bookedBy() == null ? null : it.bookedBy().value(), Types.OTHER)
        .param("made", at(it.madeAt()))
        .update();
  }

  private static UUID[] hosts(Appointment it) {
    return it.hosts().stream().map(PersonId::value).sorted().toArray(UUID[]::new);
  }

  /**
   * Takes the hosts' time, what it kept until then given back.
   *
   * @throws org.springframework.dao.DataIntegrityViolationException if some of it is taken
   */
  void take(Appointment it, Service.Terms terms) {
    free(it.id());
    jdbc.sql(
            """
            insert into booking.taken (appointment, person, span)
            select :id, person, tstzrange(:from, :to) from unnest(:hosts) as h(person)
            order by person
            """)
        .param("id", it.id().value())
        .param("from", at(it.start().minusSeconds(60L * terms.before())))
        .param("to", at(it.end().plusSeconds(60L * terms.after())))
        .param("hosts", hosts(it))
        .update();
  }

  void free(AppointmentId id) {
    jdbc.sql("delete from booking.taken where appointment = :id").param("id", id.value()).update();
  }

  /**
   * Writes down what became of it.
   *
   * @param next one version after the row's
   * @return false where somebody else was first
   */
  boolean change(Appointment next, String tzdata, @Nullable Instant remindAt) {
    return jdbc.sql(
                """
                update booking.appointment set state = :state, starts_at = :start, ends_at = :end,
                  local_start = :local, tzdata = :tzdata, hosts = :hosts, guest_name = :name,
                  guest_email = :email, guest_zone = :guestZone, locale = :locale,
                  sequence = :sequence, version = :version, held_until = :held,
                  remind_at = :remind, mail_hash = null
                where id = :id and version = :version - 1
                """)
            .param("id", next.id().value())
            .param("state", next.state().name())
            .param("start", at(next.start()))
            .param("end", at(next.end()))
            .param("local", next.local())
            .param("tzdata", tzdata)
            .param("hosts", hosts(next))
            .param("name", next.guest().name())
            .param("email", next.guest().email())
            .param("guestZone", next.guest().zone().getId())
            .param("locale", next.guest().locale().toLanguageTag())
            .param("sequence", next.sequence())
            .param("version", next.version())
            .param("held", atOrNull(next.heldUntil()))
            .param("remind", atOrNull(remindAt))
            .update()
        == 1;
  }

  /** The guest has filled in the form and is to open the link in a letter. */
  void ask(Appointment it, String mailHash, Instant until) {
    jdbc.sql(
            """
            update booking.appointment set state = 'HELD', guest_name = :name,
              guest_email = :email, guest_zone = :zone, locale = :locale, mail_hash = :hash,
              held_until = :until
            where id = :id and state in ('HELD', 'LAPSED')
            """)
        .param("id", it.id().value())
        .param("name", it.guest().name())
        .param("email", it.guest().email())
        .param("zone", it.guest().zone().getId())
        .param("locale", it.guest().locale().toLanguageTag())
        .param("hash", mailHash)
        .param("until", at(until))
        .update();
  }

  Optional<Appointment> find(AppointmentId id) {
    return jdbc.sql("select * from booking.appointment where id = :id")
        .param("id", id.value())
        .query((r, n) -> appointment(r))
        .optional();
  }

  /** The same, held until the transaction ends. */
  Optional<Appointment> locked(AppointmentId id) {
    return jdbc.sql("select * from booking.appointment where id = :id for update")
        .param("id", id.value())
        .query((r, n) -> appointment(r))
        .optional();
  }

  /** By the hash of the guest's link. */
  Optional<Appointment> find(String keyHash) {
    return jdbc.sql("select * from booking.appointment where key_hash = :hash")
        .param("hash", keyHash)
        .query((r, n) -> appointment(r))
        .optional();
  }

  /** Whether that is the link that was sent to the guest's address, while it can be opened. */
  boolean proves(AppointmentId id, String mailHash) {
    return jdbc.sql(
            """
            select exists (select from booking.appointment
              where id = :id and mail_hash = :hash and state in ('HELD', 'LAPSED'))
            """)
        .param("id", id.value())
        .param("hash", mailHash)
        .query(Boolean.class)
        .single();
  }

  static Appointment appointment(ResultSet r) throws SQLException {
    var bookedBy = idOrNull(r, "booked_by");
    return new Appointment(
        new AppointmentId(id(r, "id")),
        new WorkspaceId(id(r, "workspace")),
        new ServiceId(id(r, "service")),
        label(r, "state", State.class),
        instant(r, "starts_at"),
        instant(r, "ends_at"),
        Objects.requireNonNull(r.getObject("local_start", LocalDateTime.class)),
        zone(r, "zone"),
        ids(r, "hosts").stream().map(PersonId::new).toList(),
        new Guest(
            text(r, "guest_name"),
            text(r, "guest_email"),
            zone(r, "guest_zone"),
            Locale.forLanguageTag(text(r, "locale"))),
        integer(r, "sequence"),
        integer(r, "version"),
        instantOrNull(r, "held_until"),
        instant(r, "made_at"),
        bytes(r, "key_sealed"),
        bookedBy == null ? null : new PersonId(bookedBy));
  }

  /** Without the rows of what is over already: the newest first. */
  List<Step> steps(AppointmentId id) {
    return jdbc.sql("select * from booking.step where appointment = :id order by version desc")
        .param("id", id.value())
        .query((r, n) ->
            new Step(
                label(r, "what", Step.What.class),
                instantOrNull(r, "was_at"),
                idOrNull(r, "person") == null ? null : new PersonId(id(r, "person")),
                bool(r, "guest"),
                text(r, "words"),
                instant(r, "at")))
        .list();
  }

  void add(Appointment it, Step step) {
    jdbc.sql(
            """
            insert into booking.step (appointment, version, what, was_at, person, guest, words, at)
            values (:id, :version, :what, :wasAt, :person, :guest, :words, :at)
            """)
        .param("id", it.id().value())
        .param("version", it.version())
        .param("what", step.what().name())
        .param("wasAt", atOrNull(step.wasAt()))
        .param("person", step.person() == null ? null : step.person().value(), Types.OTHER)
        .param("guest", step.guest())
        .param("words", step.words())
        .param("at", at(step.at()))
        .update();
  }

  List<Question.Answer> answers(AppointmentId id) {
    return jdbc.sql("select * from booking.answer where appointment = :id order by number")
        .param("id", id.value())
        .query((r, n) ->
            new Question.Answer(integer(r, "number"), text(r, "question"), text(r, "answer")))
        .list();
  }

  /** At most ten. */
  void answers(AppointmentId id, List<Question.Answer> answers) {
    jdbc.sql("delete from booking.answer where appointment = :id").param("id", id.value()).update();
    jdbc.sql(
            """
            insert into booking.answer (appointment, number, question, answer)
            select :id, a.number, a.question, a.answer
            from unnest(:numbers, :questions, :answers) as a(number, question, answer)
            """)
        .param("id", id.value())
        .param("numbers", answers.stream().map(Question.Answer::number).toArray(Integer[]::new))
        .param("questions", answers.stream().map(Question.Answer::question).toArray(String[]::new))
        .param("answers", answers.stream().map(Question.Answer::answer).toArray(String[]::new))
        .update();
  }
}
