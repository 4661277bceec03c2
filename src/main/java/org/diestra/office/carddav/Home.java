package org.diestra.office.carddav;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.xml.namespace.QName;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.dav.DavPath;
import org.diestra.platform.dav.Hall;
import org.diestra.platform.dav.Xml;
import org.jspecify.annotations.Nullable;

/**
 * Where all the books stand that somebody may see, or the hall of such homes. Nobody makes one
 * there: a workspace has one.
 *
 * @param viewer null for the hall
 */
record Home(UUID id, String name, @Nullable Viewer viewer) implements Hall {
  private static final UUID HALL = new UUID(0, 4);

  static Home hall() {
    return new Home(HALL, Names.BRANCH, null);
  }

  static Home of(Viewer viewer) {
    var id = viewer.id().toString();
    return new Home(
        UUID.nameUUIDFromBytes(("contacts/" + id).getBytes(StandardCharsets.UTF_8)), id, viewer);
  }

  @Override
  public String displayName() {
    return viewer == null ? name : viewer.name();
  }

  @Override
  public Map<QName, Xml> properties() {
    return viewer == null ? Map.of() : Map.of(Names.OWNER, Xml.href(principal(viewer)));
  }

  static String principal(Viewer viewer) {
    return new DavPath(List.of("principals", viewer.id().toString())).href(true);
  }
}
