package org.diestra.platform.dav;

import static java.time.format.DateTimeFormatter.ISO_INSTANT;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.namespace.QName;
import org.diestra.platform.accounts.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * The properties of RFC 4918, section 15, made by the engine for every node.
 *
 * @param locks those around the nodes
 * @param viewer who asks
 * @param lockable whether anything can be locked there
 */
record Live(List<Lock> locks, Viewer viewer, boolean lockable, Instant now) {
  /** RFC 9110, section 5.6.7. */
  private static final DateTimeFormatter HTTP_DATE =
      DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);

  private static final QName CREATED = Dav.name("creationdate");
  private static final QName DISPLAY = Dav.name("displayname");
  private static final QName LENGTH = Dav.name("getcontentlength");
  private static final QName TYPE = Dav.name("getcontenttype");
  private static final QName ETAG = Dav.name("getetag");
  private static final QName MODIFIED = Dav.name("getlastmodified");
  private static final QName KIND = Dav.name("resourcetype");
  private static final QName SUPPORTED_LOCK = Dav.name("supportedlock");
  static final QName DISCOVERY = Dav.name("lockdiscovery");
  private static final QName REPORTS = Dav.name("supported-report-set");
  private static final QName OWN_PRINCIPAL = Dav.name("current-user-principal");
  private static final QName PRINCIPALS = Dav.name("principal-collection-set");
  private static final QName PRIVILEGES = Dav.name("current-user-privilege-set");
  private static final Set<QName> ON_REQUEST =
      Set.of(REPORTS, OWN_PRINCIPAL, PRINCIPALS, PRIVILEGES);
  private static final Set<QName> COLLECTIONS_LACK = Set.of(LENGTH, TYPE, ETAG);

  /** What {@code allprop} answers besides dead ones. */
  static final List<QName> ALL =
      List.of(CREATED, DISPLAY, LENGTH, TYPE, ETAG, MODIFIED, KIND, SUPPORTED_LOCK, DISCOVERY);

  private static final Xml BOTH_LOCKS =
      new Xml(entry("exclusive").markup() + entry("shared").markup());

  private static Xml entry(String scope) {
    return Xml.element(
        Dav.name("lockentry"),
        Xml.element(Dav.name("lockscope"), Xml.element(Dav.name(scope))),
        Xml.element(Dav.name("locktype"), Xml.element(Dav.name("write"))));
  }

  /** Whether the engine or the branch makes it, so that nobody may set it. */
  static boolean isLive(Node node, QName name) {
    return ALL.contains(name) || ON_REQUEST.contains(name) || node.properties().containsKey(name);
  }

  /** Whether the engine makes it of every node alike, without a look at what is kept of it. */
  static boolean isOwn(QName name) {
    return ALL.contains(name) || ON_REQUEST.contains(name);
  }

  /** Every name that this node has one of, for {@code propname}. */
  static List<QName> names(Node node) {
    var names = new LinkedHashMap<QName, Boolean>();
    ALL.stream()
        .filter(name -> !node.collection() || !COLLECTIONS_LACK.contains(name))
        .forEach(name -> names.put(name, true));
    ON_REQUEST.forEach(name -> names.put(name, true));
    node.properties().keySet().forEach(name -> names.put(name, true));
    return List.copyOf(names.keySet());
  }

  /** Its value, or null where this node has none. */
  @Nullable Xml of(Node node, DavPath path, QName name) {
    if (!name.getNamespaceURI().equals(Dav.NAMESPACE)) {
      return node.properties().get(name);
    }
    return switch (name.getLocalPart()) {
      case "creationdate" ->
          Xml.text(ISO_INSTANT.format(node.created().truncatedTo(ChronoUnit.SECONDS)));
      case "displayname" -> Xml.text(node.displayName());
      case "getcontentlength" -> node.collection() ? null : Xml.text(String.valueOf(node.size()));
      case "getcontenttype" -> node.collection() ? null : Xml.text(node.mediaType());
      case "getetag" -> etag(node);
      case "getlastmodified" -> Xml.text(date(node.modified()));
      case "resourcetype" -> kinds(node);
      case "supportedlock" -> lockable ? BOTH_LOCKS : Xml.nothing();
      case "lockdiscovery" -> discovery(path);
      case "supported-report-set" -> reportSet(node);
      case "current-user-principal" -> Xml.href(Principals.href(viewer.id()));
      case "principal-collection-set" -> Xml.href(new DavPath(List.of(Principals.NAME)).href(true));
      case "current-user-privilege-set" -> privileges(node);
      default -> node.properties().get(name);
    };
  }

  static String date(Instant at) {
    return HTTP_DATE.format(at.atZone(ZoneOffset.UTC));
  }

  private static @Nullable Xml etag(Node node) {
    var etag = node.etag();
    return etag == null ? null : Xml.text(etag);
  }

  private static Xml kinds(Node node) {
    return joined(node.kinds().stream().map(kind -> Xml.element(kind)).toList());
  }

  private static Xml privileges(Node node) {
    return joined(
        node.privileges().stream()
            .map(name -> Xml.element(Dav.name("privilege"), Xml.element(name)))
            .toList());
  }

  private static Xml reportSet(Node node) {
    return joined(
        node.reports().stream()
            .map(name ->
                Xml.element(
                    Dav.name("supported-report"),
                    Xml.element(Dav.name("report"), Xml.element(name))))
            .toList());
  }

  private static Xml joined(List<Xml> parts) {
    return new Xml(parts.stream().map(Xml::markup).collect(Collectors.joining()));
  }

  Xml discovery(DavPath path) {
    var key = path.key();
    return joined(locks.stream().filter(lock -> lock.covers(key)).map(this::activeLock).toList());
  }

  private Xml activeLock(Lock lock) {
    var fields = new LinkedHashMap<String, Xml>();
    fields.put("locktype", Xml.element(Dav.name("write")));
    fields.put("lockscope", Xml.element(Dav.name(lock.exclusive() ? "exclusive" : "shared")));
    fields.put("depth", Xml.text(lock.deep() ? "infinity" : "0"));
    fields.put("timeout", Xml.text("Second-" + Math.max(0, left(lock))));
    fields.put("locktoken", Xml.href(lock.token()));
    fields.put("lockroot", Xml.href(lock.href()));
    var markup = new StringBuilder();
    for (Map.Entry<String, Xml> field : fields.entrySet()) {
      markup.append(Xml.element(Dav.name(field.getKey()), field.getValue()).markup());
    }
    if (!lock.owner().isEmpty()) {
      markup.append(lock.owner());
    }
    return Xml.element(Dav.name("activelock"), new Xml(markup.toString()));
  }

  private long left(Lock lock) {
    return Duration.between(now, lock.until()).toSeconds();
  }
}
