package org.diestra.platform.page;

import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/**
 * Finds the template that a controller names: {@code "index"} is {@code index.jte} in the
 * controller's own folder.
 */
@Component
class JteViews implements ViewResolver, HandlerInterceptor, Ordered {
  private static final String HOUSE = "org.diestra.";
  private final Pages pages;

  JteViews(Pages pages) {
    this.pages = pages;
  }

  @Override
  public void postHandle(
      HttpServletRequest request,
      HttpServletResponse response,
      Object handler,
      @Nullable ModelAndView answer) {
    if (answer == null || !(handler instanceof HandlerMethod method)) {
      return;
    }
    var name = answer.getViewName();
    if (name != null && name.indexOf('/') < 0 && name.indexOf(':') < 0) {
      answer.setViewName(folder(method.getBeanType()) + name);
    }
  }

  @Override
  public @Nullable View resolveViewName(String name, Locale locale) {
    var template = name + ".jte";
    return pages.has(template) ? new JteView(pages, template) : null;
  }

  @Override
  public int getOrder() {
    return Ordered.HIGHEST_PRECEDENCE + 10;
  }

  static String folder(Class<?> type) {
    var module = type.getPackageName();
    return module.startsWith(HOUSE) ? module.substring(HOUSE.length()).replace('.', '/') + "/" : "";
  }

  /** Rendered whole before the first byte leaves, so that a fault still gets its own page. */
  private record JteView(Pages pages, String template) implements View {
    /** Not optional: without it content negotiation passes over this view, and all is a 404. */
    @Override
    public String getContentType() {
      return "text/html;charset=UTF-8";
    }

    @Override
    public void render(
        @Nullable Map<String, ? extends @Nullable Object> model,
        HttpServletRequest request,
        HttpServletResponse response)
        throws IOException {
      var output = new Utf8ByteOutput();
      pages.write(template, model == null ? Map.of() : model, output, request);
      if (!response.containsHeader(HttpHeaders.CACHE_CONTROL)) {
        response.setHeader(HttpHeaders.CACHE_CONTROL, pages.caching(request));
      }
      response.setContentType(getContentType());
      // in one piece: the answer's wrappers look at every write, and a page has thousands of pieces
      var page = new ByteArrayOutputStream(output.getContentLength());
      output.writeTo(page);
      answer(page.toByteArray(), request, response);
    }

    private static void answer(
        byte[] page, HttpServletRequest request, HttpServletResponse response) throws IOException {
      var body = page;
      response.addHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
      if (Gzip.fits(request, page.length)) {
        body = Gzip.of(page);
        response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
      }
      response.setContentLength(body.length);
      response.getOutputStream().write(body);
    }
  }
}
