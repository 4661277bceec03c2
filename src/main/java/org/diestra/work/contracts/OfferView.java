package org.diestra.work.contracts;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.diestra.work.contracts.OfferStore.Signature;
import org.jspecify.annotations.Nullable;

/**
 * An offer as one of its sides sees it.
 *
 * @param mine which side looks
 * @param turn whether it is that side's turn to answer
 * @param author whether that side wrote the current version, and can take it back
 * @param past what was offered one version earlier, or null in the first
 * @param notes the messages that both are to know before they sign
 * @param charges what taxes make of the pay today
 * @param contract what it became, or null
 */
record OfferView(
    OfferId id,
    int version,
    String state,
    Side mine,
    boolean turn,
    boolean author,
    Paper paper,
    String otherName,
    String myName,
    @Nullable Paper past,
    List<Told> history,
    StatusCheck check,
    Instant expiresAt,
    List<String> notes,
    List<TermLines.Later> charges,
    @Nullable ContractId contract) {

  /** One version: whose, when, with which words, and who signed it. */
  record Told(
      int version, Side author, Instant at, @Nullable String note, List<Signature> signatures) {}

  List<TermLines.Line> taxes() {
    return TermLines.all(charges);
  }

  Terms terms() {
    return paper.terms();
  }

  @Nullable Terms before() {
    return past == null ? null : past.terms();
  }

  boolean scopeChanged() {
    return past != null && !past.terms().scope().equals(terms().scope());
  }

  String stateKey() {
    return "contracts.state." + state.toLowerCase(Locale.ROOT);
  }

  String tone() {
    return switch (state) {
      case "ACCEPTED" -> "good";
      case "OFFERED", "COUNTERED" -> "wait";
      default -> "";
    };
  }
}
