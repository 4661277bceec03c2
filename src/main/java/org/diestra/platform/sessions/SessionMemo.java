package org.diestra.platform.sessions;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import org.springframework.core.annotation.Order;
import org.springframework.session.web.http.SessionRepositoryFilter;
import org.springframework.stereotype.Component;

/** Tells the sessions where a request begins and ends. */
@Component
@Order(SessionRepositoryFilter.DEFAULT_ORDER - 1)
class SessionMemo implements Filter {
  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HeldSessions.begin();
    try {
      chain.doFilter(request, response);
    } finally {
      HeldSessions.end();
    }
  }
}
