package org.diestra.office.invitations;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diestra.office.calendar.EventId;
import org.diestra.office.calendar.EventTexts;
import org.diestra.office.calendar.EventTexts.Text;
import org.diestra.office.contacts.Addressees;
import org.diestra.office.contacts.Addressees.Addressee;
import org.diestra.office.contacts.Addressees.Choice;
import org.diestra.office.contacts.Book;
import org.diestra.office.contacts.Books;
import org.diestra.office.contacts.CardId;
import org.diestra.office.invitations.Meetings.Wanted;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.EmailAddress;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Excerpt;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.data.HouseRights;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who is asked to events, for whoever may read those. */
@Service
class Guestbook {
  private final MeetingStore meetings;
  private final GuestStore guests;
  private final EventTexts texts;
  private final Sending sending;
  private final Strangers strangers;
  private final Askers askers;
  private final Accounts accounts;
  private final Books books;
  private final Addressees addressees;
  private final HouseRights house;

  Guestbook(
      MeetingStore meetings,
      GuestStore guests,
      EventTexts texts,
      Sending sending,
      Strangers strangers,
      Askers askers,
      Accounts accounts,
      Books books,
      Addressees addressees,
      HouseRights house) {
    this.meetings = meetings;
    this.guests = guests;
    this.texts = texts;
    this.sending = sending;
    this.strangers = strangers;
    this.askers = askers;
    this.accounts = accounts;
    this.books = books;
    this.addressees = addressees;
    this.house = house;
  }

  /**
   * Who is asked to an event, before somebody who may read it.
   *
   * @param due whom it would be sent to, if it can be sent
   * @param dates what was answered to single dates
   */
  record People(
      Text event,
      boolean changes,
      @Nullable Meeting meeting,
      List<Guest> guests,
      Map<GuestId, Map<String, Answer>> dates,
      Sending.@Nullable Due due) {
    long count(Answer answer) {
      return guests.stream().filter(g -> g.told() && g.answer() == answer).count();
    }
  }

  /**
   * @throws NotFound if the caller may not read that event
   */
  @Transactional(readOnly = true)
  public People of(Viewer viewer, EventId id) {
    var seen = texts.get(id);
    return house.call(() -> {
      var meeting = meetings.of(id).orElse(null);
      boolean changes =
          seen.changes()
              && guests.byCopy(id).isEmpty()
              && !askers.foreign(viewer, seen.text(), meeting);
      if (meeting == null) {
        return new People(seen.text(), changes, null, List.of(), Map.of(), null);
      }
      var all = guests.of(meeting.id()).stream().filter(Guest::there).toList();
      var due =
          sending.due(viewer, meeting, all, seen.text())
                  instanceof Outcome.Done<Sending.Due>(var found)
              ? found
              : null;
      var dates = guests.dates(meeting.id());
      return new People(seen.text(), changes, meeting, all, dates, due);
    });
  }

  /** Whom one can ask without writing an address: those who work there with the caller. */
  @Transactional(readOnly = true)
  public Map<PersonId, String> circle(Viewer viewer, Text event) {
    var people = new LinkedHashMap<>(accounts.names(strangers.circle(viewer, event)));
    people.remove(viewer.id());
    return people;
  }

  /**
   * Those of the client's contact book who can be written to, by title, where the caller may read
   * it; at most {@value Addressees#MOST}.
   *
   * @param q words that are looked for, or empty
   */
  @Transactional(readOnly = true)
  public List<Choice> contacts(Text event, String q) {
    return book(event).map(book -> addressees.choices(book, q, "")).orElse(List.of()).stream()
        .filter(one -> EmailAddress.read(one.mail()).isPresent())
        .toList();
  }

  /**
   * One of them.
   *
   * @throws NotFound if nobody such stands there, or the caller may not read that book
   */
  @Transactional(readOnly = true)
  public Wanted contact(Text event, CardId id, boolean optional) {
    var found = book(event).map(book -> addressees.of(book, List.of(id))).orElse(List.of());
    return found.stream()
        .findFirst()
        .flatMap(one -> EmailAddress.read(one.mail()).map(mail -> wanted(mail, one, optional)))
        .orElseThrow(NotFound::new);
  }

  private static Wanted wanted(EmailAddress mail, Addressee one, boolean optional) {
    return new Wanted(mail, Excerpt.head(one.title(), Guest.LONGEST_NAME), optional);
  }

  private Optional<Book> book(Text event) {
    var room = event.workspace();
    return room == null ? Optional.empty() : books.find(room);
  }

  /** Whether the caller may ask people from outside. */
  @Transactional(readOnly = true)
  public boolean asksStrangers(Viewer viewer, Text event) {
    return strangers.allowed(viewer, event);
  }
}
