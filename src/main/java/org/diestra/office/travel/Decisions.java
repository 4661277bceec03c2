package org.diestra.office.travel;

import static org.diestra.platform.base.Outcome.done;
import static org.diestra.platform.base.Outcome.refused;

import org.diestra.office.travel.Trip.Chosen;
import org.diestra.office.travel.Trip.OptionsSent;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door for whoever decides for the client, and has not prepared what is decided on. */
@Service
class Decisions {
  static final int LONGEST_WORDS = 500;
  private final Trips trips;
  private final OptionStore options;
  private final TravelNotices notices;

  Decisions(Trips trips, OptionStore options, TravelNotices notices) {
    this.trips = trips;
    this.options = options;
    this.notices = notices;
  }

  /** Takes one option from the sheet; its price must still hold. */
  @Transactional
  public Outcome<TripId> choose(Desk desk, TripId id, int seen, OptionId which, String words) {
    desk.requireDecides();
    if (!(trips.held(desk, id) instanceof OptionsSent sent) || sent.facts().version() != seen) {
      return refused(Trips.MOVED);
    }
    var option = options.find(id, which).orElseThrow(NotFound::new);
    if (prepared(desk, sent.sentBy(), option)) {
      return refused(Refusal.conflict("travel.conflict.own"));
    }
    if (!option.holds(trips.now())) {
      return refused(Refusal.conflict("travel.conflict.expired", option.letter()));
    }
    var after = sent.choose(option, desk.me(), trips.now());
    var said = option.letter() + " " + option.name() + ", " + option.total();
    trips.move(desk, sent, after, "choose", words.isEmpty() ? said : said + "\n" + words);
    notices.chosen(desk, after, option);
    return done(id);
  }

  /** Whoever wrote or sent it leaves the decision to another. */
  static boolean prepared(Desk desk, PersonId sentBy, Option option) {
    return sentBy.equals(desk.me()) || option.writtenBy().equals(desk.me());
  }

  /** None of them, or not that one after all: more is looked for, on the same request. */
  @Transactional
  public Outcome<TripId> giveBack(Desk desk, TripId id, int seen, String why) {
    desk.requireDecides();
    var before = trips.held(desk, id);
    if (before.facts().version() != seen) {
      return refused(Trips.MOVED);
    }
    Trip after;
    switch (before) {
      case OptionsSent sent -> after = sent.giveBack(why, trips.now());
      case Chosen chosen -> after = chosen.giveBack(why, trips.now());
      default -> {
        return refused(Trips.MOVED);
      }
    }
    trips.move(desk, before, after, "return", why);
    notices.returned(desk, after);
    return done(id);
  }

  /** Up to how much may be paid for what was chosen, in its currency and not below its price. */
  @Transactional
  public Outcome<TripId> authorise(Desk desk, TripId id, int seen, Money most) {
    desk.requireDecides();
    if (!(trips.held(desk, id) instanceof Chosen chosen) || chosen.facts().version() != seen) {
      return refused(Trips.MOVED);
    }
    var choice = chosen.choice();
    var option = options.find(id, choice.option()).orElseThrow(NotFound::new);
    if (prepared(desk, choice.sentBy(), option)) {
      return refused(Refusal.conflict("travel.conflict.own"));
    }
    if (!most.currency().equals(choice.total().currency()) || choice.total().isMoreThan(most)) {
      return refused(Refusal.invalid("most", "travel.ceiling.low", choice.total()));
    }
    var after = chosen.authorise(most, desk.me(), trips.now());
    trips.move(desk, chosen, after, "authorise", most.toString());
    notices.authorised(desk, after);
    return done(id);
  }
}
