package org.diestra.office.files;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.xml.namespace.QName;
import org.diestra.office.workspaces.Pass;
import org.diestra.platform.dav.Dav;
import org.diestra.platform.dav.Hall;
import org.diestra.platform.dav.Xml;
import org.jspecify.annotations.Nullable;

/**
 * A workspace's own folder, as programs see it, or the hall in which they stand side by side.
 *
 * @param space null where it is not told
 */
record Room(UUID id, String name, String displayName, @Nullable Space space) implements Hall {
  private static final UUID HALL = new UUID(0, 1);

  static Room hall(String name) {
    return new Room(HALL, name, name, null);
  }

  static Room of(Pass pass) {
    var workspace = pass.workspace();
    return new Room(workspace.id().value(), workspace.id().toString(), workspace.name(), null);
  }

  static Room of(Pass pass, Space space) {
    var room = of(pass);
    return new Room(room.id(), room.name(), room.displayName(), space);
  }

  @Override
  public List<QName> privileges() {
    return id.equals(HALL) ? Dav.READS : Dav.WRITES;
  }

  /** RFC 4331. */
  @Override
  public Map<QName, Xml> properties() {
    return space == null ? Map.of() : told(space);
  }

  static Map<QName, Xml> told(Space space) {
    return Map.of(
        Dav.name("quota-available-bytes"), Xml.text(String.valueOf(space.left())),
        Dav.name("quota-used-bytes"), Xml.text(String.valueOf(space.used())));
  }
}
