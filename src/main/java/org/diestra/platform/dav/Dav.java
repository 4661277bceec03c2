package org.diestra.platform.dav;

import javax.xml.namespace.QName;

/** Names of RFC 4918 and its kin. */
public final class Dav {
  /** The namespace of them all. */
  public static final String NAMESPACE = "DAV:";

  /** What a collection is, among its kinds. */
  public static final QName COLLECTION = name("collection");

  static final QName LOCK_TOKEN_SUBMITTED = name("lock-token-submitted");
  static final QName NO_CONFLICTING_LOCK = name("no-conflicting-lock");
  static final QName LOCK_TOKEN_MATCHES = name("lock-token-matches-request-uri");
  static final QName PROTECTED = name("cannot-modify-protected-property");
  static final QName FINITE_DEPTH = name("propfind-finite-depth");

  private Dav() {}

  public static QName name(String local) {
    return new QName(NAMESPACE, local, "D");
  }
}
