package org.diestra.money.invoices;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.diestra.platform.page.Pages;
import org.diestra.platform.paper.Archive;
import org.diestra.platform.paper.Archive.Enclosed;
import org.diestra.platform.paper.Archive.Particulars;
import org.springframework.stereotype.Component;

/**
 * Prints an invoice as Factur-X 1.0 (ZUGFeRD 2), profile EN 16931: PDF/A-3 with its data enclosed.
 */
@Component
class InvoicePrinter {
  static final String ENCLOSED = "factur-x.xml";
  private static final String EXTENSION =
      """
      <rdf:Description rdf:about="" xmlns:fx="urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#">
      <fx:DocumentType>INVOICE</fx:DocumentType><fx:DocumentFileName>factur-x.xml</fx:DocumentFileName>
      <fx:Version>1.0</fx:Version><fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>
      </rdf:Description>
      <rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/"
        xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#"
        xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
      <pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
      <pdfaSchema:schema>Factur-X PDFA Extension Schema</pdfaSchema:schema>
      <pdfaSchema:namespaceURI>urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#</pdfaSchema:namespaceURI>
      <pdfaSchema:prefix>fx</pdfaSchema:prefix>
      <pdfaSchema:property><rdf:Seq>%s%s%s%s</rdf:Seq></pdfaSchema:property>
      </rdf:li></rdf:Bag></pdfaExtension:schemas>
      </rdf:Description>
      """
          .formatted(
              property("DocumentFileName"),
              property("DocumentType"),
              property("Version"),
              property("ConformanceLevel"));
  private final Pages pages;

  InvoicePrinter(Pages pages) {
    this.pages = pages;
  }

  byte[] print(Bill bill, byte[] crossIndustry, Instant now) {
    var locale = Locale.of(bill.language());
    var html =
        pages.text("money/invoices/_print.jte", Map.of("bill", bill), locale, ZoneOffset.UTC);
    var formats = pages.formats(locale, ZoneOffset.UTC);
    var title = formats.words("invoices.print.title", bill.invoice().number());
    return Archive.print(
        html,
        new Particulars(title, bill.language(), EXTENSION, now),
        new Enclosed(ENCLOSED, "text/xml", "Factur-X", crossIndustry));
  }

  private static String property(String name) {
    return """
    <rdf:li rdf:parseType="Resource"><pdfaProperty:name>%s</pdfaProperty:name>
    <pdfaProperty:valueType>Text</pdfaProperty:valueType>
    <pdfaProperty:category>external</pdfaProperty:category>
    <pdfaProperty:description>%s of the enclosed invoice</pdfaProperty:description></rdf:li>
    """
        .formatted(name, name);
  }
}
