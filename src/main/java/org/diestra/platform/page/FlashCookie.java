package org.diestra.platform.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.DispatcherServlet;
import org.springframework.web.servlet.FlashMap;
import org.springframework.web.servlet.support.AbstractFlashMapManager;
import org.springframework.web.util.WebUtils;

/**
 * The message for the page after a redirect waits in a cookie: in the session it would cost two
 * commits to the disk, one to keep it and one to forget it. Nobody but the browser's own user can
 * make one up ({@code __Host-} keeps other hosts from it), and it says only what {@link Flash} can.
 * What a cookie can't carry waits in the session.
 */
@Component(DispatcherServlet.FLASH_MAP_MANAGER_BEAN_NAME)
final class FlashCookie extends AbstractFlashMapManager {
  /** A browser takes 4096 bytes with name and attributes. */
  private static final int LONGEST = 3500;

  private static final String SESSION = FlashCookie.class.getName();

  private final FlashText text;

  FlashCookie(FlashText text) {
    this.text = text;
  }

  @Override
  protected List<FlashMap> retrieveFlashMaps(HttpServletRequest request) {
    var all = new ArrayList<FlashMap>();
    var cookie = WebUtils.getCookie(request, name(request));
    if (cookie != null && !cookie.getValue().isEmpty()) {
      all.addAll(text.read(cookie.getValue()));
    }
    all.addAll(kept(request));
    return all;
  }

  @SuppressWarnings("unchecked") // as updateFlashMaps puts it
  private static List<FlashMap> kept(HttpServletRequest request) {
    var session = request.getSession(false);
    var kept = session == null ? null : (List<FlashMap>) session.getAttribute(SESSION);
    return kept == null ? List.of() : kept;
  }

  @Override
  protected void updateFlashMaps(
      List<FlashMap> all, HttpServletRequest request, HttpServletResponse response) {
    var light = all.stream().filter(text::carries).toList();
    var cookie = text.write(light);
    if (cookie.length() > LONGEST) {
      light = List.of();
      cookie = "";
    }
    if (!cookie.isEmpty() || WebUtils.getCookie(request, name(request)) != null) {
      response.addHeader(HttpHeaders.SET_COOKIE, cookie(request, cookie));
    }
    var heavy = new ArrayList<>(all);
    heavy.removeAll(light);
    if (!heavy.equals(kept(request))) {
      WebUtils.setSessionAttribute(request, SESSION, heavy.isEmpty() ? null : heavy);
    }
  }

  /** The lock by default is one for everybody, and a cookie is nobody else's. */
  @Override
  protected @Nullable Object getFlashMapsMutex(HttpServletRequest request) {
    return null;
  }

  private String cookie(HttpServletRequest request, String value) {
    return ResponseCookie.from(name(request), value)
        .path("/")
        .maxAge(value.isEmpty() ? Duration.ZERO : Duration.ofSeconds(getFlashMapTimeout()))
        .httpOnly(true)
        .secure(request.isSecure())
        .sameSite("Lax")
        .build()
        .toString();
  }

  private static String name(HttpServletRequest request) {
    return request.isSecure() ? "__Host-flash" : "flash";
  }
}
