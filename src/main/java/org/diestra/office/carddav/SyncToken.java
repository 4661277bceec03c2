package org.diestra.office.carddav;

import java.util.regex.Pattern;
import org.diestra.office.contacts.Book;
import org.diestra.platform.dav.DavFault;

/** What a program has seen of a book (RFC 6578, section 3.2): the number of its last change. */
final class SyncToken {
  private static final String HEAD = "urn:diestra:contacts:";
  private static final Pattern TEXT = Pattern.compile("[0-9A-Za-z]{22}:\\d{1,18}");

  private SyncToken() {}

  static String at(Book book, long change) {
    return HEAD + book.workspace() + ":" + change;
  }

  static String of(Book book) {
    return at(book, book.change());
  }

  /**
   * The change up to which a program knows everything; 0 for nothing yet.
   *
   * @throws DavFault 403 for a token that is none of this book
   */
  static long known(Book book, String text) {
    if (text.isEmpty()) {
      return 0;
    }
    var rest = text.startsWith(HEAD) ? text.substring(HEAD.length()) : "";
    var own = book.workspace() + ":";
    long change =
        TEXT.matcher(rest).matches() && rest.startsWith(own)
            ? Long.parseLong(rest.substring(own.length()))
            : -1;
    if (change < 0 || change > book.change()) {
      throw new DavFault(403, Names.VALID_TOKEN);
    }
    return change;
  }
}
