package org.diestra.office.travel;

import static org.diestra.platform.data.Row.id;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.diestra.office.journeys.Leg;
import org.diestra.office.travel.Trip.OptionsSent;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.page.Formats;
import org.diestra.platform.page.Pages;
import org.diestra.platform.taps.Offer;
import org.diestra.platform.taps.Shown;
import org.diestra.platform.taps.Shown.Choice;
import org.diestra.platform.taps.Tap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * An option is chosen by a link in the mail. It pays for nothing: up to how much may be paid is
 * said in the house alone.
 */
@Component
class ChoiceTap implements Tap {
  static final String KIND = "travel:choose";
  private final Workspaces workspaces;
  private final Trips trips;
  private final Decisions decisions;
  private final Pages pages;
  private final JdbcClient jdbc;

  ChoiceTap(Workspaces workspaces, Trips trips, Decisions decisions, Pages pages, JdbcClient jdbc) {
    this.workspaces = workspaces;
    this.trips = trips;
    this.decisions = decisions;
    this.pages = pages;
    this.jdbc = jdbc;
  }

  /** The sheet as it was sent: options stay as they were while it is before the client. */
  static Offer offer(OptionsSent trip) {
    var facts = trip.facts();
    return new Offer(KIND, facts.id().value(), String.valueOf(facts.version()));
  }

  @Override
  public String kind() {
    return KIND;
  }

  private Desk desk(Viewer viewer, UUID trip) {
    var room =
        jdbc.sql("select workspace from travel.trip where id = :id")
            .param("id", trip)
            .query((r, n) -> new WorkspaceId(id(r, "workspace")))
            .optional()
            .orElseThrow(NotFound::new);
    return new Desk(workspaces.enter(viewer, room));
  }

  @Transactional(readOnly = true)
  @Override
  public Optional<Shown> shown(Viewer viewer, UUID subject, String seen) {
    var desk = desk(viewer, subject);
    if (!desk.decides()
        || !(trips.get(desk, new TripId(subject)) instanceof OptionsSent sent)
        || !String.valueOf(sent.facts().version()).equals(seen)) {
      return Optional.empty();
    }
    var now = trips.now();
    var options =
        trips.options(sent).stream()
            .filter(option -> option.holds(now))
            .filter(option -> !Decisions.prepared(desk, sent.sentBy(), option))
            .toList();
    var formats = pages.formats(viewer.locale(), viewer.zone());
    var body = options.stream().map(o -> said(o, formats)).collect(Collectors.joining("\n\n"));
    if (options.isEmpty() || body.length() > Shown.LONGEST) {
      return Optional.empty();
    }
    var choices =
        options.stream()
            .map(option ->
                new Choice(
                    option.id().toString(),
                    "travel.tap.choice",
                    List.of(option.letter(), option.name(), option.total())))
            .toList();
    var facts = sent.facts();
    List<Object> args = List.of(facts.wish().title(), desk.pass().workspace().name());
    return Optional.of(new Shown("travel.tap.choose", args, body, facts.href(), choices));
  }

  private static String said(Option option, Formats formats) {
    var text =
        new StringBuilder(option.letter() + " · " + option.name() + " · ")
            .append(formats.money(option.total()));
    for (var leg : option.journey().legs()) {
      text.append('\n').append(said(leg));
    }
    var unfit = option.unfit();
    for (var more : List.of(option.rules(), option.baggage(), unfit == null ? "" : unfit)) {
      if (!more.isEmpty()) {
        text.append('\n').append(more);
      }
    }
    return text.toString();
  }

  /** In local times at each end. */
  private static String said(Leg leg) {
    return (leg.called()
            + " "
            + leg.route()
            + ", "
            + leg.from().local().toString().replace('T', ' ')
            + " – "
            + leg.to().local().toString().replace('T', ' '))
        .strip();
  }

  @Override
  public Outcome<?> decide(Viewer viewer, UUID subject, String seen, String choice) {
    return decisions.choose(
        desk(viewer, subject),
        new TripId(subject),
        Integer.parseInt(seen),
        OptionId.of(choice),
        "");
  }
}
