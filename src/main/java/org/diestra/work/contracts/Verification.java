package org.diestra.work.contracts;

import java.util.List;
import org.diestra.platform.base.Hash;
import org.diestra.work.contracts.OfferStore.Signature;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Compares a paper with what was signed. Only the very file that left the house proves what its
 * pages show; a changed one that still carries the signed text proves that text, not its pages.
 */
@Component
class Verification {
  /** Bytes of a PDF that are looked at; the house's own have less than one megabyte. */
  static final int LARGEST = 8 << 20;

  private final Contracts contracts;
  private final ContractPapers papers;

  Verification(Contracts contracts, ContractPapers papers) {
    this.contracts = contracts;
    this.papers = papers;
  }

  /** What was found about a paper or a hash. */
  enum Verdict {
    GENUINE,
    TEXT_ONLY,
    UNKNOWN;

    String key() {
      return "contracts.verify." + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  record Finding(Verdict verdict, @Nullable Contract contract, List<Signature> signatures) {}

  Finding ofHash(String hash) {
    return contracts
        .byHash(hash)
        .map(contract -> found(Verdict.GENUINE, contract))
        .orElse(new Finding(Verdict.UNKNOWN, null, List.of()));
  }

  Finding ofPdf(byte[] pdf) {
    var whole = contracts.byHash(Hash.of(pdf));
    if (whole.isPresent()) {
      return found(Verdict.GENUINE, whole.get());
    }
    return SignedText.candidates(pdf).stream()
        .flatMap(text -> contracts.byHash(Hash.of(text)).stream())
        .findFirst()
        .map(contract -> found(Verdict.TEXT_ONLY, contract))
        .orElse(new Finding(Verdict.UNKNOWN, null, List.of()));
  }

  private Finding found(Verdict verdict, Contract contract) {
    return new Finding(verdict, contract, papers.signatures(contract));
  }
}
