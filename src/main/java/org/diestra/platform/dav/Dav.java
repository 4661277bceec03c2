package org.diestra.platform.dav;

import java.util.List;
import javax.xml.namespace.QName;

/** Names of RFC 4918 and its kin. */
public final class Dav {
  /** The namespace of them all. */
  public static final String NAMESPACE = "DAV:";

  /** What a collection is, among its kinds. */
  public static final QName COLLECTION = name("collection");

  /** That of calendars (RFC 4791), whose verb to make one the engine knows. */
  public static final String CALDAV = "urn:ietf:params:xml:ns:caldav";

  static final QName CALENDAR = new QName(CALDAV, "calendar");

  static final QName LOCK_TOKEN_SUBMITTED = name("lock-token-submitted");
  static final QName NO_CONFLICTING_LOCK = name("no-conflicting-lock");
  static final QName LOCK_TOKEN_MATCHES = name("lock-token-matches-request-uri");
  static final QName PROTECTED = name("cannot-modify-protected-property");
  static final QName FINITE_DEPTH = name("propfind-finite-depth");
  static final QName SUPPORTED_REPORT = name("supported-report");
  static final QName RESOURCE_NULL = name("resource-must-be-null");

  /** RFC 5689, section 3.3: not that kind, or not there. */
  public static final QName VALID_KIND = name("valid-resourcetype");

  /** RFC 3744, section 7.1.1. */
  public static final QName PRIVILEGES = name("need-privileges");

  /** What somebody may do who only looks (RFC 3744, section 3). */
  public static final List<QName> READS =
      List.of(name("read"), name("read-current-user-privilege-set"));

  /** What somebody may do who changes what is there; nobody changes who may. */
  public static final List<QName> WRITES =
      List.of(
          name("read"),
          name("read-current-user-privilege-set"),
          name("write"),
          name("write-properties"),
          name("write-content"),
          name("bind"),
          name("unbind"));

  private Dav() {}

  public static QName name(String local) {
    return new QName(NAMESPACE, local, "D");
  }
}
