package org.diestra.platform.live;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.diestra.platform.accounts.Viewers;
import org.diestra.platform.page.LiveSource;
import org.diestra.platform.page.Pages;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Notes how far a person's events go before a page reads what it shows. The page's line begins
 * there: what changes while the page is on its way is told, not lost.
 */
@Component
class PageMark implements HandlerInterceptor, LiveSource {
  private static final String KNOWN = PageMark.class.getName();
  private final Viewers viewers;
  private final LiveStore store;

  PageMark(Viewers viewers, LiveStore store) {
    this.viewers = viewers;
    this.store = store;
  }

  @Override
  public boolean preHandle(
      HttpServletRequest request, HttpServletResponse response, Object handler) {
    if (handler instanceof HandlerMethod && wantsPage(request)) {
      viewers.of(request).ifPresent(viewer -> request.setAttribute(KNOWN, store.last(viewer.id())));
    }
    return true;
  }

  @Override
  public Optional<String> href(HttpServletRequest request) {
    return request.getAttribute(KNOWN) instanceof Long last
        ? Optional.of("/live?after=" + last)
        : Optional.empty();
  }

  @Override
  public String script() {
    return "platform/live/live.js";
  }

  private static boolean wantsPage(HttpServletRequest request) {
    var accept = request.getHeader("Accept");
    return accept != null
        && accept.contains(MediaType.TEXT_HTML_VALUE)
        && !Pages.wantsFragment(request);
  }
}
