package org.diestra.operator.disputes;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.diestra.operator.disputes.Dispute.Closed;
import org.diestra.operator.disputes.Dispute.Facts;
import org.diestra.operator.disputes.Dispute.Open;
import org.diestra.operator.disputes.Dispute.Opened;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.Accounts.Contact;
import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.live.Live;
import org.diestra.platform.mail.Letter;
import org.diestra.platform.mail.Mail;
import org.diestra.platform.notifications.Notice;
import org.diestra.platform.notifications.Notifications;
import org.diestra.platform.page.Pages;
import org.diestra.work.contracts.Side;
import org.diestra.work.contracts.Sides;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells each side what the other or the house did. A claim goes to the inbox and, as a letter that
 * nobody can switch off, by mail: silence about it costs money.
 */
@Component
class DisputeNotices {
  static final String CLAIM = "disputes:claim";
  static final String NEWS = "disputes:news";
  static final String LIVE = "dispute";
  private final Notifications notifications;
  private final Mail mail;
  private final Accounts accounts;
  private final Organisations organisations;
  private final Sides sides;
  private final Pages pages;
  private final Live live;

  DisputeNotices(
      Notifications notifications,
      Mail mail,
      Accounts accounts,
      Organisations organisations,
      Sides sides,
      Pages pages,
      Live live) {
    this.notifications = notifications;
    this.mail = mail;
    this.accounts = accounts;
    this.organisations = organisations;
    this.sides = sides;
    this.pages = pages;
    this.live = live;
  }

  /** The other side hears of the claim, and what its silence would mean. */
  void claimed(Opened it, int number) {
    var facts = it.facts();
    var side = facts.claim().side();
    var by = name(facts, side);
    var title = facts.place().title();
    var key = number == 1 ? "disputes.notice.opened" : "disputes.notice.reminder";
    var people = people(facts, side.other());
    for (var person : people) {
      notifications.tell(
          Notice.to(person, CLAIM, facts.id().href(), key, by, title, it.dueAt())
              .once("disputes:claim:" + facts.id() + ":" + number)
              .from(by));
    }
    for (var contact : accounts.contacts(people).values()) {
      mail.send(letter(contact, it, by, title, number));
    }
  }

  private Letter letter(Contact to, Opened it, String by, String title, int number) {
    var facts = it.facts();
    var words = pages.formats(to.locale(), to.zone());
    var figure = facts.figure(facts.claim().side());
    var subject =
        words.words(
            number == 1 ? "disputes.letter.subject" : "disputes.letter.subject.again", title);
    return Letter.to(to.email(), to.locale(), CLAIM, subject)
        .heading(subject)
        .text(words.words("disputes.letter.text", by, title, figure, facts.figures().stake()))
        .text(words.words("disputes.letter.silence", it.dueAt(), figure))
        .button(words.words("disputes.letter.go"), facts.id().href())
        .small(words.words("disputes.letter.small"))
        .withOnce("disputes:claim:" + facts.id() + ":" + number + ":" + to.id());
  }

  void moved(Dispute after, Move move) {
    var what = move.what();
    switch (what) {
      case OPENED, TAKEN -> {}
      case ASKED -> {
        if (move.asked() != null) {
          tell(after, move.asked(), move, key(what));
        }
      }
      case WAITED, PROPOSED, DECIDED -> both(after, move, key(what));
      case MEDIATION, LAPSED -> {
        both(after, move, key(what));
        toHouse(after);
      }
      case SETTLED -> {
        if (after instanceof Closed closed) {
          both(after, move, "disputes.notice.closed." + slug(closed.ending()));
        }
      }
      case APPEALED -> {
        toOther(after, move);
        toHouse(after);
      }
      case RESPONDED, FIGURE, SAID, ACCEPTED, REFUSED, WITHDRAWN -> {
        toOther(after, move);
        toMediator(after, move);
      }
    }
  }

  private void toOther(Dispute it, Move move) {
    if (move.side() != null) {
      tell(it, move.side().other(), move, key(move.what()));
    }
  }

  private static String key(Move.What what) {
    return "disputes.notice." + slug(what);
  }

  private static String slug(Enum<?> label) {
    return label.name().toLowerCase(Locale.ROOT);
  }

  private void both(Dispute it, Move move, String key) {
    for (var side : Side.values()) {
      tell(it, side, move, key);
    }
  }

  private void tell(Dispute it, Side side, Move move, String key) {
    var facts = it.facts();
    people(facts, side).forEach(person -> tell(person, it, move, key, facts.id().href(), side));
  }

  private void toMediator(Dispute it, Move move) {
    var mediator = it.facts().mediator();
    var side = move.side();
    if (mediator != null && side != null) {
      var page = DisputesDesk.PAGE + "/" + it.facts().id();
      tell(mediator, it, move, key(move.what()), page, side.other());
    }
  }

  private void tell(PersonId to, Dispute it, Move move, String key, String page, Side side) {
    var facts = it.facts();
    var other = name(facts, side.other());
    Object until = it instanceof Open open ? open.dueAt() : "";
    Object figure = move.figure() == null ? "" : move.figure();
    notifications.tell(
        Notice.to(to, NEWS, page, key, other, facts.place().title(), figure, until)
            .once("disputes:news:" + facts.id() + ":" + facts.version()));
  }

  /** It is for the house to do something: whoever has it in hand hears of it, or else anybody. */
  private void toHouse(Dispute it) {
    operators(it, "disputes.notice.desk", String.valueOf(it.facts().version()), null);
  }

  /** The same for what was to be done until now. */
  void late(Open it) {
    operators(it, "disputes.notice.late", "late:" + it.stage(), null);
  }

  /** A decision holds once somebody else of the house confirms it. */
  void drafted(Dispute it, PersonId by, int number) {
    operators(it, "disputes.notice.second", "second:" + number, by);
  }

  private void operators(Dispute it, String key, String occasion, @Nullable PersonId but) {
    var facts = it.facts();
    var page = DisputesDesk.PAGE + "/" + facts.id();
    notifications.tell(
        able(facts, but).stream()
            .map(person ->
                Notice.to(person, NEWS, page, key, facts.place().title(), facts.figures().stake())
                    .once("disputes:house:" + facts.id() + ":" + occasion))
            .toList());
  }

  /** The mediator, or, where there is none or it is another who is asked for, all without a tie. */
  private List<PersonId> able(Facts facts, @Nullable PersonId but) {
    if (facts.mediator() != null && but == null) {
      return List.of(facts.mediator());
    }
    var members =
        organisations.members(facts.place().client()).stream()
            .map(Organisations.Member::person)
            .collect(Collectors.toSet());
    return accounts.operators().stream()
        .filter(person -> !person.equals(but) && !person.equals(facts.place().assistant()))
        .filter(person -> !members.contains(person))
        .toList();
  }

  /** Open pages of everybody concerned show it anew. */
  void changed(Dispute it) {
    var facts = it.facts();
    var all = new ArrayList<PersonId>();
    for (var side : Side.values()) {
      all.addAll(people(facts, side));
    }
    if (facts.mediator() != null) {
      all.add(facts.mediator());
    }
    live.tell(all, LIVE, facts.id().toString());
  }

  private List<PersonId> people(Facts facts, Side side) {
    return sides.people(side, facts.place().client(), facts.place().assistant());
  }

  private String name(Facts facts, Side side) {
    return sides.name(side, facts.place().client(), facts.place().assistant());
  }
}
