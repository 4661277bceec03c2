package org.diestra.platform.dav;

import java.time.Instant;
import java.util.List;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/** A collection that nobody made: a place in the tree where others stand side by side. */
public interface Hall extends Node {
  @Override
  default boolean collection() {
    return true;
  }

  @Override
  default Instant created() {
    return Instant.EPOCH;
  }

  @Override
  default Instant modified() {
    return Instant.EPOCH;
  }

  @Override
  default @Nullable String etag() {
    return null;
  }

  @Override
  default long size() {
    return 0;
  }

  @Override
  default String mediaType() {
    return "";
  }

  @Override
  default List<QName> privileges() {
    return Dav.READS;
  }
}
