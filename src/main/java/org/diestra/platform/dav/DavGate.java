package org.diestra.platform.dav;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Leads what is below {@code /dav} to its door. It stands before the sessions' filter, so that
 * nothing of what protects browsers gets in the way of verbs that browsers do not know. Filters are
 * made before anything else, so it looks for the door when somebody first comes.
 */
@Component
@Order(SessionRepositoryFilter.DEFAULT_ORDER - 5)
class DavGate extends OncePerRequestFilter {
  /** Where programs look first (RFC 6764, section 5), by whichever verb and without a password. */
  private static final Set<String> WELL_KNOWN =
      Set.of("/.well-known/caldav", "/.well-known/carddav");

  private final ObjectProvider<DavDoor> door;

  DavGate(ObjectProvider<DavDoor> door) {
    this.door = door;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    var path = request.getRequestURI();
    return !path.equals(DavPath.BASE)
        && !path.startsWith(DavPath.BASE + "/")
        && !WELL_KNOWN.contains(path);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (WELL_KNOWN.contains(request.getRequestURI())) {
      response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
      response.setHeader(HttpHeaders.LOCATION, DavPath.BASE + "/");
      response.setHeader(HttpHeaders.CACHE_CONTROL, "max-age=86400");
      response.setContentLength(0);
      return;
    }
    door.getObject().serve(request, response);
  }
}
