package org.diestra.money.payouts;

import java.io.OutputStream;
import java.time.temporal.ChronoUnit;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.diestra.money.payouts.BankDetails.Address;
import org.diestra.platform.base.Money;

/**
 * A customer's credit transfers by ISO 20022, pain.001.001.09, within the rules of the EPC: euros,
 * charges shared, structured addresses, its set of characters. The same batch gives the same bytes.
 */
final class PainWriter implements BatchWriter {
  private static final String SPACE = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";
  private static final int NAME = 70;
  private static final int REMITTANCE = 140;
  private final Batch batch;
  private final XMLStreamWriter xml;
  private int lines;
  private Money total;

  PainWriter(Batch batch, OutputStream out) {
    this.batch = batch;
    this.total = Money.zero(batch.book().currency());
    try {
      xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
      xml.writeStartDocument("UTF-8", "1.0");
      xml.writeStartElement("Document");
      xml.writeDefaultNamespace(SPACE);
      open("CstmrCdtTrfInitn");
      header();
      payment();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  private void header() throws XMLStreamException {
    open("GrpHdr");
    text("MsgId", batch.message());
    text("CreDtTm", batch.releasedAt().truncatedTo(ChronoUnit.SECONDS).toString());
    sums();
    open("InitgPty");
    text("Nm", EpcText.of(batch.house().name(), NAME));
    close(2);
  }

  private void payment() throws XMLStreamException {
    var house = batch.house();
    open("PmtInf");
    text("PmtInfId", batch.message() + "-1");
    text("PmtMtd", "TRF");
    sums();
    open("PmtTpInf");
    open("SvcLvl");
    text("Cd", "SEPA");
    close(2);
    open("ReqdExctnDt");
    text("Dt", batch.day().toString());
    close(1);
    party(
        "Dbtr",
        house.name(),
        new Address(
            house.street(), house.building(), house.postcode(), house.town(), house.country()));
    account("DbtrAcct", house.iban());
    open("DbtrAgt");
    open("FinInstnId");
    if (house.bic().isEmpty()) {
      open("Othr");
      text("Id", "NOTPROVIDED");
      close(1);
    } else {
      text("BICFI", house.bic());
    }
    close(2);
    text("ChrgBr", "SLEV");
  }

  @Override
  public void line(Line line) {
    if (!(line.to().account() instanceof BankAccount.ByIban(var iban))) {
      throw new IllegalArgumentException("no IBAN: " + line.payout());
    }
    lines++;
    total = total.plus(line.amount());
    try {
      open("CdtTrfTxInf");
      open("PmtId");
      text("EndToEndId", Batch.reference(line.payout()));
      close(1);
      open("Amt");
      xml.writeStartElement("InstdAmt");
      xml.writeAttribute("Ccy", line.amount().currency().getCurrencyCode());
      xml.writeCharacters(line.amount().amount().toPlainString());
      close(2);
      party("Cdtr", line.to().holder(), line.to().address());
      account("CdtrAcct", iban.text());
      open("RmtInf");
      text("Ustrd", EpcText.of(line.remittance(), REMITTANCE));
      close(2);
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void end() {
    if (lines != batch.lines() || !total.equals(batch.total())) {
      throw new IllegalStateException("not what batch " + batch.id() + " promises");
    }
    try {
      close(2);
      xml.writeEndDocument();
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  private void sums() throws XMLStreamException {
    text("NbOfTxs", String.valueOf(batch.lines()));
    text("CtrlSum", batch.total().amount().toPlainString());
  }

  private void party(String role, String name, Address address) throws XMLStreamException {
    open(role);
    text("Nm", EpcText.of(name, NAME));
    open("PstlAdr");
    text("StrtNm", EpcText.of(address.street(), 70));
    text("BldgNb", EpcText.of(address.building(), 16));
    text("PstCd", EpcText.of(address.postcode(), 16));
    text("TwnNm", EpcText.of(address.town(), 35));
    text("Ctry", address.country());
    close(2);
  }

  private void account(String role, String iban) throws XMLStreamException {
    open(role);
    open("Id");
    text("IBAN", iban);
    close(2);
  }

  private void open(String name) throws XMLStreamException {
    xml.writeStartElement(name);
  }

  private void close(int many) throws XMLStreamException {
    for (int i = 0; i < many; i++) {
      xml.writeEndElement();
    }
  }

  /** An empty one is left out, as it may not stand there. */
  private void text(String name, String value) throws XMLStreamException {
    if (!value.isEmpty()) {
      open(name);
      xml.writeCharacters(value);
      close(1);
    }
  }
}
