package org.diestra.office.booking;

import static org.diestra.platform.data.Row.at;
import static org.diestra.platform.data.Row.text;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import org.diestra.office.booking.Appointment.Step;
import org.diestra.office.booking.Course.By;
import org.diestra.office.workspaces.Pass;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.data.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The appointments of a workspace, for whoever works with them there. */
@Component
class Desk {
  static final int PAGE = 50;
  private final JdbcClient jdbc;
  private final AppointmentStore store;
  private final ServiceStore services;
  private final Course course;
  private final Taking taking;
  private final Bookings bookings;
  private final Clock clock;

  Desk(
      JdbcClient jdbc,
      AppointmentStore store,
      ServiceStore services,
      Course course,
      Taking taking,
      Bookings bookings,
      Clock clock) {
    this.jdbc = jdbc;
    this.store = store;
    this.services = services;
    this.course = course;
    this.taking = taking;
    this.bookings = bookings;
    this.clock = clock;
  }

  /** Where a list goes on. */
  record Mark(Instant start, UUID id) {}

  /** An appointment in a list, with the name of its service and the guest's answers. */
  record Line(Appointment appointment, String service, List<Question.Answer> answers) {}

  /**
   * At most one more than {@value #PAGE}: those that are not over yet, the next first, or those
   * that are, the last first.
   */
  @Transactional(readOnly = true)
  List<Line> lines(Pass pass, boolean past, @Nullable Mark after) {
    var order = past ? "desc" : "asc";
    var now = at(clock.instant());
    var mark = after == null ? null : at(after.start());
    var found =
        jdbc.sql(
                """
                select a.*, s.name as service_name
                from booking.appointment a join booking.service s on s.id = a.service
                where a.workspace = :workspace and a.state not in ('HELD', 'LAPSED')
                  and case when :past then a.ends_at <= :now or a.state = 'CANCELLED'
                    else a.ends_at > :now and a.state <> 'CANCELLED' end
                  and (cast(:mark as timestamptz) is null
                    or case when :past then (a.starts_at, a.id) < (:mark, cast(:id as uuid))
                      else (a.starts_at, a.id) > (:mark, cast(:id as uuid)) end)
                order by a.starts_at %s, a.id %s limit :most
                """
                    .formatted(order, order))
            .param("workspace", pass.workspace().id().value())
            .param("past", past)
            .param("now", now)
            .param("mark", mark)
            .param("id", after == null ? null : after.id().toString())
            .param("most", PAGE + 1)
            .query((r, n) ->
                new Line(AppointmentStore.appointment(r), text(r, "service_name"), List.of()))
            .list();
    var answers = answers(found);
    return found.stream()
        .map(l ->
            new Line(
                l.appointment(),
                l.service(),
                answers.getOrDefault(l.appointment().id().value(), List.of())))
        .toList();
  }

  private Map<UUID, List<Question.Answer>> answers(List<Line> lines) {
    var all = new HashMap<UUID, List<Question.Answer>>();
    jdbc.sql("select * from booking.answer where appointment = any(:ids) order by number")
        .param("ids", lines.stream().map(l -> l.appointment().id().value()).toArray(UUID[]::new))
        .query(r -> {
          all.computeIfAbsent(Row.id(r, "appointment"), a -> new ArrayList<>())
              .add(
                  new Question.Answer(
                      Row.integer(r, "number"), text(r, "question"), text(r, "answer")));
        });
    return all;
  }

  /** All that is known of one. */
  record Known(
      Service service, Appointment appointment, List<Question.Answer> answers, List<Step> steps) {}

  /**
   * @throws NotFound if there is none there
   */
  @Transactional(readOnly = true)
  Known get(Pass pass, AppointmentId id) {
    var it =
        store
            .find(id)
            .filter(a -> a.workspace().equals(pass.workspace().id()))
            .filter(a -> a.state() != State.HELD && a.state() != State.LAPSED)
            .orElseThrow(NotFound::new);
    var service = services.ever(it.service()).orElseThrow(NotFound::new);
    return new Known(service, it, store.answers(id), store.steps(id));
  }

  Outcome<Appointment> approve(Pass pass, AppointmentId id, String words) {
    var by = By.person(pass.viewer().id(), words);
    return act(pass, id, (service, it) -> course.approve(service, it, by));
  }

  Outcome<Appointment> cancel(Pass pass, AppointmentId id, String words) {
    var by = By.person(pass.viewer().id(), words);
    return act(pass, id, (service, it) -> course.cancel(service, it, by));
  }

  Outcome<Appointment> absent(Pass pass, AppointmentId id, boolean absent) {
    var by = By.person(pass.viewer().id(), "");
    return act(pass, id, (service, it) -> course.absent(it, absent, by));
  }

  private Outcome<Appointment> act(
      Pass pass, AppointmentId id, BiFunction<Service, Appointment, Outcome<Appointment>> action) {
    return taking.call(() -> {
      var service = get(pass, id).service();
      return action.apply(service, store.locked(id).orElseThrow(NotFound::new));
    });
  }

  Outcome<Appointment> move(Pass pass, AppointmentId id, Instant start, String words) {
    var by = By.person(pass.viewer().id(), words);
    return bookings.move(id, pass.workspace().id(), start, by);
  }

  /** What waits for a word, in all workspaces in which the caller works with appointments. */
  @Transactional(readOnly = true)
  List<Line> waiting() {
    return jdbc.sql(
            """
            select a.*, s.name as service_name
            from booking.appointment a join booking.service s on s.id = a.service
            where a.state = 'PENDING' and a.starts_at > :now
            order by a.starts_at limit 20
            """)
        .param("now", at(clock.instant()))
        .query(
            (r, n) -> new Line(AppointmentStore.appointment(r), text(r, "service_name"), List.of()))
        .list();
  }
}
