package org.diestra.money.extras;

import java.time.ZoneOffset;
import java.util.Locale;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.accounts.Organisations;
import org.diestra.platform.accounts.Role;
import org.diestra.platform.page.Pages;
import org.springframework.stereotype.Component;

/**
 * What an invoice calls an extra, in the language of the invoice: the one of the client's owner.
 */
@Component
class Titles {
  private final Organisations organisations;
  private final Accounts accounts;
  private final Pages pages;

  Titles(Organisations organisations, Accounts accounts, Pages pages) {
    this.organisations = organisations;
    this.accounts = accounts;
    this.pages = pages;
  }

  String of(OrganisationId client, String key, Object... args) {
    var locale =
        organisations.members(client).stream()
            .filter(m -> m.role() == Role.OWNER)
            .findFirst()
            .flatMap(owner -> accounts.contact(owner.person()))
            .map(Accounts.Contact::locale)
            .orElse(Locale.ENGLISH);
    return pages.formats(locale, ZoneOffset.UTC).words(key, args);
  }
}
