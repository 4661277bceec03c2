package org.diestra.platform.sessions;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Stands behind the doorman, before every handler that is marked {@link Proven}. */
@Configuration(proxyBeanMethods = false)
class ProofGate implements WebMvcConfigurer, HandlerInterceptor {
  static final String PAGE = "/settings/security/proof";
  private final Proofs proofs;

  ProofGate(Proofs proofs) {
    this.proofs = proofs;
  }

  @Override
  public void addInterceptors(InterceptorRegistry registry) {
    registry.addInterceptor(this).order(-90);
  }

  @Override
  public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
      throws IOException {
    var mark = handler instanceof HandlerMethod method ? mark(method) : null;
    if (mark == null || proofs.recent(request)) {
      return true;
    }
    var back = "GET".equals(request.getMethod()) ? request.getRequestURI() : mark.page();
    response.sendRedirect(PAGE + "?next=" + URLEncoder.encode(back, StandardCharsets.UTF_8));
    return false;
  }

  private static @Nullable Proven mark(HandlerMethod method) {
    var own = method.getMethodAnnotation(Proven.class);
    return own != null
        ? own
        : AnnotatedElementUtils.findMergedAnnotation(method.getBeanType(), Proven.class);
  }
}
