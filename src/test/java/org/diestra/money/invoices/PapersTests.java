package org.diestra.money.invoices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.diestra.money.ledger.Books.eur;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.diestra.HouseTest;
import org.diestra.People;
import org.diestra.money.invoices.Invoice.Kind;
import org.diestra.money.invoices.Sold.Pair;
import org.diestra.money.taxes.TaxedParties;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.paper.Press;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/** The papers of every kind of invoice, held against validators that others wrote. */
@HouseTest
class PapersTests {
  @Autowired private Sold sold;
  @Autowired private Sales sales;
  @Autowired private Issuing issuing;
  @Autowired private FeeBills fees;
  @Autowired private Invoices invoices;
  @Autowired private Bills bills;
  @Autowired private Papers papers;
  @Autowired private Validator validator;
  @Autowired private TaxedParties parties;
  @Autowired private People people;
  @Autowired private Blobs blobs;

  private Invoice issued(Pair pair) {
    issuing.all();
    return invoices.page(pair.seller(), null, Kind.WORK, null, 1).getFirst();
  }

  private void valid(Invoice invoice) {
    var bill = bills.of(invoice);
    assertThat(validator.crossIndustry(CrossIndustry.write(bill))).isEmpty();
    assertThat(validator.universal(Universal.write(bill))).isEmpty();
  }

  @Test
  void everyCaseHoldsTheRulesOfEn16931() {
    var spanish = sold.spanish();
    sold.sell(spanish, 12_345);
    var first = issued(spanish);
    valid(first);
    valid(invoices.correct(spanish.assistant().id(), first.number(), eur(2_345), "Less").orFail());
    var colombian = sold.ready();
    sales.sold(List.of(sold.week(colombian, 455, eur(1_999), eur(15_159))));
    valid(issued(colombian));
    sales.sold(List.of(sold.week(colombian, 450, eur(2_000), eur(15_000))));
    valid(issued(colombian));
    sales.sold(List.of(sold.month(colombian, 22_000)));
    var month = issued(colombian);
    assertThat(bills.of(month).unit()).isEqualTo("MON");
    assertThat(month.from()).isEqualTo(LocalDate.of(2026, 10, 9));
    valid(month);
    parties.house(people.operator("Ana"));
    var task = sold.task(spanish, 10_000);
    sales.sold(
        List.of(
            Sold.sale(
                spanish,
                task.price(),
                task.work(),
                java.time.Instant.parse("2026-10-05T08:00:00Z"))));
    fees.all();
    valid(invoices.page(spanish.business(), null, Kind.FEE, null, 1).getFirst());
  }

  @Test
  void aBrokenOneIsRefusedInBothSyntaxes() {
    var pair = sold.spanish();
    sold.sell(pair, 10_000);
    var bill = bills.of(issued(pair));
    assertThat(validator.crossIndustry(changed(CrossIndustry.write(bill), "121.00", "122.00")))
        .anyMatch(finding -> finding.contains("BR-CO-15"));
    assertThat(validator.universal(changed(Universal.write(bill), "121.00", "122.00")))
        .anyMatch(finding -> finding.contains("BR-CO-15"));
    assertThat(validator.universal("<Invoice/>".getBytes(StandardCharsets.UTF_8))).isNotEmpty();
    assertThat(validator.crossIndustry("no XML".getBytes(StandardCharsets.UTF_8))).isNotEmpty();
  }

  private static byte[] changed(byte[] xml, String from, String to) {
    var text = new String(xml, StandardCharsets.UTF_8);
    assertThat(text).contains(from);
    return text.replace(from, to).getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void thePdfIsFitForTheArchiveAndHoldsItsData() throws Exception {
    var pair = sold.spanish();
    sold.sell(pair, 10_000);
    var invoice = issued(pair);
    var blob = papers.pdf(invoice).orElseThrow();
    var pdf = Files.readAllBytes(blobs.file(blob));
    assertThat(failures(pdf)).isEmpty();
    try (var document = Loader.loadPDF(pdf)) {
      var text = new PDFTextStripper().getText(document);
      assertThat(text).contains(invoice.number(), "€6.00", "Rosa Peña");
      var names = document.getDocumentCatalog().getNames().getEmbeddedFiles().getNames();
      var enclosed = names.get(InvoicePrinter.ENCLOSED).getEmbeddedFile().toByteArray();
      assertThat(enclosed).isEqualTo(CrossIndustry.write(bills.of(invoice)));
    }
    assertThat(papers.pdf(invoice).orElseThrow().sha256()).isEqualTo(blob.sha256());
    var xml = Files.readAllBytes(blobs.file(papers.xml(invoice).orElseThrow()));
    assertThat(validator.universal(xml)).isEmpty();
    var keep = System.getProperty("keep.paper");
    if (keep != null) {
      Files.write(java.nio.file.Path.of(keep), pdf);
    }
  }

  @Test
  void aPlainPdfIsNotFitForTheArchive() throws Exception {
    assertThat(failures(Press.print("<html><body><p>A</p></body></html>"))).isNotEmpty();
  }

  private static List<String> failures(byte[] pdf) throws Exception {
    VeraGreenfieldFoundryProvider.initialise();
    try (var parser =
            Foundries.defaultInstance()
                .createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_3_B);
        var archive = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_3_B, false)) {
      return archive.validate(parser).getTestAssertions().stream()
          .map(a -> a.getRuleId() + " " + a.getMessage().toLowerCase(Locale.ROOT))
          .toList();
    }
  }
}
