package org.diestra.office.invited;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.demo.Cast;
import org.diestra.platform.demo.DemoPart;
import org.diestra.platform.icalendar.CalendarObject;
import org.diestra.platform.icalendar.Line;
import org.diestra.platform.icalendar.Part;
import org.diestra.platform.icalendar.Timing;
import org.diestra.platform.icalendar.When;
import org.springframework.stereotype.Component;

/** A publisher asks the bookshop's owner to show her what is new; she has not answered yet. */
@Component
class InvitedDemo implements DemoPart {
  private static final String PUBLISHER = "marta@galaxia.example";
  private final BoxStore boxes;
  private final Taking taking;
  private final Clock clock;

  InvitedDemo(BoxStore boxes, Taking taking, Clock clock) {
    this.boxes = boxes;
    this.taking = taking;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "invited:publisher";
  }

  @Override
  public int order() {
    return 50;
  }

  @Override
  public void play(Cast cast) {
    var owner = cast.viewer(Cast.CLIENT);
    var now = clock.instant();
    var box = boxes.of(owner.id(), Ids.fresh(), now);
    var message = Message.read(request(owner).bytes(), now).orElseThrow();
    taking
        .take(owner, box, message, PUBLISHER)
        .ifPresent(why -> {
          throw new IllegalStateException(why);
        });
  }

  /** On the Wednesday after next. */
  private Part request(Viewer whom) {
    var day =
        LocalDate.ofInstant(clock.instant(), whom.zone())
            .plusWeeks(1)
            .with(TemporalAdjusters.next(DayOfWeek.WEDNESDAY));
    var start = When.in(whom.zone(), day.atTime(LocalTime.NOON));
    var timing = Timing.once(start, Timing.Length.of(Duration.ofHours(1)));
    var publisher = List.of(Line.Param.quoted("CN", "Marta Soler, Galaxia"));
    var event =
        Part.of(
                CalendarObject.EVENT,
                Line.text("UID", Ids.text(Ids.fresh()) + "@galaxia.example"),
                Line.of("DTSTAMP", When.utc(clock.instant()).key()),
                Line.of("SEQUENCE", "0"),
                Line.text("SUMMARY", "Novedades de la temporada"),
                Line.text("LOCATION", "Café del Mercado"),
                Line.text("DESCRIPTION", "Llevo ejemplares de muestra."),
                new Line("ORGANIZER", publisher, "mailto:" + PUBLISHER),
                Line.of("ATTENDEE", "mailto:" + whom.email()))
            .plus(timing.lines());
    return CalendarObject.HEAD.holding(List.of(event)).with(Line.of("METHOD", "REQUEST"));
  }
}
