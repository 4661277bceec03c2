package org.diestra.platform.page;

import jakarta.servlet.http.HttpServletRequest;

/**
 * Whether another site's page has somebody's browser send something (Fetch Metadata): for forms of
 * people who have no session, and so no token of it.
 */
public final class CrossSite {
  private CrossSite() {}

  public static boolean sends(HttpServletRequest request) {
    return "cross-site".equals(request.getHeader("Sec-Fetch-Site"));
  }
}
