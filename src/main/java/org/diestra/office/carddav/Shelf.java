package org.diestra.office.carddav;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.xml.namespace.QName;
import org.diestra.office.contacts.Book;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.dav.Dav;
import org.diestra.platform.dav.Hall;
import org.diestra.platform.dav.Xml;
import org.diestra.platform.vcard.Card;

/**
 * A book in the home of somebody who may read it.
 *
 * @param properties the live ones, made once
 */
record Shelf(Viewer viewer, Book book, Map<QName, Xml> properties) implements Hall {
  private static final Set<QName> REPORTS = Set.of(Names.QUERY, Names.MULTIGET, Names.SYNC);

  static Shelf of(Viewer viewer, Book book) {
    var all = new LinkedHashMap<QName, Xml>();
    all.put(Names.carddav("supported-address-data"), data());
    all.put(
        Names.carddav("supported-collation-set"),
        joined(
            TextMatch.COLLATIONS,
            c -> Xml.element(Names.carddav("supported-collation"), Xml.text(c))));
    all.put(Names.carddav("max-resource-size"), Xml.text(String.valueOf(Card.LARGEST)));
    all.put(Names.CTAG, Xml.text(SyncToken.of(book)));
    all.put(Names.SYNC_TOKEN, Xml.text(SyncToken.of(book)));
    return new Shelf(viewer, book, all);
  }

  private static Xml data() {
    return joined(
        List.of("3.0", "4.0"),
        version ->
            Xml.element(
                Names.carddav("address-data-type"),
                attributes("content-type", "text/vcard", "version", version)));
  }

  private static Map<String, String> attributes(String... pairs) {
    var all = new LinkedHashMap<String, String>();
    for (int i = 0; i < pairs.length; i += 2) {
      all.put(pairs[i], pairs[i + 1]);
    }
    return all;
  }

  private static Xml joined(List<String> texts, Function<String, Xml> each) {
    return new Xml(texts.stream().map(each).map(Xml::markup).collect(Collectors.joining()));
  }

  /** Each person's own, so that what one calls it is nobody else's matter. */
  @Override
  public UUID id() {
    var key = viewer.id() + "/contacts/" + book.workspace();
    return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String name() {
    return book.workspace().toString();
  }

  @Override
  public String displayName() {
    return book.name();
  }

  @Override
  public List<QName> kinds() {
    return List.of(Dav.COLLECTION, Names.BOOK);
  }

  @Override
  public List<QName> privileges() {
    return book.reach().writes() ? Dav.WRITES : Dav.READS;
  }

  /** A workspace is called as it is; what one calls it oneself is kept for oneself. */
  @Override
  public Set<QName> personal() {
    return Set.of(Names.DISPLAY, Names.DESCRIPTION);
  }

  @Override
  public Set<QName> reports() {
    return REPORTS;
  }
}
