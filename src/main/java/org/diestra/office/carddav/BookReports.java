package org.diestra.office.carddav;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javax.xml.namespace.QName;
import org.diestra.office.contacts.Book;
import org.diestra.office.contacts.Books;
import org.diestra.office.contacts.Cards;
import org.diestra.office.contacts.Held;
import org.diestra.platform.dav.Dav;
import org.diestra.platform.dav.DavFault;
import org.diestra.platform.dav.DavPath;
import org.diestra.platform.dav.Element;
import org.diestra.platform.dav.Report;
import org.diestra.platform.dav.Xml;
import org.springframework.stereotype.Component;

/** What programs ask of a book (RFC 6352, section 8; RFC 6578). */
@Component
class BookReports {
  private final Cards cards;
  private final Books books;

  BookReports(Cards cards, Books books) {
    this.cards = cards;
    this.books = books;
  }

  Map<QName, Report> all() {
    return Map.of(
        Names.QUERY, this::query,
        Names.MULTIGET, this::multiget,
        Names.SYNC, this::sync);
  }

  private static Book book(Report.Question asked) {
    return ((Shelf) asked.node()).book();
  }

  private static Report.Line line(Report.Question asked, Held held) {
    return Report.Line.of(asked.path().child(held.name()), new Leaf(book(asked), held));
  }

  /** Section 8.6; whoever asks it of a book means what lies in it, whatever the depth says. */
  private Report.Answer query(Report.Question asked) {
    var filter =
        Filter.read(
            asked.body().child(Names.FILTER).orElseThrow(() -> Names.refused("supported-filter")));
    var found = new Search(book(asked), filter, cards).held();
    var most = limit(asked.body(), Names.carddav("limit"), Names.carddav("nresults"));
    boolean cut = most.filter(m -> m < found.size()).isPresent();
    var told = cut ? found.subList(0, most.orElseThrow()) : found;
    var lines = new ArrayList<Report.Line>();
    told.forEach(held -> lines.add(line(asked, held)));
    if (cut) {
      lines.add(Report.Line.cut(asked.path()));
    }
    return new Report.Lines(lines, Xml.nothing(), filler(asked));
  }

  /** Section 8.7. */
  private Report.Answer multiget(Report.Question asked) {
    var paths = new LinkedHashSet<DavPath>();
    asked
        .body()
        .children()
        .filter(e -> e.name().equals(Dav.name("href")))
        .forEach(e -> DavPath.within(Names.BRANCH, e.text()).ifPresent(paths::add));
    Predicate<DavPath> here = p -> !p.root() && p.parent().equals(asked.path());
    var found = cards.named(book(asked), paths.stream().filter(here).map(DavPath::name).toList());
    var lines = new ArrayList<Report.Line>();
    for (var path : paths) {
      var held = here.test(path) ? found.get(path.name()) : null;
      lines.add(held == null ? Report.Line.missing(path) : line(asked, held));
    }
    return new Report.Lines(lines, Xml.nothing(), filler(asked));
  }

  /** RFC 6578, section 3.2; each change bears a number of its own, so a limit cuts anywhere. */
  private Report.Answer sync(Report.Question asked) {
    var book = book(asked);
    var token = asked.body().child(Names.SYNC_TOKEN).orElseThrow(() -> new DavFault(400)).text();
    var all = cards.since(book, SyncToken.known(book, token.strip()));
    var most = limit(asked.body(), Dav.name("limit"), Dav.name("nresults"));
    boolean cut = most.filter(m -> m < all.size()).isPresent();
    var told = cut ? all.subList(0, most.orElseThrow()) : all;
    var lines = new ArrayList<Report.Line>();
    told.forEach(one -> {
      var held = one.held();
      lines.add(
          held == null ? Report.Line.missing(asked.path().child(one.name())) : line(asked, held));
    });
    if (cut) {
      lines.add(Report.Line.cut(asked.path()));
    }
    long until = cut ? told.getLast().change() : book.change();
    var extra = Xml.element(Names.SYNC_TOKEN, Xml.text(SyncToken.at(book, until)));
    return new Report.Lines(lines, extra, filler(asked));
  }

  private static Optional<Integer> limit(Element body, QName limit, QName results) {
    return body.child(limit)
        .flatMap(l -> l.child(results))
        .map(r -> r.text().strip())
        .filter(text -> text.matches("[1-9]\\d{0,8}"))
        .map(Integer::valueOf);
  }

  /**
   * Adds the texts to some lines, as they are by then: access may have ended, or a card have moved
   * on.
   */
  private UnaryOperator<List<Report.Line>> filler(Report.Question asked) {
    var wanted = Wanted.read(asked.body());
    return lines -> wanted.isEmpty() ? lines : filled(asked, lines, wanted.get());
  }

  private List<Report.Line> filled(Report.Question asked, List<Report.Line> lines, Wanted wanted) {
    var there = new HashMap<String, Held>();
    var bodies = new HashMap<String, byte[]>();
    books
        .find(book(asked).workspace())
        .ifPresent(book -> {
          var names =
              lines.stream().filter(l -> l.node() != null).map(l -> l.path().name()).toList();
          there.putAll(cards.named(book, names));
          bodies.putAll(cards.bodies(book, names));
        });
    return lines.stream()
        .map(line -> {
          var held = there.get(line.path().root() ? "" : line.path().name());
          var body = held == null ? null : bodies.get(held.name());
          if (line.node() == null) {
            return line;
          }
          return held == null || body == null
              ? Report.Line.missing(line.path())
              : new Report.Line(
                  line.path(),
                  new Leaf(book(asked), held),
                  Map.of(Names.DATA, Xml.text(wanted.text(body))),
                  200);
        })
        .toList();
  }
}
