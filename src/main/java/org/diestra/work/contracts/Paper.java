package org.diestra.work.contracts;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.diestra.hiring.fees.Rates;
import org.diestra.platform.base.Hash;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The one text that both sign: terms and parties as canonical JSON (RFC 8785), so that the same
 * agreement always has the same bytes and the same hash.
 *
 * @param json canonical JSON
 */
record Paper(String json) {
  private static final JsonMapper MAPPER = new JsonMapper();

  static Paper of(
      OfferId offer,
      int version,
      Party client,
      Party assistant,
      Terms terms,
      Rates rates,
      @Nullable Integer directDays) {
    var root = root(offer, version, client, assistant, terms, rates);
    if (directDays != null) {
      root.putObject("payment").put("way", "direct").put("days", (int) directDays);
    } else {
      taxes(root);
    }
    return written(root);
  }

  /** The same for a trial alone, of which there is one version. */
  static Paper ofTrial(
      OfferId offer, Party client, Party assistant, Terms terms, Rates rates, TrialTerms trial) {
    var root = root(offer, 1, client, assistant, terms, rates);
    root.putObject("trial")
        .put("hours", trial.hours())
        .put("due", trial.dueAt().toString())
        .put("zone", trial.zone().getId())
        .put("graceDays", trial.graceDays());
    taxes(root);
    return written(root);
  }

  /** Taxes are funded and released with the price, which earlier papers do not say. */
  private static void taxes(ObjectNode root) {
    root.putObject("taxes").put("rules", 1);
  }

  private static ObjectNode root(
      OfferId offer, int version, Party client, Party assistant, Terms terms, Rates rates) {
    var root = MAPPER.createObjectNode();
    root.put("document", "diestra-contract");
    root.put("format", 1);
    root.put("offer", offer.toString());
    root.put("version", version);
    root.set("client", party(client));
    root.set("assistant", party(assistant));
    root.set("terms", terms(terms));
    root.set("fees", fees(rates));
    return root;
  }

  private static Paper written(ObjectNode root) {
    try {
      return new Paper(new JsonCanonicalizer(MAPPER.writeValueAsString(root)).getEncodedString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The terms, read back from the text that was signed. */
  Terms terms() {
    return PaperReader.terms(root().get("terms"));
  }

  /** What the house takes under this contract, whatever the operator plans later. */
  Rates rates() {
    return PaperReader.rates(root().get("fees"));
  }

  /** What makes it one for a trial alone; null for all others. */
  @Nullable TrialTerms trial() {
    return PaperReader.trial(root().get("trial"));
  }

  /**
   * Within how many calendar days of the approval the client pays the assistant directly; null
   * where the house holds the money.
   */
  @Nullable Integer directDays() {
    var payment = root().get("payment");
    return payment == null ? null : payment.get("days").intValue();
  }

  /** Whether it says that taxes go with the price. */
  boolean taxes() {
    return root().has("taxes");
  }

  /** Whether it says how the months of its retainer go. */
  boolean months() {
    var retainer = root().get("terms").get("pay").get("retainer");
    return retainer != null && retainer.has("rules");
  }

  String title() {
    return root().get("terms").get("title").stringValue();
  }

  Party client() {
    return PaperReader.party(root().get("client"));
  }

  Party assistant() {
    return PaperReader.party(root().get("assistant"));
  }

  private JsonNode root() {
    return MAPPER.readTree(json);
  }

  /** SHA-256 over the UTF-8 bytes, 64 hexadecimal digits: what is signed. */
  String hash() {
    return Hash.of(json);
  }

  private static ObjectNode party(Party party) {
    return MAPPER
        .createObjectNode()
        .put("name", party.name())
        .put("signer", party.signer())
        .put("place", party.place());
  }

  /** Percent of a price: on top of it for the client, out of it for the assistant. */
  private static ObjectNode fees(Rates rates) {
    return MAPPER
        .createObjectNode()
        .put("client", rates.clientPercent().toPlainString())
        .put("assistant", rates.assistantPercent().toPlainString());
  }

  private static ObjectNode terms(Terms terms) {
    var node = MAPPER.createObjectNode();
    node.put("title", terms.title());
    node.put("scope", terms.scope());
    var duties = node.putArray("duties");
    terms.sortedDuties().forEach(area -> duties.add(area.slug()));
    node.set("pay", pay(terms.pay()));
    node.put("start", terms.start().toString());
    node.put("reviewDays", terms.reviewDays());
    node.put("revisionRounds", terms.revisionRounds());
    node.put("noticeDays", terms.noticeDays());
    node.put("responseHours", terms.responseHours());
    node.put("property", terms.property().name());
    node.put("confidential", terms.confidential());
    node.put("personalData", terms.personalData());
    node.put("manual", terms.manual().name());
    node.put("language", terms.language());
    node.put("law", terms.law());
    return node;
  }

  /** Amounts are decimal text, never floating point, so that every reader sees the same cents. */
  private static ObjectNode pay(Pay pay) {
    var node = MAPPER.createObjectNode();
    node.put("currency", pay.currency().getCurrencyCode());
    if (pay.task() != null) {
      node.put("task", pay.task().amount().toPlainString());
    }
    if (pay.hour() != null) {
      node.putObject("hour")
          .put("rate", pay.hour().rate().amount().toPlainString())
          .put("weeklyCap", pay.hour().weeklyCap());
    }
    if (pay.retainer() != null) {
      node.putObject("retainer")
          .put("hours", pay.retainer().hours())
          .put("price", pay.retainer().price().amount().toPlainString())
          .put("rollover", pay.retainer().rollover())
          .put("rules", 1); // of months, which earlier papers do not name
    }
    return node;
  }
}
