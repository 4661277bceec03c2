package org.diestra.office.workspaces;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.NotFound;

/**
 * What one person may do in a workspace, as it stands at this moment. There is none for somebody
 * who may not enter at all.
 *
 * @param areas how far the person may go in each; never empty
 * @param rooms where the person may look in, in order
 */
public record Pass(
    Workspace workspace, Viewer viewer, Map<Area, Level> areas, List<RoomEntry> rooms) {

  public Pass {
    areas = Collections.unmodifiableMap(new EnumMap<>(areas));
    rooms = List.copyOf(rooms);
  }

  static Pass of(
      Workspace workspace, Viewer viewer, Map<Area, Level> areas, List<RoomEntry> rooms) {
    var open = rooms.stream().filter(room -> opens(room, areas)).toList();
    return new Pass(workspace, viewer, areas, open);
  }

  /** Of somebody who may do everything, for what the house itself does in their place. */
  public static Pass whole(Workspace workspace, Viewer viewer) {
    var everywhere = new EnumMap<Area, Level>(Area.class);
    Arrays.stream(Area.values()).forEach(area -> everywhere.put(area, Level.WORKING));
    return new Pass(workspace, viewer, everywhere, List.of());
  }

  private static boolean opens(RoomEntry room, Map<Area, Level> areas) {
    return room.areas().stream()
        .anyMatch(area -> {
          var level = areas.get(area);
          return level != null && level.compareTo(room.least()) >= 0;
        });
  }

  public boolean works(Area area) {
    return areas.get(area) == Level.WORKING;
  }

  public boolean reads(Area area) {
    return areas.containsKey(area);
  }

  /** The areas the person works in, in the order of the house. */
  public Set<Area> working() {
    var working = EnumSet.noneOf(Area.class);
    areas.forEach((area, level) -> {
      if (level == Level.WORKING) {
        working.add(area);
      }
    });
    return working;
  }

  /** Whether the person keeps the workspace: lets people in, decides what is written. */
  public boolean keeps() {
    return viewer.hiresFor(workspace.organisation());
  }

  /** Whether the person belongs to the client, in whichever role. */
  public boolean ofClient() {
    return viewer.memberOf(workspace.organisation()).isPresent();
  }

  /**
   * @throws NotFound if the person does not work in that area
   */
  public void requireWorks(Area area) {
    require(works(area));
  }

  /**
   * @throws NotFound if the person may not even read that area's manuals
   */
  public void requireReads(Area area) {
    require(reads(area));
  }

  /**
   * @throws NotFound if the person does not keep the workspace
   */
  public void requireKeeps() {
    require(keeps());
  }

  private static void require(boolean allowed) {
    if (!allowed) {
      throw new NotFound();
    }
  }

  /** The address of something in it: {@code href("manuals")}. */
  public String href(String path) {
    return workspace.href() + "/" + path;
  }
}
