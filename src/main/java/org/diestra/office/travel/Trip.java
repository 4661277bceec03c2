package org.diestra.office.travel;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Money;
import org.jspecify.annotations.Nullable;

/**
 * A journey’s life: {@code REQUESTED → RESEARCHING → OPTIONS_SENT → CHOSEN → AUTHORISED → BOOKED →
 * TRAVELLING → CLOSED}. Options come back with a comment, or because what was chosen got dearer:
 * {@code PRICE_CHANGED → OPTIONS_SENT}. Until it is over it may be called off.
 */
sealed interface Trip {
  Facts facts();

  State state();

  enum State {
    REQUESTED("wait"),
    RESEARCHING(""),
    OPTIONS_SENT("wait"),
    CHOSEN("wait"),
    AUTHORISED("wait"),
    PRICE_CHANGED("stop"),
    BOOKED("good"),
    TRAVELLING("good"),
    CLOSED(""),
    CANCELLED("stop");

    private final String tone;

    State(String tone) {
      this.tone = tone;
    }

    String slug() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String key() {
      return "travel.state." + slug();
    }

    /** Of its badge. */
    String tone() {
      return tone;
    }
  }

  /**
   * @param key of the form that asked for it
   * @param version counts its steps, so that nobody decides on what they have not seen
   * @param since when it came to its state
   * @param madeBy who asked for it
   * @param round how many sheets of options were sent
   * @param researcher who looks for options, or null for nobody yet
   */
  record Facts(
      TripId id,
      WorkspaceId workspace,
      UUID key,
      Wish wish,
      int version,
      Instant since,
      PersonId madeBy,
      int round,
      @Nullable PersonId researcher) {

    String href() {
      return "/w/" + workspace + "/travel/" + id;
    }

    Facts moved(Instant now) {
      return new Facts(id, workspace, key, wish, version + 1, now, madeBy, round, researcher);
    }

    private Facts researched(PersonId by, Instant now) {
      return new Facts(id, workspace, key, wish, version + 1, now, madeBy, round, by);
    }

    private Facts sent(Instant now) {
      return new Facts(id, workspace, key, wish, version + 1, now, madeBy, round + 1, researcher);
    }

    Facts asking(Wish other, Instant now) {
      return new Facts(id, workspace, key, other, version + 1, now, madeBy, round, researcher);
    }
  }

  /**
   * What the client took from a sheet.
   *
   * @param total what it cost then
   * @param sentBy who had sent the sheet
   */
  record Choice(OptionId option, Money total, PersonId by, PersonId sentBy) {}

  /** Up to how much may be paid for it, in the currency of the choice. */
  record Ceiling(Money most, PersonId by) {}

  /** What was paid, by whom it was booked, and the code it goes by. */
  record Booking(Money paid, String code, PersonId by) {}

  /** What may be called off: all that is not over. */
  sealed interface Live extends Trip
      permits Requested, Written, OptionsSent, Chosen, Authorised, Underway {
    default Cancelled cancel(Instant now) {
      return new Cancelled(
          facts().moved(now), this instanceof Underway paid ? paid.booking() : null);
    }
  }

  /** In which options are written. */
  sealed interface Written extends Live permits Researching, PriceChanged {
    /** The sheet goes to the client. */
    default OptionsSent send(PersonId by, Instant now) {
      return new OptionsSent(facts().sent(now), by);
    }
  }

  /** It waits for whoever looks for options. */
  record Requested(Facts facts) implements Live {
    @Override
    public State state() {
      return State.REQUESTED;
    }

    Researching research(PersonId by, Instant now) {
      return new Researching(facts.researched(by, now), null);
    }
  }

  /**
   * Options are being looked for.
   *
   * @param why what the client said to those before, or null
   */
  record Researching(Facts facts, @Nullable String why) implements Written {
    @Override
    public State state() {
      return State.RESEARCHING;
    }
  }

  /** The client has a sheet to choose from. */
  record OptionsSent(Facts facts, PersonId sentBy) implements Live {
    @Override
    public State state() {
      return State.OPTIONS_SENT;
    }

    Researching giveBack(String why, Instant now) {
      return new Researching(facts.moved(now), why);
    }

    Chosen choose(Option option, PersonId by, Instant now) {
      return new Chosen(facts.moved(now), new Choice(option.id(), option.total(), by, sentBy));
    }
  }

  /** The client has chosen; how much may be paid is still to be said. */
  record Chosen(Facts facts, Choice choice) implements Live {
    @Override
    public State state() {
      return State.CHOSEN;
    }

    Researching giveBack(String why, Instant now) {
      return new Researching(facts.moved(now), why);
    }

    Authorised authorise(Money most, PersonId by, Instant now) {
      return new Authorised(facts.moved(now), choice, new Ceiling(most, by));
    }
  }

  /** It may be booked. */
  record Authorised(Facts facts, Choice choice, Ceiling ceiling) implements Live {
    /** By how much the price may rise after the choice, in hundredths of it. */
    static final int RISE = 5;

    @Override
    public State state() {
      return State.AUTHORISED;
    }

    /** Whether that price is within what was chosen and authorised, to the last cent. */
    boolean allows(Money price) {
      return price.compareTo(ceiling.most()) <= 0 && price.compareTo(most()) <= 0;
    }

    /** The dearest it may be booked at: of the choice and 5 %, and of the ceiling, the lower. */
    Money most() {
      var total = choice.total();
      long risen =
          java.math.BigInteger.valueOf(total.minor())
              .multiply(java.math.BigInteger.valueOf(100 + RISE))
              .divide(java.math.BigInteger.valueOf(100)) // down: never above five in a hundred
              .longValueExact();
      var most = new Money(risen, total.currency());
      return most.isMoreThan(ceiling.most()) ? ceiling.most() : most;
    }

    /** Booked where the price is allowed; otherwise it goes back. */
    Trip book(Booking booking, Instant now) {
      return allows(booking.paid())
          ? new Booked(facts.moved(now), choice, ceiling, booking)
          : new PriceChanged(facts.moved(now), choice, ceiling, booking.paid());
    }
  }

  /**
   * What was chosen is no longer to be had for what was allowed.
   *
   * @param price what it would cost now
   */
  record PriceChanged(Facts facts, Choice choice, Ceiling ceiling, Money price) implements Written {
    @Override
    public State state() {
      return State.PRICE_CHANGED;
    }
  }

  /** Paid for, and not over. */
  sealed interface Underway extends Live permits Booked, Travelling {
    Choice choice();

    Ceiling ceiling();

    Booking booking();

    /** The same, with another itinerary. */
    Underway changed(Instant now);

    default Closed close(Instant now) {
      return new Closed(facts().moved(now), choice(), ceiling(), booking());
    }
  }

  record Booked(Facts facts, Choice choice, Ceiling ceiling, Booking booking) implements Underway {
    @Override
    public State state() {
      return State.BOOKED;
    }

    @Override
    public Booked changed(Instant now) {
      return new Booked(facts.moved(now), choice, ceiling, booking);
    }

    Travelling depart(Instant now) {
      return new Travelling(facts.moved(now), choice, ceiling, booking);
    }
  }

  record Travelling(Facts facts, Choice choice, Ceiling ceiling, Booking booking)
      implements Underway {
    @Override
    public State state() {
      return State.TRAVELLING;
    }

    @Override
    public Travelling changed(Instant now) {
      return new Travelling(facts.moved(now), choice, ceiling, booking);
    }
  }

  /** It is over. */
  record Closed(Facts facts, Choice choice, Ceiling ceiling, Booking booking) implements Trip {
    @Override
    public State state() {
      return State.CLOSED;
    }
  }

  /**
   * It was called off; why stands with the step.
   *
   * @param booking what had been paid by then, to have it back; or null
   */
  record Cancelled(Facts facts, @Nullable Booking booking) implements Trip {
    @Override
    public State state() {
      return State.CANCELLED;
    }
  }
}
