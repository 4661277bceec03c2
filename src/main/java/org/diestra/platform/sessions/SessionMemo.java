package org.diestra.platform.sessions;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;

/** Tells the sessions where a request begins and ends. */
final class SessionMemo implements Filter {
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
