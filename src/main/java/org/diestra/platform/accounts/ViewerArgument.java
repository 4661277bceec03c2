package org.diestra.platform.accounts;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/**
 * Gives a handler its {@code Viewer viewer}; null for a guest, whom only {@code @Guests} lets in.
 */
@Component
class ViewerArgument implements HandlerMethodArgumentResolver {
  private final Viewers viewers;

  ViewerArgument(Viewers viewers) {
    this.viewers = viewers;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Viewer.class;
  }

  @Override
  public @Nullable Object resolveArgument(
      MethodParameter parameter,
      @Nullable ModelAndViewContainer container,
      NativeWebRequest request,
      @Nullable WebDataBinderFactory binders) {
    var servlet = Objects.requireNonNull(request.getNativeRequest(HttpServletRequest.class));
    return viewers.of(servlet).orElse(null);
  }
}
