package org.diestra.office.booking;

import java.time.zone.ZoneRulesProvider;

/** Which edition of the IANA time zone data this house counts by. */
final class ZoneRules {
  private static final String ANY = "Europe/Madrid";

  private ZoneRules() {}

  /** Such as 2026a. */
  static String edition() {
    return ZoneRulesProvider.getVersions(ANY).lastKey();
  }
}
