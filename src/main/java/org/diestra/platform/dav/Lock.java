package org.diestra.platform.dav;

import java.time.Instant;
import java.util.List;
import org.diestra.platform.accounts.PersonId;

/**
 * A write lock (RFC 4918, section 6).
 *
 * @param token {@code urn:uuid:…}
 * @param path of what was locked, as {@link DavPath#key}
 * @param deep whether it holds for all that is in it
 * @param owner what its program said of itself, as markup; may be empty
 * @param until when it ends by itself
 */
record Lock(
    String token,
    String path,
    boolean deep,
    boolean exclusive,
    String owner,
    PersonId person,
    Instant until) {

  /** The address of what was locked. */
  String href() {
    return new DavPath(List.of(path.substring(1).split("/"))).href(false);
  }

  /** Whether it holds for what stands there. */
  boolean covers(String key) {
    return path.equals(key) || deep && isWithin(key, path);
  }

  static boolean isWithin(String key, String outer) {
    return outer.equals("/") ? key.length() > 1 : key.startsWith(outer + "/");
  }
}
