package org.diestra.platform.accounts;

import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What opens an account, once the address is known to be the person's own.
 *
 * @param organisation the name of the business, for a client; null for somebody who only assists
 */
public record NewPerson(
    EmailAddress email,
    String name,
    Locale locale,
    ZoneId zone,
    Currency currency,
    boolean assistant,
    @Nullable String organisation) {}
