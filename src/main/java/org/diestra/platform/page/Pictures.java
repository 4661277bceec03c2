package org.diestra.platform.page;

import org.diestra.platform.base.Area;

/** Which icon stands for what, the same on every page. */
public final class Pictures {
  private Pictures() {}

  public static String of(Area area) {
    return switch (area) {
      case ADMIN -> "clipboard-list";
      case BOOKKEEPING -> "calculator";
      case SOCIAL -> "megaphone";
      case BLOG -> "pen-line";
      case TRAVEL -> "plane";
      case APPOINTMENTS -> "calendar-check";
      case DATA_ENTRY -> "keyboard";
      case FILES -> "folder-open";
    };
  }
}
