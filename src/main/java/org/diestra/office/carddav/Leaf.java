package org.diestra.office.carddav;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.xml.namespace.QName;
import org.diestra.office.contacts.Book;
import org.diestra.office.contacts.Held;
import org.diestra.platform.dav.Dav;
import org.diestra.platform.dav.Node;

/** A card in a book. */
record Leaf(Book book, Held held) implements Node {
  @Override
  public UUID id() {
    return held.id().value();
  }

  @Override
  public String name() {
    return held.name();
  }

  @Override
  public boolean collection() {
    return false;
  }

  @Override
  public Instant created() {
    return held.madeAt();
  }

  @Override
  public Instant modified() {
    return held.changedAt();
  }

  @Override
  public String etag() {
    return '"' + held.etag() + '"';
  }

  @Override
  public long size() {
    return held.size();
  }

  @Override
  public String mediaType() {
    return "text/vcard;charset=utf-8";
  }

  @Override
  public List<QName> privileges() {
    return book.reach().writes() ? Dav.WRITES : Dav.READS;
  }
}
