package org.diestra.office.files;

import java.util.List;
import java.util.UUID;

/**
 * What takes room in a workspace, in bytes.
 *
 * @param now the newest versions of what is not in the trash
 * @param older their earlier versions
 * @param trash all that lies there
 * @param largest files with all their versions, the heaviest first
 */
record RoomUse(Space space, long now, long older, long trash, List<Heavy> largest) {
  /** So many are shown. */
  static final int SHOWN = 25;

  /**
   * A file that takes room.
   *
   * @param total with all versions
   * @param older of that, what earlier versions take
   * @param versions at least 1
   */
  record Heavy(Entry entry, long total, long older, int versions) {}

  /**
   * A workspace as an operator sees it.
   *
   * @param grown more, or less, than a month ago; all of it where it is younger
   */
  record Client(UUID workspace, String name, Space space, long grown) {}
}
