package org.diestra.platform.writing;

import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * A part of a Word file as a stream of elements, known by their local names: no DTD, no entities,
 * nothing fetched, at most 150 elements within each other.
 */
final class WordXml {
  private static final int DEEPEST = 150;
  private static final XMLInputFactory FACTORY = factory();

  private final XMLStreamReader xml;
  private int depth;

  /** What is done with each element; it must read up to the element's end. */
  interface Reading {
    void read(String name) throws XMLStreamException;
  }

  WordXml(InputStream in) throws XMLStreamException {
    xml = FACTORY.createXMLStreamReader(in);
  }

  private static XMLInputFactory factory() {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    return factory;
  }

  /** Reads the elements within the one that has begun, or within the document, up to its end. */
  void each(Reading reading) throws XMLStreamException {
    if (++depth > DEEPEST) {
      throw new XMLStreamException("nested too deep");
    }
    while (xml.hasNext()) {
      switch (xml.next()) {
        case XMLStreamConstants.DTD -> throw new XMLStreamException("has a DTD");
        case XMLStreamConstants.START_ELEMENT -> reading.read(xml.getLocalName());
        case XMLStreamConstants.END_ELEMENT -> {
          depth--;
          return;
        }
        default -> {}
      }
    }
    depth--;
  }

  void skip() throws XMLStreamException {
    for (int open = 1; open > 0; ) {
      int event = xml.next();
      open += event == XMLStreamConstants.START_ELEMENT ? 1 : 0;
      open -= event == XMLStreamConstants.END_ELEMENT ? 1 : 0;
    }
  }

  String text() throws XMLStreamException {
    return xml.getElementText();
  }

  /** Whether the element is one of Word's own, and not of a drawing, a chart or a formula. */
  boolean isWords() {
    var space = xml.getNamespaceURI();
    return space != null && space.contains("wordprocessingml");
  }

  /** The attribute of this local name, whatever its namespace. */
  @Nullable String attribute(String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i);
      }
    }
    return null;
  }

  String attribute(String name, String otherwise) {
    var value = attribute(name);
    return value == null ? otherwise : value;
  }

  /** The attribute {@code val} as a number of 0 to 999 999; -1 for anything else. */
  int number() {
    var value = attribute("val", "");
    return value.matches("\\d{1,6}") ? Integer.parseInt(value) : -1;
  }

  /** A switch is on where it stands, unless it says otherwise. */
  boolean isOn() {
    return !attribute("val", "true").matches("0|false|off|none");
  }
}
