package org.diestra.platform.dav;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.xml.namespace.QName;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;

/**
 * {@code /dav/principals/{user}/} (RFC 3744, section 4): who a program comes in for, and where that
 * person's calendars are. Everybody finds only themselves.
 */
final class Principals implements Still {
  static final String NAME = "principals";
  private static final UUID HALL = new UUID(0, 2);
  private static final QName PRINCIPAL = Dav.name("principal");
  private static final QName MATCH = Dav.name("principal-match");
  private static final QName SEARCH = Dav.name("principal-property-search");
  private static final QName SEARCHABLE = Dav.name("principal-search-property-set");
  private static final QName DISPLAY = Dav.name("displayname");
  private static final QName ADDRESSES = new QName(Dav.CALDAV, "calendar-user-address-set");
  private static final QName MAILS =
      new QName("http://calendarserver.org/ns/", "email-address-set");
  private final List<Branch> branches;

  /**
   * @param open those that the program's password opens
   */
  Principals(List<Branch> open) {
    this.branches = List.copyOf(open);
  }

  /** Where that person's principal stands. */
  static String href(PersonId person) {
    return new DavPath(List.of(NAME, person.toString())).href(true);
  }

  private record Room(String name) implements Hall {
    @Override
    public UUID id() {
      return HALL;
    }

    @Override
    public Set<QName> reports() {
      return Set.of(MATCH, SEARCH, SEARCHABLE);
    }
  }

  private record Person(Viewer viewer, Map<QName, Xml> properties) implements Hall {
    @Override
    public UUID id() {
      return viewer.id().value();
    }

    @Override
    public String name() {
      return viewer.id().toString();
    }

    @Override
    public String displayName() {
      return viewer.name();
    }

    @Override
    public List<QName> kinds() {
      return List.of(Dav.COLLECTION, PRINCIPAL);
    }
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<Node> find(Viewer viewer, DavPath path) {
    if (path.root()) {
      return Optional.of(new Room(NAME));
    }
    return path.names().equals(List.of(viewer.id().toString()))
        ? Optional.of(person(viewer))
        : Optional.empty();
  }

  @Override
  public List<Node> children(Viewer viewer, DavPath path, Node collection) {
    return path.root() ? List.of(person(viewer)) : List.of();
  }

  private Person person(Viewer viewer) {
    var all = new LinkedHashMap<QName, Xml>();
    var own = href(viewer.id());
    all.put(Dav.name("principal-URL"), Xml.href(own));
    all.put(Dav.name("alternate-URI-set"), Xml.nothing());
    all.put(Dav.name("group-member-set"), Xml.nothing());
    all.put(Dav.name("group-membership"), Xml.nothing());
    all.put(
        ADDRESSES, new Xml(Xml.href("mailto:" + viewer.email()).markup() + Xml.href(own).markup()));
    all.put(
        MAILS,
        Xml.element(new QName(MAILS.getNamespaceURI(), "email-address"), Xml.text(viewer.email())));
    branches.forEach(branch -> all.putAll(branch.homes(viewer)));
    return new Person(viewer, all);
  }

  @Override
  public Map<QName, Report> reports() {
    return Map.of(
        MATCH, this::match,
        SEARCH, this::search,
        SEARCHABLE, question -> new Report.Document(Multistatus.XML, searchable()));
  }

  /** RFC 3744, section 9.3: the caller's own. */
  private Report.Answer match(Report.Question asked) {
    return self(asked.viewer(), asked.body().has(Dav.name("self")));
  }

  /** Section 9.4, by name or address. */
  private Report.Answer search(Report.Question asked) {
    var viewer = asked.viewer();
    var all =
        asked.body().children().filter(e -> e.name().equals(Dav.name("property-search"))).toList();
    if (all.isEmpty()) {
      throw new DavFault(400);
    }
    return self(viewer, all.stream().allMatch(one -> holds(viewer, one)));
  }

  private static boolean holds(Viewer viewer, Element one) {
    var wanted = one.child(Dav.name("match")).map(Element::text).orElse("").strip();
    var prop = one.child(Dav.name("prop")).orElseThrow(() -> new DavFault(400));
    return prop.children()
        .allMatch(p -> {
          var has =
              p.name().equals(DISPLAY)
                  ? viewer.name()
                  : p.name().equals(ADDRESSES) || p.name().equals(MAILS)
                      ? "mailto:" + viewer.email()
                      : "";
          return !has.isEmpty()
              && has.toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT));
        });
  }

  private Report.Answer self(Viewer viewer, boolean there) {
    var path = new DavPath(List.of(viewer.id().toString()));
    return new Report.Lines(
        there ? List.of(Report.Line.of(path, person(viewer))) : List.of(), Xml.nothing());
  }

  /** Section 9.5: what can be searched by. */
  private static byte[] searchable() {
    var out = new StringBuilder();
    for (var name : List.of(DISPLAY, ADDRESSES, MAILS)) {
      out.append(
          Xml.element(
                  Dav.name("principal-search-property"),
                  Xml.element(Dav.name("prop"), Xml.element(name)),
                  Xml.element(Dav.name("description"), Xml.text(name.getLocalPart())))
              .markup());
    }
    return Multistatus.document(SEARCHABLE, new Xml(out.toString()))
        .getBytes(StandardCharsets.UTF_8);
  }
}
