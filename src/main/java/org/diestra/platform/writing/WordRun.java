package org.diestra.platform.writing;

import javax.xml.stream.XMLStreamException;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** A piece of a paragraph in one look. */
final class WordRun {
  private final WordBody body;
  private final WordXml xml;
  private final WordStyles styles;
  private @Nullable String style;
  private @Nullable Boolean bold;
  private @Nullable Boolean italic;
  private boolean hidden;

  WordRun(WordBody body, WordXml xml, WordStyles styles) {
    this.body = body;
    this.xml = xml;
    this.styles = styles;
  }

  void read(Element into) throws XMLStreamException {
    xml.each(name -> {
      if (!xml.isWords()) {
        body.drawn(name, into);
        return;
      }
      switch (name) {
        case "rPr" -> xml.each(this::property);
        case "t" -> say(xml.text(), into);
        case "tab" -> said(" ", into);
        case "noBreakHyphen" -> said("-", into);
        case "br" -> lineBreak(into);
        case "cr" -> lineBreak(into);
        case "fldChar" -> {
          body.field(xml.attribute("fldCharType", ""));
          xml.skip();
        }
        case "instrText" -> body.instruction(xml.text());
        case "drawing", "pict", "object" -> body.within(into);
        default -> xml.skip();
      }
    });
  }

  private void property(String name) throws XMLStreamException {
    switch (name) {
      case "rStyle" -> style = xml.attribute("val");
      case "b" -> bold = xml.isOn();
      case "i" -> italic = xml.isOn();
      case "vanish" -> hidden = xml.isOn();
      default -> {}
    }
    xml.skip();
  }

  private void said(String sign, Element into) throws XMLStreamException {
    say(sign, into);
    xml.skip();
  }

  private void lineBreak(Element into) throws XMLStreamException {
    if (!hidden && !xml.attribute("type", "").matches("page|column")) {
      body.added("br", into);
    }
    xml.skip();
  }

  private void say(String text, Element into) throws XMLStreamException {
    if (!hidden && !text.isEmpty()) {
      body.say(
          text,
          bold == null ? styles.bold(style) : bold,
          italic == null ? styles.italic(style) : italic,
          into);
    }
  }
}
