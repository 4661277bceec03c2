package org.diestra.work.contracts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.blobs.Blob;
import org.diestra.platform.blobs.BlobServing;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.blobs.Purpose;
import org.diestra.work.contracts.OfferStore.Signature;
import org.springframework.stereotype.Component;

/** The paper of a contract: printed once, on the first wish, and the same bytes ever after. */
@Component
class ContractPapers {
  private final OfferStore offers;
  private final ContractStore contracts;
  private final Printer printer;
  private final Blobs blobs;
  private final BlobServing serving;

  ContractPapers(
      OfferStore offers,
      ContractStore contracts,
      Printer printer,
      Blobs blobs,
      BlobServing serving) {
    this.offers = offers;
    this.contracts = contracts;
    this.printer = printer;
    this.blobs = blobs;
    this.serving = serving;
  }

  /** The text that was signed. */
  Paper paper(Contract contract) {
    return offers.versions(contract.offer()).stream()
        .filter(v -> v.version() == contract.version())
        .findFirst()
        .orElseThrow()
        .paper();
  }

  java.util.List<Signature> signatures(Contract contract) {
    return offers.signatures(contract.offer()).stream()
        .filter(s -> s.version() == contract.version())
        .toList();
  }

  void send(Contract contract, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    serving.save(printed(contract), request, response);
  }

  /** Of two who ask at once, one's printing is kept and both get that. */
  private Blob printed(Contract contract) throws IOException {
    if (contract.pdf() != null) {
      return blobs.get(contract.pdf());
    }
    var pdf = printer.print(contract, paper(contract), signatures(contract));
    var blob =
        blobs
            .store(
                new ByteArrayInputStream(pdf),
                Purpose.ATTACHMENT,
                "contract-" + contract.number() + ".pdf",
                contract.assistant().value())
            .orFail();
    if (contracts.keepPdf(contract.id(), blob.id(), blob.sha256().hex())) {
      blobs.hold(blob.id(), "contracts", contract.id().value());
      return blob;
    }
    var kept = contracts.find(contract.id()).orElseThrow(NotFound::new).pdf();
    return kept == null ? blob : blobs.get(kept);
  }
}
