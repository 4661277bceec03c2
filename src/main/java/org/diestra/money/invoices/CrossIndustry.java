package org.diestra.money.invoices;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.TreeMap;
import javax.xml.stream.XMLStreamException;
import org.diestra.money.taxes.Category;
import org.diestra.money.taxes.TaxProfile;

/** EN 16931 as UN/CEFACT Cross Industry Invoice D16B, which is what Factur-X encloses. */
final class CrossIndustry {
  private static final String START = "urn:un:unece:uncefact:data:standard:";
  private static final String DAY = "102";

  private CrossIndustry() {}

  static byte[] write(Bill bill) {
    var spaces = new TreeMap<String, String>();
    spaces.put("rsm", START + "CrossIndustryInvoice:100");
    spaces.put("ram", START + "ReusableAggregateBusinessInformationEntity:100");
    spaces.put("udt", START + "UnqualifiedDataType:100");
    spaces.put("qdt", START + "QualifiedDataType:100");
    return Branch.root(
        "rsm:CrossIndustryInvoice",
        spaces,
        root -> {
          root.in(
              "rsm:ExchangedDocumentContext",
              c ->
                  c.in(
                      "ram:GuidelineSpecifiedDocumentContextParameter",
                      g -> g.leaf("ram:ID", "urn:cen.eu:en16931:2017")));
          root.in("rsm:ExchangedDocument", x -> document(x, bill));
          root.in(
              "rsm:SupplyChainTradeTransaction",
              x -> {
                x.in("ram:IncludedSupplyChainTradeLineItem", l -> line(l, bill));
                x.in("ram:ApplicableHeaderTradeAgreement", a -> agreement(a, bill));
                x.in("ram:ApplicableHeaderTradeDelivery", e -> {});
                x.in("ram:ApplicableHeaderTradeSettlement", s -> settlement(s, bill));
              });
        });
  }

  private static void document(Branch x, Bill bill) throws XMLStreamException {
    x.leaf("ram:ID", bill.invoice().number());
    x.leaf("ram:TypeCode", bill.type());
    day(x, "ram:IssueDateTime", bill.invoice().issuedOn());
    for (var note : bill.notes()) {
      x.in("ram:IncludedNote", n -> n.leaf("ram:Content", note));
    }
  }

  private static void line(Branch x, Bill bill) throws XMLStreamException {
    x.in("ram:AssociatedDocumentLineDocument", d -> d.leaf("ram:LineID", "1"));
    x.in("ram:SpecifiedTradeProduct", p -> p.leaf("ram:Name", bill.what()));
    x.in(
        "ram:SpecifiedLineTradeAgreement",
        a ->
            a.in("ram:NetPriceProductTradePrice", p -> p.amount("ram:ChargeAmount", bill.price())));
    x.in(
        "ram:SpecifiedLineTradeDelivery",
        q ->
            q.leaf("ram:BilledQuantity", bill.quantity().toPlainString(), "unitCode", bill.unit()));
    x.in(
        "ram:SpecifiedLineTradeSettlement",
        s -> {
          s.in(
              "ram:ApplicableTradeTax",
              t -> {
                t.leaf("ram:TypeCode", "VAT");
                t.leaf("ram:CategoryCode", bill.invoice().treatment().category().name());
                t.leaf("ram:RateApplicablePercent", bill.percent());
              });
          s.in(
              "ram:SpecifiedTradeSettlementLineMonetarySummation",
              m -> m.amount("ram:LineTotalAmount", bill.invoice().net()));
        });
  }

  private static void agreement(Branch x, Bill bill) throws XMLStreamException {
    x.in("ram:SellerTradeParty", p -> party(p, bill, bill.seller(), true));
    x.in("ram:BuyerTradeParty", p -> party(p, bill, bill.buyer(), false));
    if (bill.contract() != null) {
      x.in("ram:ContractReferencedDocument", c -> c.leaf("ram:IssuerAssignedID", bill.contract()));
    }
  }

  private static void party(Branch x, Bill bill, TaxProfile party, boolean seller)
      throws XMLStreamException {
    x.leaf("ram:Name", party.name());
    x.in("ram:SpecifiedLegalOrganization", l -> l.leaf("ram:ID", party.taxId()));
    x.in(
        "ram:PostalTradeAddress",
        a -> {
          a.leaf("ram:PostcodeCode", party.address().postcode());
          a.leaf("ram:LineOne", party.address().street());
          a.leaf("ram:CityName", party.address().city());
          a.leaf("ram:CountryID", party.country());
          a.leaf("ram:CountrySubDivisionName", party.address().region());
        });
    var vatId = bill.vatId(party);
    if (vatId != null) {
      x.in("ram:SpecifiedTaxRegistration", t -> t.leaf("ram:ID", vatId, "schemeID", "VA"));
    } else if (seller && bill.invoice().treatment().category() != Category.O) {
      x.in("ram:SpecifiedTaxRegistration", t -> t.leaf("ram:ID", party.taxId(), "schemeID", "FC"));
    }
  }

  private static void settlement(Branch x, Bill bill) throws XMLStreamException {
    var invoice = bill.invoice();
    var currency = invoice.net().currency().getCurrencyCode();
    x.leaf("ram:InvoiceCurrencyCode", currency);
    x.in(
        "ram:ApplicableTradeTax",
        t -> {
          t.amount("ram:CalculatedAmount", invoice.vat());
          t.leaf("ram:TypeCode", "VAT");
          t.leaf("ram:ExemptionReason", bill.why());
          t.amount("ram:BasisAmount", invoice.net());
          t.leaf("ram:CategoryCode", invoice.treatment().category().name());
          t.leaf("ram:ExemptionReasonCode", invoice.treatment().reason().vatex());
          t.leaf("ram:RateApplicablePercent", bill.percent());
        });
    x.in(
        "ram:BillingSpecifiedPeriod",
        p -> {
          day(p, "ram:StartDateTime", invoice.from());
          day(p, "ram:EndDateTime", invoice.to());
        });
    x.in("ram:SpecifiedTradePaymentTerms", t -> t.leaf("ram:Description", bill.terms()));
    x.in(
        "ram:SpecifiedTradeSettlementHeaderMonetarySummation",
        m -> {
          m.amount("ram:LineTotalAmount", invoice.net());
          m.amount("ram:TaxBasisTotalAmount", invoice.net());
          m.priced("ram:TaxTotalAmount", invoice.vat());
          m.amount("ram:GrandTotalAmount", invoice.gross());
          m.amount("ram:TotalPrepaidAmount", bill.settled());
          m.amount("ram:DuePayableAmount", invoice.due());
        });
    var first = bill.first();
    if (first != null) {
      x.in(
          "ram:InvoiceReferencedDocument",
          r -> {
            r.leaf("ram:IssuerAssignedID", first.number());
            r.in(
                "ram:FormattedIssueDateTime",
                f -> f.leaf("qdt:DateTimeString", text(first.issuedOn()), "format", DAY));
          });
    }
  }

  private static void day(Branch x, String name, LocalDate day) throws XMLStreamException {
    x.in(name, d -> d.leaf("udt:DateTimeString", text(day), "format", DAY));
  }

  private static String text(LocalDate day) {
    return DateTimeFormatter.BASIC_ISO_DATE.format(day);
  }
}
