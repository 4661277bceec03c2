package org.diestra.platform.page;

import gg.jte.Content;
import gg.jte.support.LocalizationSupport;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.DecimalFormatSymbols;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import org.diestra.platform.base.Money;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.csrf.CsrfToken;

/**
 * What a template can ask for, by {@code @import static org.diestra.platform.page.Ui.*}: words,
 * values written for this reader, and what is known about the visit. Bound while an answer is being
 * rendered, and only then.
 */
public record Ui(Formats formats, Clock clock, Frame frame, Visit visit, Turn turn, Problems found)
    implements LocalizationSupport {
  static final ScopedValue<Ui> CURRENT = ScopedValue.newInstance();

  /** How values are written for this reader, for what writes its own sentences. */
  public static Formats reader() {
    return ui().formats;
  }

  /** A message, escaped for where it stands; an argument may be {@link Content}. */
  public static Content t(String key, @Nullable Object... args) {
    return Marks.fill(args, texts -> words(key, texts));
  }

  /** A message as plain text, for attributes and as an argument. */
  public static String words(String key, @Nullable Object... args) {
    return ui().formats.words(key, args);
  }

  /** The same for what a machine calls it, which stays where nobody has named it yet. */
  public static String wordsOr(String key, String otherwise) {
    return ui().formats.wordsOr(key, otherwise);
  }

  /** Why it was refused, and how to mend it. */
  public static String words(Refusal why) {
    return ui().formats.words(why);
  }

  public static String money(Money money) {
    return ui().formats.money(money);
  }

  public static String number(long number) {
    return ui().formats.number(number);
  }

  public static String decimal(BigDecimal number) {
    return ui().formats.decimal(number);
  }

  /**
   * An amount in an entry as this reader writes it: 9.50 becomes 9,50. Whatever does not look like
   * a plain amount stays as it was typed.
   */
  public static @Nullable String entry(@Nullable String value) {
    return value != null && value.matches("\\d+\\.\\d{1,2}")
        ? value.replace('.', DecimalFormatSymbols.getInstance(locale()).getDecimalSeparator())
        : value;
  }

  public static String date(Instant at) {
    return ui().formats.date(at);
  }

  public static String date(LocalDate date) {
    return ui().formats.date(date);
  }

  public static String dateTime(Instant at) {
    return ui().formats.dateTime(at);
  }

  /** The end of a term that binds somebody in that zone too, so that both read the same. */
  public static String until(Instant end, ZoneId there) {
    return ui().formats.until(end, there);
  }

  /** The hour on that zone's clock, without its name: put the zone beside it. */
  public static String time(Instant at, ZoneId there) {
    return ui().formats.time(at, there);
  }

  /** Weekday and day of the month on that zone's calendar. */
  public static String day(Instant at, ZoneId there) {
    return ui().formats.day(at, there);
  }

  /** The city that names a zone, in the reader's language. */
  public static String city(ZoneId there) {
    return ui().formats.city(there);
  }

  /** "3 hours ago" or "in 2 days", by the application's clock. */
  public static String ago(Instant at) {
    return ui().formats.ago(at, ui().clock.instant());
  }

  /** What somebody wrote in Markdown, made safe. */
  public static Content markdown(String text) {
    return Markdown.of(text);
  }

  /** An icon of the set; an ornament, so words must stand beside it. */
  public static Content icon(String name) {
    return Icons.of(name);
  }

  /** The hidden field that each POST form needs. A guest's session begins here, if at all. */
  public static Content csrf() {
    return output -> {
      if (request().getAttribute("_csrf") instanceof CsrfToken token) {
        output.writeContent("<input type=\"hidden\" name=\"" + token.getParameterName());
        output.writeContent("\" value=\"" + token.getToken() + "\">");
      }
    };
  }

  /** A value made fit to stand in an address: {@code href="/jobs?q=${param(words)}"}. */
  public static String param(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  /** The address of a style, script or picture, with its hash: {@code hiring/jobs/jobs.css}. */
  public static String asset(String path) {
    return ui().frame.assets().url(path);
  }

  public static Locale locale() {
    return ui().visit.locale();
  }

  public static ZoneId zone() {
    return ui().visit.zone();
  }

  /** The path of this page with its query, where the visitor can come back to. */
  public static String path() {
    return ui().turn.back();
  }

  /** What is wrong with the form of this answer; empty when it is shown for the first time. */
  public static Problems problems() {
    return ui().found;
  }

  /** The problem at a field in words, or null. */
  public static @Nullable String problem(String field) {
    var why = ui().found.at(field);
    return why == null ? null : words(why);
  }

  public static boolean signedIn() {
    return ui().visit.who().isPresent();
  }

  public static Optional<Who> who() {
    return ui().visit.who();
  }

  static Ui ui() {
    return CURRENT.get();
  }

  private static HttpServletRequest request() {
    return ui().turn.request();
  }

  @Override
  public String lookup(String key) {
    return formats.words(key);
  }
}
