package org.diestra.office.caldav;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.xml.namespace.QName;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.dav.Dav;
import org.diestra.platform.dav.Hall;
import org.diestra.platform.dav.Xml;

/**
 * What a program looks for to learn that the house sends and delivers invitations by itself (RFC
 * 6638, sections 2.1 and 2.2). Nothing lies in either: what arrives stands in a calendar already.
 */
record Box(Viewer viewer, String name) implements Hall {
  private static final String IN = "schedule-inbox";
  private static final String OUT = "schedule-outbox";

  /** Names that no calendar may have. */
  static final Set<String> NAMES = Set.of(IN, OUT);

  static Optional<Box> of(Viewer viewer, String name) {
    return NAMES.contains(name) ? Optional.of(new Box(viewer, name)) : Optional.empty();
  }

  static Box in(Viewer viewer) {
    return new Box(viewer, IN);
  }

  static Box out(Viewer viewer) {
    return new Box(viewer, OUT);
  }

  boolean sends() {
    return name.equals(OUT);
  }

  @Override
  public UUID id() {
    var key = viewer.id() + "/" + name;
    return UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public List<QName> kinds() {
    return List.of(Dav.COLLECTION, Names.caldav(name));
  }

  @Override
  public List<QName> privileges() {
    var all = new ArrayList<>(Dav.READS);
    all.add(Names.caldav(sends() ? "schedule-send" : "schedule-deliver"));
    return all;
  }

  @Override
  public Map<QName, Xml> properties() {
    return Map.of(Names.OWNER, Xml.href(Home.principal(viewer)));
  }
}
