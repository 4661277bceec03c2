package org.diestra.platform.dav;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads what a stranger calls XML: no document type, no entities, nothing from elsewhere, at most 1
 * MB, 20 000 elements and 50 levels.
 */
final class XmlReader {
  private static final int MOST_BYTES = 1_000_000;
  private static final int MOST_ELEMENTS = 20_000;
  private static final int DEEPEST = 50;
  private static final QName LANGUAGE =
      new QName(XMLConstants.XML_NS_URI, "lang", XMLConstants.XML_NS_PREFIX);
  private static final XMLInputFactory FACTORY = factory();

  private int elements;

  private XmlReader() {}

  private static XMLInputFactory factory() {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, true);
    factory.setProperty(XMLInputFactory.IS_NAMESPACE_AWARE, true);
    return factory;
  }

  /**
   * The root of the body; empty where there is no body.
   *
   * @throws DavFault 400 for what is not well-formed or has a document type, 413 for too much
   */
  static Optional<Element> read(InputStream in) throws IOException {
    var bytes = in.readNBytes(MOST_BYTES + 1);
    if (bytes.length > MOST_BYTES) {
      throw new DavFault(413);
    }
    return bytes.length == 0 ? Optional.empty() : Optional.of(new XmlReader().parse(bytes));
  }

  private Element parse(byte[] bytes) {
    try {
      var xml = FACTORY.createXMLStreamReader(new ByteArrayInputStream(bytes));
      Element root = null;
      while (xml.hasNext()) {
        int event = xml.next();
        if (event == XMLStreamConstants.DTD) {
          throw new DavFault(400);
        }
        if (event == XMLStreamConstants.START_ELEMENT) {
          root = element(xml, 1, "");
        }
      }
      if (root == null) {
        throw new DavFault(400);
      }
      return root;
    } catch (XMLStreamException malformed) {
      throw new DavFault(400);
    }
  }

  /** A language that is said further out holds for a property as well (RFC 4918, section 4.3). */
  private Element element(XMLStreamReader xml, int depth, String outer) throws XMLStreamException {
    if (depth > DEEPEST || ++elements > MOST_ELEMENTS) {
      throw new DavFault(413);
    }
    var name = bounded(xml.getName());
    requirePrefixesBound(xml);
    var attributes = attributes(xml);
    var language = attributes.getOrDefault(LANGUAGE, outer);
    if (!language.isEmpty() && depth <= PROPERTY) {
      attributes.putIfAbsent(LANGUAGE, language);
    }
    var content = new ArrayList<Object>();
    for (int event = xml.next(); event != XMLStreamConstants.END_ELEMENT; event = xml.next()) {
      switch (event) {
        case XMLStreamConstants.START_ELEMENT -> content.add(element(xml, depth + 1, language));
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            content.add(xml.getText());
        case XMLStreamConstants.ENTITY_REFERENCE -> throw new DavFault(400);
        default -> {
          // comments and instructions say nothing to us
        }
      }
    }
    return new Element(name, attributes, content);
  }

  /** Whoever answers says a name and its namespace again and again. */
  private static QName bounded(QName name) {
    if (name.getNamespaceURI().length() > LONGEST_NAMESPACE
        || name.getLocalPart().length() + name.getPrefix().length() > LONGEST_NAME) {
      throw new DavFault(413);
    }
    return name;
  }

  private static final int LONGEST_NAMESPACE = 1000;
  private static final int LONGEST_NAME = 200;

  /** {@code propertyupdate/set/prop/*}: where a property stands. */
  private static final int PROPERTY = 4;

  private static Map<QName, String> attributes(XMLStreamReader xml) {
    var attributes = new LinkedHashMap<QName, String>();
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      attributes.put(bounded(xml.getAttributeName(i)), xml.getAttributeValue(i));
    }
    return attributes;
  }

  /** Namespaces in XML 1.0, section 2.2: only the default one may be taken back. */
  private static void requirePrefixesBound(XMLStreamReader xml) {
    for (int i = 0; i < xml.getNamespaceCount(); i++) {
      var uri = xml.getNamespaceURI(i);
      if (xml.getNamespacePrefix(i) != null && (uri == null || uri.isEmpty())) {
        throw new DavFault(400);
      }
    }
  }
}
