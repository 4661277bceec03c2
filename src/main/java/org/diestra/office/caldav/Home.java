package org.diestra.office.caldav;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.xml.namespace.QName;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.dav.Dav;
import org.diestra.platform.dav.DavPath;
import org.diestra.platform.dav.Hall;
import org.diestra.platform.dav.Xml;
import org.jspecify.annotations.Nullable;

/**
 * Where all the calendars stand that somebody may see, or the hall of such homes.
 *
 * @param viewer null for the hall
 */
record Home(UUID id, String name, @Nullable Viewer viewer) implements Hall {
  private static final UUID HALL = new UUID(0, 3);

  static Home hall(String name) {
    return new Home(HALL, name, null);
  }

  static Home of(Viewer viewer) {
    return new Home(viewer.id().value(), viewer.id().toString(), viewer);
  }

  @Override
  public String displayName() {
    return viewer == null ? name : viewer.name();
  }

  /** In one's own home one makes calendars, and takes them away. */
  @Override
  public List<QName> privileges() {
    return viewer == null ? Dav.READS : Dav.WRITES;
  }

  @Override
  public Map<QName, Xml> properties() {
    return viewer == null ? Map.of() : Map.of(Names.OWNER, Xml.href(principal(viewer)));
  }

  static String principal(Viewer viewer) {
    return new DavPath(List.of("principals", viewer.id().toString())).href(true);
  }
}
