package org.diestra.platform.page;

import static java.util.stream.Collectors.joining;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.base.Wording;
import org.diestra.platform.base.WorkWeek.Span;
import org.jspecify.annotations.Nullable;

/**
 * Writes values for one reader: amounts, numbers, dates and times in their language and zone. For
 * texts outside of a page; inside of one, {@link Ui} has the same as static functions.
 */
public record Formats(Words words, Locale locale, ZoneId zone) {
  private static final int MOST = 1_000;
  private static final Map<Tongue, NumberFormat> AMOUNTS = new ConcurrentHashMap<>();
  private static final Map<Shape, DateTimeFormatter> SHAPES = new ConcurrentHashMap<>();
  private static final Map<Locale, NumberFormat> WHOLE = new ConcurrentHashMap<>();
  private static final Duration RECENT = Duration.ofDays(28);
  private static final LocalTime END_OF_DAY = LocalTime.of(23, 59, 59);

  public String words(String key, @Nullable Object... args) {
    var texts = new Object[args.length];
    for (int i = 0; i < args.length; i++) {
      texts[i] = text(args[i]);
    }
    return words.of(locale, key, texts);
  }

  /** The same where there may be no such message: then what stands in its place. */
  public String wordsOr(String key, String otherwise) {
    return words.has(key, locale) ? words(key) : otherwise;
  }

  public String words(Refusal why) {
    return words(why.key(), why.args().toArray());
  }

  /** €12.50 in English, 12,50 € in Spanish; always with the currency. */
  public String money(Money money) {
    var format = known(AMOUNTS, new Tongue(locale, money.currency()), Tongue::format);
    return ((NumberFormat) format.clone()).format(money.amount()); // one is not for many threads
  }

  /** How amounts of one currency are written for one reader. */
  private record Tongue(Locale locale, Currency currency) {
    NumberFormat format() {
      var format = NumberFormat.getCurrencyInstance(locale);
      format.setCurrency(currency);
      int digits = Math.max(0, currency.getDefaultFractionDigits());
      format.setMinimumFractionDigits(digits);
      format.setMaximumFractionDigits(digits);
      return format;
    }
  }

  public String number(long number) {
    var format = known(WHOLE, locale, NumberFormat::getIntegerInstance);
    return ((NumberFormat) format.clone()).format(number);
  }

  public String decimal(BigDecimal number) {
    var format = NumberFormat.getNumberInstance(locale);
    format.setMaximumFractionDigits(Math.max(0, number.scale()));
    return format.format(number);
  }

  public String date(LocalDate date) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(date);
  }

  public String date(Instant at) {
    return date(LocalDate.ofInstant(at, zone));
  }

  public String dateTime(Instant at) {
    return words("page.date.time", date(at), time(at, zone));
  }

  /** Nov 25, 2026, 14:00 in Madrid: for a moment that others may read on another clock. */
  public String dateTimeHere(Instant at) {
    return words("page.date.time.here", date(at), time(at, zone), city(zone));
  }

  /** 14:00, on that zone's clock; the same in both languages, so that two zones compare. */
  public String time(Instant at, ZoneId there) {
    return shape("HH:mm").format(at.atZone(there));
  }

  /** Tue 25 Nov, on that zone's calendar. */
  public String day(Instant at, ZoneId there) {
    return shape(words("page.day.pattern")).format(at.atZone(there));
  }

  /** Tue 25 Nov 14:00 in Madrid · 08:00 in Bogotá: on the reader's clock, and on another's. */
  public String when(Instant at, ZoneId there) {
    var here = words("page.when", day(at, zone), time(at, zone), city(zone));
    if (zone.getRules().getOffset(at).equals(there.getRules().getOffset(at))) {
      return here;
    }
    boolean sameDay = at.atZone(zone).toLocalDate().equals(at.atZone(there).toLocalDate());
    var other =
        sameDay
            ? words("page.when.time", time(at, there), city(there))
            : words("page.when", day(at, there), time(at, there), city(there));
    return here + " · " + other;
  }

  /**
   * The end of a term that binds somebody elsewhere too: the day alone where one clock counts and
   * it ends with the day, else {@link #when}.
   */
  public String until(Instant end, ZoneId there) {
    boolean wholeDay = LocalTime.ofInstant(end, zone).equals(END_OF_DAY);
    boolean sameClock = zone.getRules().getOffset(end).equals(there.getRules().getOffset(end));
    return wholeDay && sameClock ? date(end) : when(end, there);
  }

  /** "3 hours ago", "in 2 days"; a date when it is more than four weeks away. */
  public String ago(Instant at, Instant now) {
    var gone = Duration.between(at, now);
    if (gone.abs().compareTo(RECENT) > 0) {
      return date(at);
    }
    return gone.isNegative() ? ahead(gone.negated()) : behind(gone);
  }

  /** The city that stands for a zone in the reader's language: Bogotá for America/Bogota. */
  public String city(ZoneId there) {
    var id = there.getId();
    return words.has("page.city." + id, locale)
        ? words("page.city." + id)
        : id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
  }

  /** 9–14 h, 16–19 h: stretches of a day, the same in both languages. */
  public static String hours(List<Span> spans) {
    return spans.stream().map(s -> s.from() + "–" + s.to() + " h").collect(joining(", "));
  }

  private String behind(Duration gone) {
    if (gone.toMinutes() < 1) {
      return words("page.ago.now");
    }
    if (gone.toHours() < 1) {
      return words("page.ago.minutes", gone.toMinutes());
    }
    return gone.toDays() < 1
        ? words("page.ago.hours", gone.toHours())
        : words("page.ago.days", gone.toDays());
  }

  private String ahead(Duration left) {
    if (left.toHours() < 1) {
      return words("page.in.minutes", Math.max(1, left.toMinutes()));
    }
    return left.toDays() < 1
        ? words("page.in.hours", left.toHours())
        : words("page.in.days", left.toDays());
  }

  private Object text(@Nullable Object arg) {
    return switch (arg) {
      case Wording said -> said.in(locale);
      case Money money -> money(money);
      case Instant at -> dateTimeHere(at);
      case LocalDate date -> date(date);
      case BigDecimal number -> decimal(number);
      case null -> "";
      default -> arg;
    };
  }

  /** What was found out once; finding out takes far longer than to write by it. */
  private static <K, V> V known(Map<K, V> all, K key, Function<K, V> find) {
    if (all.size() > MOST) {
      all.clear(); // a stranger may name any number of regions
    }
    return all.computeIfAbsent(key, find);
  }

  /** A pattern of dates or times, as a language reads it. */
  private record Shape(Locale locale, String pattern) {
    DateTimeFormatter format() {
      return DateTimeFormatter.ofPattern(pattern, locale);
    }
  }

  private DateTimeFormatter shape(String pattern) {
    return known(SHAPES, new Shape(locale, pattern), Shape::format);
  }
}
