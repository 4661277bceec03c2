package org.diestra.money.invoices;

import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;
import org.diestra.money.taxes.Category;
import org.diestra.money.taxes.TaxProfile;

/** EN 16931 as OASIS Universal Business Language 2.1. */
final class Universal {
  private static final String START = "urn:oasis:names:specification:ubl:schema:xsd:";

  private Universal() {}

  static byte[] write(Bill bill) {
    var spaces = new TreeMap<String, String>();
    spaces.put("", START + "Invoice-2");
    spaces.put("cac", START + "CommonAggregateComponents-2");
    spaces.put("cbc", START + "CommonBasicComponents-2");
    return Branch.root("Invoice", spaces, x -> invoice(x, bill));
  }

  private static void invoice(Branch x, Bill bill) throws XMLStreamException {
    var invoice = bill.invoice();
    x.leaf("cbc:CustomizationID", "urn:cen.eu:en16931:2017");
    x.leaf("cbc:ID", invoice.number());
    x.leaf("cbc:IssueDate", invoice.issuedOn().toString());
    x.leaf("cbc:InvoiceTypeCode", bill.type());
    if (!bill.notes().isEmpty()) {
      x.leaf("cbc:Note", String.join("\n", bill.notes()));
    }
    x.leaf("cbc:DocumentCurrencyCode", invoice.net().currency().getCurrencyCode());
    x.in(
        "cac:InvoicePeriod",
        p -> {
          p.leaf("cbc:StartDate", invoice.from().toString());
          p.leaf("cbc:EndDate", invoice.to().toString());
        });
    var first = bill.first();
    if (first != null) {
      x.in(
          "cac:BillingReference",
          b ->
              b.in(
                  "cac:InvoiceDocumentReference",
                  r -> {
                    r.leaf("cbc:ID", first.number());
                    r.leaf("cbc:IssueDate", first.issuedOn().toString());
                  }));
    }
    if (bill.contract() != null) {
      x.in("cac:ContractDocumentReference", c -> c.leaf("cbc:ID", bill.contract()));
    }
    x.in(
        "cac:AccountingSupplierParty",
        a -> a.in("cac:Party", p -> party(p, bill, bill.seller(), true)));
    x.in(
        "cac:AccountingCustomerParty",
        a -> a.in("cac:Party", p -> party(p, bill, bill.buyer(), false)));
    x.in("cac:PaymentTerms", t -> t.leaf("cbc:Note", bill.terms()));
    x.in("cac:TaxTotal", t -> taxes(t, bill));
    x.in("cac:LegalMonetaryTotal", t -> totals(t, bill));
    x.in("cac:InvoiceLine", l -> line(l, bill));
  }

  private static void party(Branch x, Bill bill, TaxProfile party, boolean seller)
      throws XMLStreamException {
    x.in(
        "cac:PostalAddress",
        a -> {
          a.leaf("cbc:StreetName", party.address().street());
          a.leaf("cbc:CityName", party.address().city());
          a.leaf("cbc:PostalZone", party.address().postcode());
          a.leaf("cbc:CountrySubentity", party.address().region());
          a.in("cac:Country", c -> c.leaf("cbc:IdentificationCode", party.country()));
        });
    var vatId = bill.vatId(party);
    if (vatId != null) {
      x.in("cac:PartyTaxScheme", s -> scheme(s, vatId, "VAT"));
    } else if (seller && bill.invoice().treatment().category() != Category.O) {
      x.in("cac:PartyTaxScheme", s -> scheme(s, party.taxId(), "TAX"));
    }
    x.in(
        "cac:PartyLegalEntity",
        e -> {
          e.leaf("cbc:RegistrationName", party.name());
          e.leaf("cbc:CompanyID", party.taxId());
        });
  }

  private static void scheme(Branch x, String id, String scheme) throws XMLStreamException {
    x.leaf("cbc:CompanyID", id);
    x.in("cac:TaxScheme", s -> s.leaf("cbc:ID", scheme));
  }

  private static void taxes(Branch x, Bill bill) throws XMLStreamException {
    x.priced("cbc:TaxAmount", bill.invoice().vat());
    x.in(
        "cac:TaxSubtotal",
        t -> {
          t.priced("cbc:TaxableAmount", bill.invoice().net());
          t.priced("cbc:TaxAmount", bill.invoice().vat());
          t.in(
              "cac:TaxCategory",
              c -> {
                category(c, bill);
                c.leaf("cbc:TaxExemptionReasonCode", bill.invoice().treatment().reason().vatex());
                c.leaf("cbc:TaxExemptionReason", bill.why());
                c.in("cac:TaxScheme", s -> s.leaf("cbc:ID", "VAT"));
              });
        });
  }

  private static void category(Branch x, Bill bill) throws XMLStreamException {
    x.leaf("cbc:ID", bill.invoice().treatment().category().name());
    x.leaf("cbc:Percent", bill.percent());
  }

  private static void totals(Branch x, Bill bill) throws XMLStreamException {
    var invoice = bill.invoice();
    x.priced("cbc:LineExtensionAmount", invoice.net());
    x.priced("cbc:TaxExclusiveAmount", invoice.net());
    x.priced("cbc:TaxInclusiveAmount", invoice.gross());
    x.priced("cbc:PrepaidAmount", bill.settled());
    x.priced("cbc:PayableAmount", invoice.due());
  }

  private static void line(Branch x, Bill bill) throws XMLStreamException {
    x.leaf("cbc:ID", "1");
    x.leaf("cbc:InvoicedQuantity", bill.quantity().toPlainString(), "unitCode", bill.unit());
    x.priced("cbc:LineExtensionAmount", bill.invoice().net());
    x.in(
        "cac:Item",
        i -> {
          i.leaf("cbc:Name", bill.what());
          i.in(
              "cac:ClassifiedTaxCategory",
              c -> {
                category(c, bill);
                c.in("cac:TaxScheme", s -> s.leaf("cbc:ID", "VAT"));
              });
        });
    x.in("cac:Price", p -> p.priced("cbc:PriceAmount", bill.price()));
  }
}
