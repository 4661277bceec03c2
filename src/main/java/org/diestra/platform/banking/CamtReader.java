package org.diestra.platform.banking;

import java.io.IOException;
import java.io.InputStream;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.diestra.platform.banking.BankStatement.Format;
import org.diestra.platform.base.Outcome;
import org.jspecify.annotations.Nullable;

/**
 * Reads a bank's statement by ISO 20022, camt.053.001 in any edition, element by element: booked
 * entries alone, batches taken apart where their parts add up, each statement's balances held
 * against its entries. No document type, no entities, at most {@value #DEEPEST} elements deep.
 */
public final class CamtReader {
  private static final String SPACE = "urn:iso:std:iso:20022:tech:xsd:camt.053.001.";
  private static final String MESSAGES = "urn:iso:std:iso:20022:tech:xsd:";
  private static final int DEEPEST = 40;
  private static final int LONGEST = 2_000; // characters of one element that are kept
  private final OwnAccount account;
  private final Deque<String> path = new ArrayDeque<>();
  private final StringBuilder text = new StringBuilder();
  private final List<BankLine> lines = new ArrayList<>();
  private final Sheets sheets = new Sheets();
  private @Nullable LocalDate until;
  private @Nullable CamtSheet sheet;
  private int before; // lines of the statements that are read
  private boolean any;

  private CamtReader(OwnAccount account) {
    this.account = account;
  }

  /** Refused where it is no such statement, of another account, or does not add up. */
  public static Outcome<BankStatement> read(OwnAccount account, InputStream in) {
    try {
      return Outcome.done(new CamtReader(account).statement(in));
    } catch (Unreadable unreadable) {
      return Outcome.refused(unreadable.why());
    }
  }

  private BankStatement statement(InputStream in) throws Unreadable {
    int line = 0;
    try {
      var xml = factory().createXMLStreamReader(XmlLetters.of(in));
      try {
        while (xml.hasNext()) {
          int event = xml.next();
          line = xml.getLocation().getLineNumber();
          take(event, xml, line);
        }
      } finally {
        xml.close();
      }
    } catch (IOException | XMLStreamException broken) {
      var at = broken instanceof XMLStreamException xml ? xml.getLocation() : null;
      throw new Unreadable(
          "banking.file.not-xml", Math.max(1, at == null ? line : at.getLineNumber()));
    }
    if (!any) {
      throw new Unreadable("banking.file.no-statement");
    }
    return new BankStatement(Format.CAMT, sheets.opening(), sheets.closing(), until, lines);
  }

  private static XMLInputFactory factory() {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, false); // long texts come in pieces
    return factory;
  }

  private void take(int event, XMLStreamReader xml, int line) throws Unreadable {
    switch (event) {
      case XMLStreamConstants.DTD, XMLStreamConstants.ENTITY_REFERENCE ->
          throw new Unreadable("banking.file.doctype", line);
      case XMLStreamConstants.START_ELEMENT -> begin(xml, line);
      case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
        int room = LONGEST - text.length();
        if (room > 0) {
          var more = xml.getText();
          text.append(more, 0, Math.min(room, more.length()));
        }
      }
      case XMLStreamConstants.END_ELEMENT -> end(xml.getLocalName(), line);
      default -> {} // comments and the like
    }
  }

  private void begin(XMLStreamReader xml, int line) throws Unreadable {
    var name = xml.getLocalName();
    if (path.isEmpty()) {
      document(name, xml.getNamespaceURI());
    }
    if (path.size() >= DEEPEST) {
      throw new Unreadable("banking.file.deep", line);
    }
    path.addLast(name);
    text.setLength(0);
    if (name.equals("Stmt") && path.size() == 3) {
      sheet = new CamtSheet(account, lines);
      any = true;
    }
    if (sheet != null) {
      sheet.begin(within(), xml.getAttributeValue(null, "Ccy"), line);
    }
  }

  private static void document(String name, @Nullable String space) throws Unreadable {
    if (!name.equals("Document") || space == null || !space.startsWith(MESSAGES)) {
      throw new Unreadable("banking.file.not-camt");
    }
    if (!space.startsWith(SPACE)) {
      var message = space.substring(MESSAGES.length());
      throw new Unreadable(
          "banking.file.other-message", message.substring(0, Math.min(20, message.length())));
    }
  }

  private void end(String name, int line) throws Unreadable {
    if (sheet != null) {
      sheet.end(within(), text.toString().strip(), line);
      if (lines.size() > BankStatement.MOST_LINES) {
        throw new Unreadable("banking.file.too-many", BankStatement.MOST_LINES);
      }
    }
    path.removeLast();
    text.setLength(0);
    if (sheet != null && name.equals("Stmt") && path.size() == 2) {
      sheet.close(line);
      sheets.add(sheet.opening(), sheet.closing(), lines.subList(before, lines.size()));
      before = lines.size();
      until = Figures.later(until, sheet.until());
      sheet = null;
    }
  }

  /** The path below the statement, such as {@code Ntry/Amt}; empty for the statement itself. */
  private String within() {
    return String.join("/", path.stream().skip(3).toList());
  }
}
