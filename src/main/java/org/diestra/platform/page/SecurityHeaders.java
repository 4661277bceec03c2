package org.diestra.platform.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells the browser, on every answer, to run nothing but our own scripts and to load nothing from
 * elsewhere.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
public class SecurityHeaders extends OncePerRequestFilter {
  private static final String CSP = "Content-Security-Policy";
  private static final String FRAME = "X-Frame-Options";
  private static final String REFERRER = "Referrer-Policy";
  private static final String OPENER = "Cross-Origin-Opener-Policy";
  private static final String POLICY =
      "default-src 'none'; script-src 'self' %s; style-src 'self'; img-src 'self' data: blob:; "
          + "font-src 'self'; media-src 'self' blob:; connect-src 'self'; frame-src 'self'; "
          + "worker-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; "
          + "frame-ancestors 'none'";
  // A browser's own PDF viewer is an object with styles of its own; nothing else may load.
  private static final String FILE_POLICY =
      "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; img-src 'self' data:; "
          + "media-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

  private static final String PERMISSIONS = "Permissions-Policy";
  private static final String PERMITTED =
      "camera=(%s), microphone=(%s), display-capture=(%s), geolocation=(), payment=(), "
          + "usb=(), browsing-topics=()";

  private static final String PERMITTED_NOBODY = PERMITTED.formatted("", "", "");

  private static final List<String> DOCUMENTS = List.of(FRAME, REFERRER, OPENER, PERMISSIONS);

  /** What a browser says it fetches; it lets no page say so of a document or a worker. */
  private static final Set<String> PARTS = Set.of("style", "script", "image", "font");

  private final Assets assets;
  private volatile @Nullable String policy; // the same on every answer

  SecurityHeaders(Assets assets) {
    this.assets = assets;
  }

  /** For a page that uses camera, microphone and screen, as no other may. */
  public static void forRoom(HttpServletResponse response) {
    response.setHeader(PERMISSIONS, PERMITTED.formatted("self", "self", "self"));
  }

  /**
   * For a page with a form whose answer leads on to another site, which browsers follow only where
   * the page says so.
   *
   * @param origin of that site, such as {@code https://checkout.example}
   */
  public static void forFormsTo(HttpServletResponse response, String origin) {
    var policy = Objects.requireNonNullElse(response.getHeader(CSP), "");
    response.setHeader(CSP, policy.replace("form-action 'self'", "form-action 'self' " + origin));
  }

  /**
   * For a page that may stand in frames of these other sites, and in no others. Where browsers know
   * this header they heed no {@code X-Frame-Options} beside it (CSP 3, section 6.4.2.1).
   *
   * @param origins such as {@code https://shop.example}; none for no site at all
   */
  public static void forFramesOf(HttpServletResponse response, Collection<String> origins) {
    if (!origins.isEmpty()) {
      var policy = Objects.requireNonNullElse(response.getHeader(CSP), "");
      var all = "frame-ancestors " + String.join(" ", origins);
      response.setHeader(CSP, policy.replace("frame-ancestors 'none'", all));
    }
  }

  /** For an answer that is a file to be previewed in a frame of our own pages. */
  public static void forFile(HttpServletResponse response) {
    response.setHeader(CSP, FILE_POLICY);
    response.setHeader(FRAME, "SAMEORIGIN");
  }

  /**
   * For an answer that is nothing but a picture, where a page loads it as one: the policies that
   * bind documents alone would weigh a third of a small one.
   */
  public static void forPicture(HttpServletRequest request, HttpServletResponse response) {
    if (destination(request).equals("image")) {
      DOCUMENTS.forEach(header -> response.setHeader(header, null));
    }
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
    if (request.isSecure()) {
      response.setHeader("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
    }
    if (!isPartOfAPage(request)) {
      response.setHeader(CSP, policy());
      response.setHeader(FRAME, "DENY");
      response.setHeader(REFERRER, "strict-origin-when-cross-origin");
      response.setHeader(OPENER, "same-origin");
      response.setHeader(PERMISSIONS, PERMITTED_NOBODY);
    }
    chain.doFilter(request, response);
  }

  private String policy() {
    var made = policy;
    if (made == null) {
      made = POLICY.formatted(assets.importMapHash());
      policy = made;
    }
    return made;
  }

  /**
   * Whether a page loads one of our own assets as its style, script or picture: these policies bind
   * documents and workers, and beside each of a page's fifteen parts they would weigh 11 kB.
   */
  private static boolean isPartOfAPage(HttpServletRequest request) {
    var path = request.getRequestURI();
    return (path.startsWith("/assets/") || path.startsWith("/webjars/"))
        && PARTS.contains(destination(request));
  }

  private static String destination(HttpServletRequest request) {
    return Objects.requireNonNullElse(request.getHeader("Sec-Fetch-Dest"), "");
  }
}
