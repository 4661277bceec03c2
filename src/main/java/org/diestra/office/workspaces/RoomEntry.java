package org.diestra.office.workspaces;

import java.util.Set;
import org.diestra.platform.base.Area;

/**
 * One of the rooms of a workspace, such as its manuals: a bean of the module that keeps it.
 *
 * @param path below the workspace's own address: {@code manuals}
 * @param key its name, in every language; with {@code .about} after it, what it is for
 * @param icon the name of an icon of the house's set
 * @param order smaller stands further left
 * @param areas whoever enters one of these enters the room; empty for any area
 * @param least how far somebody must be let in to see it at all
 */
public record RoomEntry(
    String path, String key, String icon, int order, Set<Area> areas, Level least) {
  public RoomEntry {
    areas = Set.copyOf(areas);
  }

  /** A room that every area has a part in. */
  public static RoomEntry shared(String path, String key, String icon, int order, Level least) {
    return new RoomEntry(path, key, icon, order, Set.of(Area.values()), least);
  }
}
