package org.diestra.office.travel;

import static org.diestra.platform.data.Row.date;
import static org.diestra.platform.data.Row.dateOrNull;
import static org.diestra.platform.data.Row.id;
import static org.diestra.platform.data.Row.idOrNull;
import static org.diestra.platform.data.Row.instant;
import static org.diestra.platform.data.Row.integer;
import static org.diestra.platform.data.Row.label;
import static org.diestra.platform.data.Row.labelOrNull;
import static org.diestra.platform.data.Row.money;
import static org.diestra.platform.data.Row.moneyOrNull;
import static org.diestra.platform.data.Row.text;
import static org.diestra.platform.data.Row.textOrNull;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import org.diestra.office.journeys.Cabin;
import org.diestra.office.travel.Trip.Authorised;
import org.diestra.office.travel.Trip.Booked;
import org.diestra.office.travel.Trip.Booking;
import org.diestra.office.travel.Trip.Cancelled;
import org.diestra.office.travel.Trip.Ceiling;
import org.diestra.office.travel.Trip.Choice;
import org.diestra.office.travel.Trip.Chosen;
import org.diestra.office.travel.Trip.Closed;
import org.diestra.office.travel.Trip.Facts;
import org.diestra.office.travel.Trip.OptionsSent;
import org.diestra.office.travel.Trip.PriceChanged;
import org.diestra.office.travel.Trip.Requested;
import org.diestra.office.travel.Trip.Researching;
import org.diestra.office.travel.Trip.State;
import org.diestra.office.travel.Trip.Travelling;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Money;

/** A trip as its row says it, in the state that it is in. */
final class TripRow {
  private TripRow() {}

  static Trip read(ResultSet r) throws SQLException {
    var facts = facts(r);
    return switch (label(r, "state", State.class)) {
      case REQUESTED -> new Requested(facts);
      case RESEARCHING -> new Researching(facts, textOrNull(r, "reason"));
      case OPTIONS_SENT -> new OptionsSent(facts, person(r, "sent_by"));
      case CHOSEN -> new Chosen(facts, choice(r));
      case AUTHORISED -> new Authorised(facts, choice(r), ceiling(r));
      case PRICE_CHANGED -> new PriceChanged(facts, choice(r), ceiling(r), paid(r, "price"));
      case BOOKED -> new Booked(facts, choice(r), ceiling(r), booking(r));
      case TRAVELLING -> new Travelling(facts, choice(r), ceiling(r), booking(r));
      case CLOSED -> new Closed(facts, choice(r), ceiling(r), booking(r));
      case CANCELLED -> new Cancelled(facts, idOrNull(r, "booked_by") == null ? null : booking(r));
    };
  }

  private static Facts facts(ResultSet r) throws SQLException {
    var researcher = idOrNull(r, "researcher");
    return new Facts(
        new TripId(id(r, "id")),
        new WorkspaceId(id(r, "workspace")),
        id(r, "key"),
        wish(r),
        integer(r, "version"),
        instant(r, "since"),
        person(r, "made_by"),
        integer(r, "round"),
        researcher == null ? null : new PersonId(researcher));
  }

  private static Wish wish(ResultSet r) throws SQLException {
    return new Wish(
        text(r, "title"),
        text(r, "travellers"),
        integer(r, "heads"),
        text(r, "origin"),
        text(r, "destination"),
        date(r, "leaves"),
        dateOrNull(r, "returns"),
        integer(r, "flexible"),
        moneyOrNull(r, "budget", "currency"),
        Currency.getInstance(text(r, "currency")),
        labelOrNull(r, "cabin", Cabin.class),
        text(r, "notes"));
  }

  private static PersonId person(ResultSet r, String column) throws SQLException {
    return new PersonId(id(r, column));
  }

  private static Choice choice(ResultSet r) throws SQLException {
    return new Choice(
        new OptionId(id(r, "option")),
        paid(r, "total"),
        person(r, "chosen_by"),
        person(r, "sent_by"));
  }

  private static Ceiling ceiling(ResultSet r) throws SQLException {
    return new Ceiling(paid(r, "ceiling"), person(r, "authorised_by"));
  }

  private static Booking booking(ResultSet r) throws SQLException {
    return new Booking(paid(r, "price"), text(r, "code"), person(r, "booked_by"));
  }

  private static Money paid(ResultSet r, String column) throws SQLException {
    return money(r, column, "paid_in");
  }
}
