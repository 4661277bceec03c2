package org.diestra.platform.exchange;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;

/**
 * What one euro is in another currency.
 *
 * @param perEuro above 0, at most six decimals
 * @param day on which it was so
 */
public record Rate(Currency currency, BigDecimal perEuro, LocalDate day) {}
