package org.diestra.platform.accounts;

import java.time.ZoneId;
import java.util.Currency;
import org.diestra.platform.accounts.Organisations.Organisation;
import org.diestra.platform.base.Problems;
import org.jspecify.annotations.Nullable;

/** What the page of a business may send. */
record OrganisationForm(@Nullable String name, @Nullable String zone, @Nullable String currency) {

  static OrganisationForm of(Organisation organisation) {
    return new OrganisationForm(
        organisation.name(),
        organisation.zone().getId(),
        organisation.currency().getCurrencyCode());
  }

  static OrganisationForm empty(Viewer viewer) {
    return new OrganisationForm(null, viewer.zone().getId(), viewer.currency().getCurrencyCode());
  }

  /** The values as a verb takes them; only to be used where there are no problems. */
  Read read(Problems problems) {
    var called = name == null ? "" : name.strip();
    if (called.isEmpty() || called.length() > 120) {
      problems.add("name", "accounts.business.name.wrong", 120);
    }
    return new Read(
        called, SettingsForm.zone(zone, problems), SettingsForm.currency(currency, problems));
  }

  record Read(String name, ZoneId zone, Currency currency) {}
}
