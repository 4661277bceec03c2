package org.diestra.money.extras;

import java.time.ZoneOffset;
import org.diestra.platform.accounts.Languages;
import org.diestra.platform.accounts.OrganisationId;
import org.diestra.platform.page.Pages;
import org.springframework.stereotype.Component;

/**
 * What an invoice calls an extra, in the language of the invoice: the one of the client's owner.
 */
@Component
class Titles {
  private final Languages languages;
  private final Pages pages;

  Titles(Languages languages, Pages pages) {
    this.languages = languages;
    this.pages = pages;
  }

  String of(OrganisationId client, String key, Object... args) {
    return pages.formats(languages.of(client.value()), ZoneOffset.UTC).words(key, args);
  }
}
