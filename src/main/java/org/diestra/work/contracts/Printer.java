package org.diestra.work.contracts;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;
import org.diestra.platform.page.Pages;
import org.diestra.platform.paper.Press;
import org.diestra.work.contracts.OfferStore.Signature;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Prints a signed contract: A4, fonts embedded, first in the language of record and then in the
 * other one, with the signed text itself attached as {@value #ATTACHED}.
 */
@Component
class Printer {
  static final String ATTACHED = "contract.json";
  private final Pages pages;
  private final String baseUrl;

  Printer(Pages pages, @Value("${diestra.base-url}") String baseUrl) {
    this.pages = pages;
    this.baseUrl = baseUrl;
  }

  byte[] print(Contract contract, Paper paper, List<Signature> signatures) {
    var terms = paper.terms();
    var record = Locale.of(terms.language());
    var other = Locale.of(terms.language().equals("es") ? "en" : "es");
    var model =
        Map.of(
            "contract", contract,
            "paper", paper,
            "terms", terms,
            "signatures", signatures,
            "verify", baseUrl + "/verify");
    var html =
        pages.text(
            "work/contracts/print.jte",
            Map.of(
                "language", terms.language(),
                "first", pages.text("work/contracts/_print.jte", model, record, ZoneOffset.UTC),
                "second", pages.text("work/contracts/_print.jte", model, other, ZoneOffset.UTC)),
            record,
            ZoneOffset.UTC);
    try {
      return attach(Press.print(html), paper);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] attach(byte[] pdf, Paper paper) throws IOException {
    var bytes = paper.json().getBytes(StandardCharsets.UTF_8);
    try (var document = Loader.loadPDF(pdf)) {
      var file = new PDEmbeddedFile(document, new ByteArrayInputStream(bytes));
      file.setSubtype("application/json");
      file.setSize(bytes.length);
      var specification = new PDComplexFileSpecification();
      specification.setFile(ATTACHED);
      specification.setFileUnicode(ATTACHED);
      specification.setEmbeddedFile(file);
      var tree = new PDEmbeddedFilesNameTreeNode();
      tree.setNames(Map.of(ATTACHED, specification));
      var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
      names.setEmbeddedFiles(tree);
      document.getDocumentCatalog().setNames(names);
      var out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    }
  }
}
