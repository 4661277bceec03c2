package org.diestra.office.invitations;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.diestra.office.calendar.Calendar;
import org.diestra.office.calendar.Calendars;
import org.diestra.office.calendar.EventId;
import org.diestra.office.calendar.EventTexts;
import org.diestra.office.calendar.Events;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.demo.Cast;
import org.diestra.platform.demo.DemoPart;
import org.diestra.platform.icalendar.CalendarObject;
import org.diestra.platform.icalendar.Line;
import org.diestra.platform.icalendar.Part;
import org.diestra.platform.icalendar.Timing;
import org.diestra.platform.icalendar.When;
import org.springframework.stereotype.Component;

/** A bookshop and its assistant ask each other to meetings that neither has answered yet. */
@Component
class InvitationsDemo implements DemoPart {
  private final Calendars calendars;
  private final Events events;
  private final EventTexts texts;
  private final Guestbook guestbook;
  private final Meetings meetings;
  private final HouseRights house;
  private final Clock clock;

  InvitationsDemo(
      Calendars calendars,
      Events events,
      EventTexts texts,
      Guestbook guestbook,
      Meetings meetings,
      HouseRights house,
      Clock clock) {
    this.calendars = calendars;
    this.events = events;
    this.texts = texts;
    this.guestbook = guestbook;
    this.meetings = meetings;
    this.house = house;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "invitations:meetings";
  }

  @Override
  public int order() {
    return 49;
  }

  @Override
  public void play(Cast cast) {
    var client = cast.viewer(Cast.CLIENT);
    var assistant = cast.viewer(Cast.ASSISTANT);
    ask(client, false, assistant, "Visita de la editorial Galaxia", 10, "Sala de arriba");
    ask(assistant, true, client, "Repaso del mes", 10, "Videollamada");
  }

  /** On the Thursday after next. */
  private void ask(Viewer by, boolean own, Viewer whom, String title, int hour, String place) {
    house.callAs(
        by.id().value(),
        () -> {
          var calendar =
              calendars.visible().stream()
                  .filter(
                      c -> own ? c.of(by.id()) : c.workspace() != null && c.name().equals("Tienda"))
                  .filter(c -> c.writes())
                  .map(Calendar::id)
                  .findFirst()
                  .orElseThrow(NotFound::new);
          var day =
              LocalDate.ofInstant(clock.instant(), by.zone())
                  .plusWeeks(1)
                  .with(TemporalAdjusters.next(DayOfWeek.THURSDAY));
          var start = When.in(by.zone(), day.atTime(LocalTime.of(hour, 0)));
          var timing = Timing.once(start, Timing.Length.of(Duration.ofHours(1)));
          var event =
              Part.of(
                      "VEVENT",
                      Line.text("UID", Ids.text(Ids.fresh()) + "@diestra"),
                      Line.of("DTSTAMP", When.utc(clock.instant()).key()),
                      Line.text("SUMMARY", title),
                      Line.text("LOCATION", place))
                  .plus(timing.lines());
          var object = CalendarObject.of(CalendarObject.HEAD.holding(List.of(event))).orFail();
          EventId id = events.add(by, calendar, object.holding(object.events())).orFail();
          if (guestbook.circle(by, texts.get(id).text()).containsKey(whom.id())) {
            meetings.add(by, id, whom.id(), false).orFail();
            meetings.sendAll(by, id);
          }
          return id;
        });
  }
}
