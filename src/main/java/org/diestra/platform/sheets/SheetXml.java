package org.diestra.platform.sheets;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads the XML of sheets as a stream: no DTD, no entities, nothing fetched, never without end. */
public final class SheetXml {
  /** Unpacked bytes of one entry; a zip may promise a thousand times its own size. */
  private static final long MOST = 64_000_000;

  /** Bytes of one tag: attributes are held whole, and no sheet has any that are long. */
  private static final int TAG = 65_536;

  private static final XMLInputFactory FACTORY = factory(true);
  private static final XMLInputFactory STREAMING = factory(false);

  private SheetXml() {}

  private static XMLInputFactory factory(boolean coalescing) {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_COALESCING, coalescing);
    return factory;
  }

  public static XMLStreamReader open(InputStream in) throws XMLStreamException {
    return FACTORY.createXMLStreamReader(new Bounded(in, MOST, Integer.MAX_VALUE));
  }

  /**
   * For what is large: texts come in pieces, and no tag is long.
   *
   * @param most unpacked bytes
   */
  public static XMLStreamReader stream(InputStream in, long most) throws XMLStreamException {
    return STREAMING.createXMLStreamReader(new Bounded(in, most, TAG));
  }

  /** Moves to the next element's beginning with this name; false at the end. */
  public static boolean next(XMLStreamReader xml, String name) throws XMLStreamException {
    while (xml.hasNext()) {
      if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals(name)) {
        return true;
      }
    }
    return false;
  }

  public static boolean begins(XMLStreamReader xml, String name) {
    return xml.isStartElement() && xml.getLocalName().equals(name);
  }

  public static boolean ends(XMLStreamReader xml, String name) {
    return xml.isEndElement() && xml.getLocalName().equals(name);
  }

  /** The attribute of this local name, whatever its namespace. */
  public static @Nullable String attribute(XMLStreamReader xml, String name) {
    for (int i = 0; i < xml.getAttributeCount(); i++) {
      if (xml.getAttributeLocalName(i).equals(name)) {
        return xml.getAttributeValue(i);
      }
    }
    return null;
  }

  public static int number(XMLStreamReader xml, String attribute, int otherwise) {
    var value = attribute(xml, attribute);
    try {
      return value == null ? otherwise : Integer.parseInt(value);
    } catch (NumberFormatException e) {
      return otherwise;
    }
  }

  private static final class Bounded extends FilterInputStream {
    private static final int NONE = -1; // in what is no tag quotes are letters
    private final long most;
    private final int longest;
    private long left;
    private int tag = -1; // bytes since its beginning; -1 outside of any
    private int quote;

    Bounded(InputStream in, long most, int longest) {
      super(in);
      this.most = most;
      this.longest = longest;
      this.left = most;
    }

    @Override
    public int read() throws IOException {
      int c = super.read();
      if (c >= 0) {
        count(1);
        look(c);
      }
      return c;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int n = super.read(into, offset, length);
      count(Math.max(0, n));
      for (int i = offset; i < offset + n; i++) {
        look(into[i]);
      }
      return n;
    }

    private void count(int n) throws IOException {
      left -= n;
      if (left < 0) {
        throw new IOException("unpacks to more than " + most + " bytes");
      }
    }

    private void look(int c) throws IOException {
      if (tag < 0) {
        tag = c == '<' ? 0 : -1;
        quote = 0;
      } else if (quote <= 0 && c == '>') {
        tag = -1;
      } else {
        if (tag == 0 && c == '!') {
          quote = NONE;
        } else if (quote != NONE && (c == '"' || c == '\'')) {
          quote = quote == 0 ? c : quote == c ? 0 : quote;
        }
        if (++tag > longest) {
          throw new IOException("a tag of more than " + longest + " bytes");
        }
      }
    }
  }
}
