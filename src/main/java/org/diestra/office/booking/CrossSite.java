package org.diestra.office.booking;

import jakarta.servlet.http.HttpServletRequest;
import org.diestra.platform.base.Refusal;

/** Whether another site's page has a guest's browser send something (Fetch Metadata). */
final class CrossSite {
  static final Refusal REFUSED = Refusal.conflict("booking.elsewhere");

  private CrossSite() {}

  static boolean sends(HttpServletRequest request) {
    return "cross-site".equals(request.getHeader("Sec-Fetch-Site"));
  }
}
