package org.diestra.platform.dav;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.diestra.platform.accounts.Viewer;
import org.jspecify.annotations.Nullable;

/**
 * One request.
 *
 * @param path the whole of it, below {@code /dav}
 * @param branch the part of the tree that it leads to
 * @param depth 0, 1, or {@link #INFINITY}; the last where nothing is said
 * @param condition the {@code If} header, or null
 */
record Call(
    HttpServletRequest request,
    HttpServletResponse response,
    Viewer viewer,
    DavPath path,
    Branch branch,
    int depth,
    @Nullable IfHeader condition) {
  static final int INFINITY = Integer.MAX_VALUE;

  static Call of(
      HttpServletRequest request,
      HttpServletResponse response,
      Viewer viewer,
      DavPath path,
      Branch branch) {
    var condition = request.getHeader("If");
    return new Call(
        request,
        response,
        viewer,
        path,
        branch,
        request.getMethod().matches("GET|HEAD|PUT") ? 0 : depth(request.getHeader("Depth")),
        condition == null ? null : IfHeader.read(condition));
  }

  private static int depth(@Nullable String header) {
    return switch (header == null ? "infinity" : header.strip().toLowerCase(Locale.ROOT)) {
      case "0" -> 0;
      case "1" -> 1;
      case "infinity" -> INFINITY;
      default -> throw new DavFault(400);
    };
  }

  /** The path as its branch knows it. */
  DavPath inner() {
    return inner(path);
  }

  /** That of something else in the same branch. */
  DavPath inner(DavPath other) {
    return branch instanceof Lobby ? other : other.below(1);
  }

  /** What the program shows that it knows of. */
  Set<String> tokens() {
    return condition == null ? Set.of() : condition.tokens();
  }

  @Nullable String header(String name) {
    return request.getHeader(name);
  }

  /**
   * Where to copy or move.
   *
   * @throws DavFault 400 where nothing is said, 502 for another house or another branch
   */
  DavPath destination() {
    var header = header("Destination");
    if (header == null) {
      throw new DavFault(400);
    }
    var to = pathOf(header);
    boolean here = !to.root() && to.names().getFirst().equals(branch.name());
    if (!here) {
      throw new DavFault(502);
    }
    return to;
  }

  /** {@code Overwrite: T}, which is also what holds when nothing is said. */
  boolean overwrites() {
    return !"F".equalsIgnoreCase(Objects.requireNonNullElse(header("Overwrite"), "T").strip());
  }

  /**
   * The path in an address of ours. Whether the host is ours is not asked: behind a proxy nobody
   * here knows by how many names the house is called.
   */
  static DavPath pathOf(String address) {
    try {
      var raw = new URI(address.strip()).getRawPath();
      if (raw == null) {
        throw new DavFault(400);
      }
      return DavPath.read(raw);
    } catch (URISyntaxException malformed) {
      throw new DavFault(400);
    }
  }
}
