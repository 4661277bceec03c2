package org.diestra.platform.dav;

import java.time.Instant;
import java.util.List;
import java.util.Map;
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
}
