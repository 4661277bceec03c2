package org.diestra.platform.dav;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/** Something below {@code /dav/}, as its branch found it at this moment. */
public interface Node {
  /** By which the engine keeps its dead properties; stays the same when it is moved. */
  UUID id();

  /** The last name of its path. */
  String name();

  boolean collection();

  Instant created();

  Instant modified();

  /** A strong one, in quotes; null for a collection that has none. */
  @Nullable String etag();

  /** One that stays while others answer (RFC 6638, section 3.2.10), in quotes, or null. */
  default @Nullable String scheduleTag() {
    return null;
  }

  /** Bytes; 0 for a collection. */
  long size();

  /** By content; empty for a collection. */
  String mediaType();

  /** The SHA-256 of its bytes in hexadecimal digits, where it is known. */
  default @Nullable String sha256() {
    return null;
  }

  /** What people call it. */
  default String displayName() {
    return name();
  }

  /** What stands in {@code resourcetype}. */
  default List<QName> kinds() {
    return collection() ? List.of(Dav.COLLECTION) : List.of();
  }

  /** Live properties beyond those of RFC 4918, told to whoever asks for them by name. */
  default Map<QName, Xml> properties() {
    return Map.of();
  }

  /** What the caller may do with it (RFC 3744, section 3). */
  default List<QName> privileges() {
    return Dav.WRITES;
  }

  /** Live properties that the caller may set: {@link Branch#set} keeps them. */
  default Set<QName> settable() {
    return Set.of();
  }

  /**
   * Live properties of which each person may have an own value, which goes before the node's: the
   * engine keeps it as if it were a dead one.
   */
  default Set<QName> personal() {
    return Set.of();
  }

  /**
   * Whether it has dead properties for the caller: what one notes of a thing may tell as much as
   * the thing.
   */
  default boolean noted() {
    return true;
  }

  /** Which of its branch's reports it answers. */
  default Set<QName> reports() {
    return Set.of();
  }
}
