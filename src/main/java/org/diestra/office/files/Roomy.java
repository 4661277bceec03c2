package org.diestra.office.files;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import javax.xml.namespace.QName;
import org.diestra.platform.dav.Node;
import org.diestra.platform.dav.Xml;
import org.jspecify.annotations.Nullable;

/** A folder that tells how much room its workspace has (RFC 4331): a program may show it alone. */
record Roomy(Entry entry, Space space) implements Node {
  @Override
  public UUID id() {
    return entry.id();
  }

  @Override
  public String name() {
    return entry.name();
  }

  @Override
  public boolean collection() {
    return true;
  }

  @Override
  public Instant created() {
    return entry.created();
  }

  @Override
  public Instant modified() {
    return entry.modified();
  }

  @Override
  public @Nullable String etag() {
    return entry.etag();
  }

  @Override
  public long size() {
    return 0;
  }

  @Override
  public String mediaType() {
    return "";
  }

  @Override
  public Map<QName, Xml> properties() {
    return Room.told(space);
  }
}
