package org.diestra.platform.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The request being answered, as far as a page may know it; none outside of the web. */
record Turn(@Nullable HttpServletRequest asked, @Nullable Flash flash) {
  private static final Pattern LANGUAGE =
      Pattern.compile("(^|&)" + Locales.LANGUAGE_PARAMETER + "=[^&]*");

  HttpServletRequest request() {
    if (asked == null) {
      throw new IllegalStateException("not answering a request");
    }
    return asked;
  }

  String path() {
    if (asked == null) {
      return "/";
    }
    // On an error page the container names the path that failed.
    return asked.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed
        ? failed
        : asked.getRequestURI();
  }

  /** A page that can be asked for again: this one, or where its form was sent from. */
  String back() {
    if (asked == null) {
      return "/";
    }
    if (asked.getMethod().equals("GET") || asked.getMethod().equals("HEAD")) {
      var query = lasting(asked.getQueryString());
      return LocalPath.orHome(query.isEmpty() ? path() : path() + "?" + query);
    }
    return referer(asked);
  }

  /** Without the language, which whoever comes back may have chosen anew. */
  private static String lasting(@Nullable String query) {
    return query == null ? "" : LANGUAGE.matcher(query).replaceAll("").replaceFirst("^&", "");
  }

  private static String referer(HttpServletRequest asked) {
    var from = asked.getHeader("Referer");
    try {
      var path = from == null ? null : new URI(from).getRawPath();
      return path == null ? "/" : LocalPath.orHome(path);
    } catch (URISyntaxException malformed) {
      return "/";
    }
  }
}
