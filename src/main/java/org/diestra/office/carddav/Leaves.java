package org.diestra.office.carddav;

import java.util.List;
import java.util.Optional;
import org.diestra.office.contacts.Book;
import org.diestra.office.contacts.Books;
import org.diestra.office.contacts.Cards;
import org.diestra.office.contacts.Held;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Hash;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.dav.DavFault;
import org.diestra.platform.dav.DavPath;
import org.diestra.platform.dav.Xml;
import org.diestra.platform.vcard.Card;
import org.diestra.platform.vcard.CardFile;
import org.springframework.stereotype.Component;

/** What stands in books: found, put there and taken away. Paths are those of the branch. */
@Component
class Leaves {
  private static final int DEPTH = 3; // whose home, which book, its own name
  private static final int LONGEST_NAME = 255;
  private static final int LONGEST_UID = 500;
  private final Books books;
  private final Cards cards;

  Leaves(Books books, Cards cards) {
    this.books = books;
    this.cards = cards;
  }

  List<Book> books() {
    return books.all();
  }

  /** The book that a path leads into. */
  Optional<Book> book(DavPath path) {
    return Ids.read(path.names().get(1)).map(WorkspaceId::new).flatMap(books::find);
  }

  Optional<Leaf> find(DavPath path) {
    return book(path).flatMap(book -> find(book, path.name()));
  }

  private Optional<Leaf> find(Book book, String name) {
    return Optional.ofNullable(cards.named(book, List.of(name)).get(name))
        .map(held -> new Leaf(book, held));
  }

  List<Leaf> all(Book book) {
    return cards.all(book).stream().map(held -> new Leaf(book, held)).toList();
  }

  /**
   * From now until the transaction ends nobody else changes anything in that book.
   *
   * @throws DavFault 403 where the person may not either
   */
  void hold(DavPath path) {
    var book = book(path).orElseThrow(() -> new DavFault(404));
    if (!cards.hold(book)) {
      throw Names.denied(path);
    }
  }

  byte[] body(Leaf leaf) {
    var body = cards.bodies(leaf.book(), List.of(leaf.name())).get(leaf.name());
    if (body == null) {
      throw new NotFound();
    }
    if (!Hash.of(body).equals(leaf.held().etag())) {
      throw new DavFault(503); // written over in this moment: these bytes have another tag
    }
    return body;
  }

  /**
   * Keeps a body in the place of what is there.
   *
   * @throws DavFault 403 with the condition that it does not meet (RFC 6352, section 6.3.2.1)
   */
  Leaf keep(Viewer viewer, DavPath path, byte[] body) {
    requirePlace(path);
    var book = book(path).orElseThrow(() -> new DavFault(404));
    var card = read(body);
    var bearing = cards.bearing(book, card.uid()).map(Held::name);
    var there = find(book, path.name());
    boolean other = there.filter(l -> !l.held().uid().equals(card.uid())).isPresent();
    if (other || bearing.filter(name -> !name.equals(path.name())).isPresent()) {
      var twin = path.parent().child(bearing.orElse(path.name()));
      throw Names.refused("no-uid-conflict", Xml.href(Names.href(twin)));
    }
    return cards
        .put(book, path.name(), card, body, viewer.id())
        .fold(
            held -> new Leaf(book, held),
            full -> {
              throw new DavFault(507);
            });
  }

  private static Card read(byte[] body) {
    var card =
        CardFile.one(body)
            .fold(
                one -> one,
                why -> {
                  throw Names.refused(
                      why.key().equals("vcard.version")
                          ? "supported-address-data"
                          : "valid-address-data");
                });
    if (card.uid().isEmpty() || card.uid().length() > LONGEST_UID) {
      throw Names.refused("valid-address-data");
    }
    return card;
  }

  private static void requirePlace(DavPath path) {
    if (path.names().size() != DEPTH || path.name().length() > LONGEST_NAME) {
      throw Names.refused("addressbook-collection-location-ok");
    }
  }

  void remove(Viewer viewer, Leaf leaf) {
    cards.remove(leaf.book(), leaf.held(), viewer.id());
  }

  /** Taken out there and put in here, since each book counts its own changes. */
  void move(Viewer viewer, Leaf leaf, DavPath to) {
    requirePlace(to);
    var body = body(leaf);
    remove(viewer, leaf);
    giveWay(viewer, to);
    keep(viewer, to, body);
  }

  Leaf copy(Viewer viewer, Leaf leaf, DavPath to) {
    requirePlace(to);
    var body = body(leaf);
    giveWay(viewer, to);
    return keep(viewer, to, body);
  }

  /** Whatever its UID. */
  private void giveWay(Viewer viewer, DavPath to) {
    find(to).ifPresent(old -> remove(viewer, old));
  }
}
