package org.diestra.office.contacts;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.diestra.office.contacts.Contact.Place;
import org.diestra.office.contacts.ListStore.Wanted;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Typed;
import org.diestra.platform.vcard.Card;
import org.diestra.platform.vcard.CardFile;
import org.diestra.platform.vcard.CardLine;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The door for whoever writes to the people of a book: whom there is to choose, and how to reach.
 */
@Service
public class Addressees {
  /** So many are offered and read at a time. */
  public static final int MOST = 200;

  private final ListStore lists;
  private final CardStore cards;

  Addressees(ListStore lists, CardStore cards) {
    this.lists = lists;
    this.cards = cards;
  }

  /** One that may be chosen, as a list shows it. */
  public record Choice(CardId id, String title, String organisation, String mail) {}

  /**
   * A person or firm to whom somebody writes. What the card does not say is empty.
   *
   * @param title what people call it
   * @param position what somebody does
   * @param address as it stands on an envelope, a line each, without the name
   */
  public record Addressee(
      CardId id,
      String title,
      String given,
      String family,
      String organisation,
      String position,
      String mail,
      String phone,
      List<String> address) {
    public Addressee {
      address = List.copyOf(address);
    }
  }

  /**
   * By title, at most {@value #MOST}.
   *
   * @param q words each of which begins a word of what is found; empty for all
   * @param group one of the book's groups, or empty for all
   */
  @Transactional(readOnly = true)
  public List<Choice> choices(Book book, String q, String group) {
    var words = Entry.asked(Typed.line(q));
    if (!q.isBlank() && words.isEmpty()) {
      return List.of();
    }
    var wanted = new Wanted(words, "", Typed.line(group), null, null);
    return lists.list(book.workspace(), wanted, MOST).stream()
        .map(card -> new Choice(card.id(), card.title(), card.organisation(), card.mail()))
        .toList();
  }

  /** The book's groups by name, with how many bear each. */
  @Transactional(readOnly = true)
  public Map<String, Integer> groups(Book book) {
    return lists.groups(book.workspace());
  }

  /** Those of these that stand in the book, by title; of more than {@value #MOST} the first. */
  @Transactional(readOnly = true)
  public List<Addressee> of(Book book, Collection<CardId> ids) {
    var all = new ArrayList<Addressee>();
    var some = ids.stream().distinct().limit(MOST).toList();
    cards.some(
        book.workspace(),
        some,
        (id, body) -> {
          if (CardFile.one(body) instanceof Outcome.Done<Card>(var card)) {
            all.add(read(id, card));
          }
        });
    all.sort(Comparator.comparing(Addressee::title).thenComparing(a -> a.id().value()));
    return all;
  }

  private static Addressee read(CardId id, Card card) {
    var entry = Entry.of(card);
    var address = Contact.places(card).stream().findFirst().map(Place::lines).orElse(List.of());
    return new Addressee(
        id,
        entry.title(),
        Typed.line(card.part("N", 1)),
        Typed.line(card.part("N", 0)),
        Typed.line(card.line("ORG").map(CardLine::parts).orElse(List.of("")).getFirst()),
        Typed.line(card.text("TITLE")),
        entry.mail(),
        entry.phone(),
        address.stream().map(Typed::line).filter(line -> !line.isEmpty()).toList());
  }
}
