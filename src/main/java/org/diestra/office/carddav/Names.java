package org.diestra.office.carddav;

import java.util.ArrayList;
import java.util.List;
import javax.xml.namespace.QName;
import org.diestra.platform.dav.Dav;
import org.diestra.platform.dav.DavFault;
import org.diestra.platform.dav.DavPath;
import org.diestra.platform.dav.Xml;

/** Names of RFC 6352 and of what programs ask for besides. */
final class Names {
  /** That of the branch. */
  static final String BRANCH = "contacts";

  static final QName BOOK = carddav("addressbook");
  static final QName HOME = carddav("addressbook-home-set");
  static final QName DATA = carddav("address-data");
  static final QName DESCRIPTION = carddav("addressbook-description");
  static final QName PROP = carddav("prop");
  static final QName FILTER = carddav("filter");
  static final QName QUERY = carddav("addressbook-query");
  static final QName MULTIGET = carddav("addressbook-multiget");
  static final QName SYNC = Dav.name("sync-collection");
  static final QName SYNC_TOKEN = Dav.name("sync-token");
  static final QName DISPLAY = Dav.name("displayname");
  static final QName OWNER = Dav.name("owner");

  /** RFC 6578, section 3.2. */
  static final QName VALID_TOKEN = Dav.name("valid-sync-token");

  static final QName TOO_MANY = Dav.name("number-of-matches-within-limits");

  /** Of older programs, which know no sync tokens. */
  static final QName CTAG = new QName("http://calendarserver.org/ns/", "getctag");

  private Names() {}

  static QName carddav(String local) {
    return new QName("urn:ietf:params:xml:ns:carddav", local);
  }

  /** RFC 6352, section 1.2: a condition of its own that did not hold. */
  static DavFault refused(String condition) {
    return refused(condition, Xml.nothing());
  }

  static DavFault refused(String condition, Xml detail) {
    return new DavFault(403, carddav(condition), detail);
  }

  /** RFC 3744, section 7.1.1. */
  static DavFault denied(DavPath path) {
    var resource =
        Xml.element(
            Dav.name("resource"),
            Xml.href(href(path)),
            Xml.element(Dav.name("privilege"), Xml.element(Dav.name("write"))));
    return new DavFault(403, Dav.PRIVILEGES, resource);
  }

  /** The address of something in the branch. */
  static String href(DavPath path) {
    var names = new ArrayList<String>(List.of(BRANCH));
    names.addAll(path.names());
    return new DavPath(names).href(false);
  }
}
