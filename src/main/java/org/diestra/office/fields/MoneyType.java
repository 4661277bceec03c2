package org.diestra.office.fields;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.page.Formats;

/**
 * An amount in the field's currency, which may be typed beside it, as its code or sign; another
 * currency is refused. Bounds are those of {@link Money}.
 */
final class MoneyType implements FieldType {
  private static final BigDecimal LIMIT = new BigDecimal("1000000000000");
  private static final Pattern BESIDE = Pattern.compile("[\\p{Sc}\\p{L}]+");

  @Override
  public Outcome<String> read(String typed, Settings settings, Manner manner) {
    var currency = Currency.getInstance(settings.currency());
    var beside = BESIDE.matcher(typed);
    if (beside.find()
        && !names(Objects.requireNonNull(beside.group()), currency, manner.locale())) {
      return FieldType.no("fields.money.currency", settings.currency());
    }
    if (two(beside.reset(), typed)) {
      return FieldType.no("fields.money.wrong", typed);
    }
    var number = Numerals.read(beside.reset().replaceAll(""), manner.decimal());
    if (number.isEmpty() || number.get().abs().compareTo(LIMIT) > 0) {
      return FieldType.no("fields.money.wrong", typed);
    }
    int digits = Math.max(0, currency.getDefaultFractionDigits());
    return number.get().scale() > digits
        ? FieldType.no("fields.number.decimals", digits)
        : Outcome.done(number.get().setScale(digits).toPlainString());
  }

  /** Two signs, or one between digits: those are two amounts. */
  private static boolean two(Matcher beside, String typed) {
    return beside.find()
        && (digits(typed.substring(0, beside.start())) && digits(typed.substring(beside.end()))
            || beside.find());
  }

  private static boolean digits(String text) {
    return text.codePoints().anyMatch(Character::isDigit);
  }

  private static boolean names(String text, Currency currency, Locale locale) {
    return text.equalsIgnoreCase(currency.getCurrencyCode())
        || text.equals(currency.getSymbol(locale))
        || text.equals("€") && currency.getCurrencyCode().equals("EUR");
  }

  @Override
  public String key(String value) {
    return Numerals.key(new BigDecimal(value));
  }

  @Override
  public String show(String value, Settings settings, Formats formats) {
    return formats.money(
        Money.of(new BigDecimal(value), Currency.getInstance(settings.currency())));
  }
}
