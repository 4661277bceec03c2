package org.diestra.work.contracts;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.diestra.hiring.fees.Rates;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Money;
import org.diestra.work.contracts.Terms.Manual;
import org.diestra.work.contracts.Terms.Property;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads what {@link Paper} wrote; the bytes stand under signatures, so they are never malformed.
 */
final class PaperReader {
  private PaperReader() {}

  static Party party(JsonNode node) {
    return new Party(text(node, "name"), text(node, "signer"), text(node, "place"));
  }

  /** The first papers of the house name none, as there were none. */
  static Rates rates(@Nullable JsonNode node) {
    return node == null
        ? Rates.NONE
        : new Rates(basisPoints(node, "client"), basisPoints(node, "assistant"));
  }

  static @Nullable TrialTerms trial(@Nullable JsonNode node) {
    return node == null
        ? null
        : new TrialTerms(
            node.get("hours").intValue(),
            Instant.parse(text(node, "due")),
            ZoneId.of(text(node, "zone")),
            node.get("graceDays").intValue());
  }

  private static int basisPoints(JsonNode node, String side) {
    return new BigDecimal(text(node, side)).movePointRight(2).intValueExact();
  }

  static Terms terms(JsonNode node) {
    return new Terms(
        text(node, "title"),
        text(node, "scope"),
        duties(node.get("duties")),
        pay(node.get("pay")),
        LocalDate.parse(text(node, "start")),
        node.get("reviewDays").intValue(),
        node.get("revisionRounds").intValue(),
        node.get("noticeDays").intValue(),
        node.get("responseHours").intValue(),
        Property.valueOf(text(node, "property")),
        node.get("confidential").booleanValue(),
        node.get("personalData").booleanValue(),
        Manual.valueOf(text(node, "manual")),
        text(node, "language"),
        text(node, "law"));
  }

  private static Set<Area> duties(JsonNode node) {
    var duties = EnumSet.noneOf(Area.class);
    node.forEach(slug ->
        duties.add(Area.valueOf(slug.stringValue().toUpperCase(Locale.ROOT).replace('-', '_'))));
    return duties;
  }

  private static Pay pay(JsonNode node) {
    var currency = Currency.getInstance(text(node, "currency"));
    var hour = node.get("hour");
    var retainer = node.get("retainer");
    return new Pay(
        currency,
        node.has("task") ? money(node, "task", currency) : null,
        hour == null ? null : hourly(hour, currency),
        retainer == null ? null : retainer(retainer, currency));
  }

  private static Pay.Hourly hourly(JsonNode node, Currency currency) {
    return new Pay.Hourly(money(node, "rate", currency), node.get("weeklyCap").intValue());
  }

  private static Pay.Retainer retainer(JsonNode node, Currency currency) {
    return new Pay.Retainer(
        node.get("hours").intValue(),
        money(node, "price", currency),
        node.get("rollover").intValue());
  }

  private static Money money(JsonNode node, String field, Currency currency) {
    return Money.of(new BigDecimal(text(node, field)), currency);
  }

  private static String text(@Nullable JsonNode node, String field) {
    if (node == null) {
      throw new IllegalStateException("a signed text without " + field);
    }
    return node.get(field).stringValue();
  }
}
