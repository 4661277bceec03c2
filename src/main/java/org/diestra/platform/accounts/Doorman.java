package org.diestra.platform.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.page.Guests;
import org.diestra.platform.page.Operators;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Closed unless opened: a handler is for signed-in people, unless it is marked {@link Guests} or
 * {@link Operators}. Whether a thing is somebody's own is decided by the module that owns it.
 */
@Component
class Doorman implements HandlerInterceptor {
  private final Viewers viewers;

  Doorman(Viewers viewers) {
    this.viewers = viewers;
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    if (!(handler instanceof HandlerMethod method)
        || method.getBean() instanceof ErrorController
        || marked(method, Guests.class)) {
      return true;
    }
    var viewer = viewers.of(request);
    if (viewer.isEmpty()) {
      turnAway(request, response);
      return false;
    }
    if (marked(method, Operators.class) && !viewer.get().operator()) {
      throw new NotFound();
    }
    return true;
  }

  private static boolean marked(
      HandlerMethod method, Class<? extends java.lang.annotation.Annotation> mark) {
    return method.hasMethodAnnotation(mark)
        || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), mark);
  }

  /** A page leads to the sign-in and from there back; anything else is told 401. */
  private static void turnAway(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getRequestURI().startsWith("/api/")) {
      response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
      return;
    }
    var login = "/login?next=" + URLEncoder.encode(wanted(request), StandardCharsets.UTF_8);
    if (request.getHeader("HX-Request") != null) {
      response.setHeader("HX-Redirect", login);
      response.setStatus(HttpServletResponse.SC_NO_CONTENT);
    } else {
      response.sendRedirect(login);
    }
  }

  private static String wanted(HttpServletRequest request) {
    if (!"GET".equals(request.getMethod()) || request.getHeader("HX-Request") != null) {
      return "/home";
    }
    var query = request.getQueryString();
    return request.getRequestURI() + (query == null ? "" : "?" + query);
  }
}
