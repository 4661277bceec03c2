package org.diestra.platform.blobs;

import jakarta.servlet.FilterChain;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.multipart.MultipartException;

/**
 * Turns away forms with files that are too large by their own announcement, before anybody reads
 * them. It stands before the check of the form's token, which is a field of the form: to find it,
 * the server would first write the whole of a stranger's gigabyte to our disk.
 */
@Order(SessionRepositoryFilter.DEFAULT_ORDER + 10)
class UploadGate extends OncePerRequestFilter {
  /** Files and fields of one request. */
  static final long MOST = Limit.MOST + 10 * Bytes.MB;

  /** The same, of somebody who is not signed in: a signed contract to be verified, say. */
  static final long MOST_OF_GUESTS = 10 * Bytes.MB;

  private final Shelf shelf;
  private final Disk disk;
  private final long keepFree;

  UploadGate(Shelf shelf, Disk disk, long keepFree) {
    this.shelf = shelf;
    this.disk = disk;
    this.keepFree = keepFree;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    var type = request.getContentType();
    if (type == null || !type.regionMatches(true, 0, "multipart/", 0, 10)) {
      chain.doFilter(request, response);
      return;
    }
    long length = request.getContentLengthLong();
    if (length < 0) {
      refuse(request, response, HttpStatus.LENGTH_REQUIRED);
    } else if (length > (isSignedIn(request) ? MOST : MOST_OF_GUESTS)) {
      refuse(request, response, HttpStatus.CONTENT_TOO_LARGE);
    } else if (disk.free(shelf.parts().folder()) - length < keepFree) {
      refuse(request, response, HttpStatus.SERVICE_UNAVAILABLE);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static boolean isSignedIn(HttpServletRequest request) {
    var session = request.getSession(false);
    return session != null
        && session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
            != null;
  }

  private static void refuse(
      HttpServletRequest request, HttpServletResponse response, HttpStatus why) throws IOException {
    // Else the error page would be the first to read the form.
    request.setAttribute(
        RequestDispatcher.ERROR_EXCEPTION, new MultipartException(why.getReasonPhrase()));
    response.sendError(why.value());
  }
}
