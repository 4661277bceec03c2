package org.diestra.office.travel;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.diestra.office.journeys.Finding;
import org.diestra.office.travel.Trip.Authorised;
import org.diestra.office.travel.Trip.Chosen;
import org.diestra.office.travel.Trip.OptionsSent;
import org.diestra.office.travel.Trip.PriceChanged;
import org.diestra.office.travel.Trip.Underway;
import org.diestra.office.travel.Trip.Written;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Money;
import org.diestra.platform.exchange.Exchange;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** A trip before somebody. */
@Component
class TripPages {
  private final Trips trips;
  private final Papers papers;
  private final Accounts accounts;
  private final Exchange exchange;

  TripPages(Trips trips, Papers papers, Accounts accounts, Exchange exchange) {
    this.trips = trips;
    this.papers = papers;
    this.accounts = accounts;
    this.exchange = exchange;
  }

  /**
   * An option on the sheet.
   *
   * @param about what it costs in the client’s currency, or null where it is in that or nobody
   *     knows
   * @param over by how much it is above the budget, or null
   * @param stale whether its price has run out
   * @param mine whether the viewer prepared it
   * @param chosen whether it is the one that the client took
   */
  record Line(
      Option option,
      List<Strip> strips,
      List<Finding> findings,
      @Nullable Money about,
      @Nullable Money over,
      boolean stale,
      boolean mine,
      boolean chosen) {}

  /**
   * The page.
   *
   * @param decides whether the viewer may choose, authorise and give back what is there now
   * @param pouch what is sealed, of which the page shows no number
   */
  record View(
      Desk desk,
      Trip trip,
      List<Line> lines,
      List<MoveStore.Move> moves,
      Map<PersonId, String> names,
      Papers.Found pouch,
      boolean decides,
      Instant now) {

    String href() {
      return trip.facts().href();
    }

    String seen() {
      return String.valueOf(trip.facts().version());
    }

    Wish wish() {
      return trip.facts().wish();
    }

    boolean writes() {
      return trip instanceof Written;
    }

    boolean full() {
      return lines.size() >= Option.MOST;
    }

    /** Whether whoever wrote or sent the sheet looks at it, so that another decides. */
    boolean prepared() {
      return desk.decides() && !decides && (trip instanceof OptionsSent || trip instanceof Chosen);
    }

    boolean cancels() {
      return trip instanceof Trip.Live && Trips.mayCancel(desk, trip);
    }

    String name(@Nullable PersonId person) {
      return person == null ? "" : names.getOrDefault(person, "");
    }

    @Nullable Line chosen() {
      return lines.stream().filter(Line::chosen).findFirst().orElse(null);
    }
  }

  String show(Desk desk, TripId id, Model model) {
    return show(desk, trips.get(desk, id), model);
  }

  String show(Desk desk, Trip trip, Model model) {
    var now = trips.now();
    var options = trips.options(trip);
    var lines = lines(desk, trip, options, now);
    var moves = trips.moves(trip);
    var people = new LinkedHashSet<PersonId>();
    people.add(trip.facts().madeBy());
    for (var move : moves) {
      var person = move.person();
      if (person != null) {
        people.add(person);
      }
    }
    options.forEach(option -> people.add(option.writtenBy()));
    boolean decides =
        desk.decides()
            && switch (trip) {
              case OptionsSent it -> !it.sentBy().equals(desk.me());
              case Chosen it -> !it.choice().sentBy().equals(desk.me());
              default -> false;
            };
    model.addAttribute(
        "view",
        new View(desk, trip, lines, moves, accounts.names(people), papers.of(trip), decides, now));
    return "show";
  }

  private List<Line> lines(Desk desk, Trip trip, List<Option> options, Instant now) {
    var strips = Strip.of(options.stream().map(Option::journey).toList());
    var chosen = chosen(trip);
    var lines = new ArrayList<Line>();
    for (int i = 0; i < options.size(); i++) {
      var option = options.get(i);
      lines.add(
          new Line(
              option,
              strips.get(i),
              option.journey().findings(List.of()),
              about(desk, option),
              over(trip, option),
              !option.holds(now),
              option.writtenBy().equals(desk.me()),
              option.id().equals(chosen)));
    }
    return lines;
  }

  private static @Nullable OptionId chosen(Trip trip) {
    return switch (trip) {
      case Chosen it -> it.choice().option();
      case Authorised it -> it.choice().option();
      case PriceChanged it -> it.choice().option();
      case Underway it -> it.choice().option();
      case Trip.Closed it -> it.choice().option();
      default -> null;
    };
  }

  private @Nullable Money about(Desk desk, Option option) {
    var home = desk.pass().workspace().currency();
    return option.total().currency().equals(home)
        ? null
        : exchange.convert(option.total(), home).orElse(null);
  }

  private @Nullable Money over(Trip trip, Option option) {
    var budget = trip.facts().wish().budget();
    if (budget == null) {
      return null;
    }
    return exchange
        .convert(option.total(), budget.currency())
        .filter(total -> total.isMoreThan(budget))
        .map(total -> total.minus(budget))
        .orElse(null);
  }
}
