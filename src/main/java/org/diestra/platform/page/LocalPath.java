package org.diestra.platform.page;

import java.net.URI;
import java.net.URISyntaxException;

/** Guards redirects: only a path of this site passes. */
public final class LocalPath {
  private LocalPath() {}

  /** The path with its query, or {@code /} for whatever could lead elsewhere. */
  public static String orHome(String to) {
    return isLocal(to) ? to : "/";
  }

  /** Browsers read a backslash as a slash and drop tabs and line ends, so none may be there. */
  static boolean isLocal(String to) {
    if (!to.startsWith("/") || to.startsWith("//") || to.contains("\\")) {
      return false;
    }
    try {
      var uri = new URI(to);
      return uri.getScheme() == null && uri.getRawAuthority() == null;
    } catch (URISyntaxException malformed) {
      return false;
    }
  }
}
