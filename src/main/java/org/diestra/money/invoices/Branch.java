package org.diestra.money.invoices;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.diestra.platform.base.Money;
import org.jspecify.annotations.Nullable;

/** Writes XML from the root to its leaves; what is null or empty is left out. */
final class Branch {
  private final XMLStreamWriter out;

  private Branch(XMLStreamWriter out) {
    this.out = out;
  }

  /** What is written below an element. */
  @FunctionalInterface
  interface Below {
    void write(Branch branch) throws XMLStreamException;
  }

  /**
   * @param spaces prefix to namespace
   */
  static byte[] root(String name, Map<String, String> spaces, Below below) {
    var bytes = new ByteArrayOutputStream();
    try {
      var out =
          XMLOutputFactory.newDefaultFactory()
              .createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
      out.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
      out.writeStartElement(name);
      for (var space : spaces.entrySet()) {
        out.writeAttribute(
            space.getKey().isEmpty() ? "xmlns" : "xmlns:" + space.getKey(), space.getValue());
      }
      below.write(new Branch(out));
      out.writeEndDocument();
      out.flush();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
    return bytes.toByteArray();
  }

  void in(String name, Below below) throws XMLStreamException {
    out.writeStartElement(name);
    below.write(this);
    out.writeEndElement();
  }

  void leaf(String name, @Nullable String text, String... attributes) throws XMLStreamException {
    if (text == null || text.isEmpty()) {
      return;
    }
    out.writeStartElement(name);
    for (int i = 0; i < attributes.length; i += 2) {
      out.writeAttribute(attributes[i], attributes[i + 1]);
    }
    out.writeCharacters(text);
    out.writeEndElement();
  }

  void amount(String name, Money money) throws XMLStreamException {
    leaf(name, money.amount().toPlainString());
  }

  void priced(String name, Money money) throws XMLStreamException {
    leaf(name, money.amount().toPlainString(), "currencyID", money.currency().getCurrencyCode());
  }
}
