package org.diestra.platform.writing;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;
import org.diestra.platform.writing.WordParts.Relation;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Reads the text of a Word file (ECMA-376, WordprocessingML) into HTML. */
final class WordBody {
  private static final int MOST = 300_000; // elements
  private static final Pattern LINK = Pattern.compile("\\s*HYPERLINK\\s+\"([^\"]+)\".*");

  private final WordXml xml;
  private final WordStyles styles;
  private final WordNumbers numbers;
  private final Map<String, Relation> relations;
  private final Document html = Document.createShell("");
  private final List<String> pictures = new ArrayList<>();
  private @Nullable String title;
  private boolean isText;
  private int elements;
  private int fields; // that have begun: fields within fields
  private String field = "";
  private @Nullable String fieldLink;

  private WordBody(
      WordXml xml, WordStyles styles, WordNumbers numbers, Map<String, Relation> relations) {
    this.xml = xml;
    this.styles = styles;
    this.numbers = numbers;
    this.relations = relations;
  }

  static WordBody read(WordParts parts) throws IOException, XMLStreamException {
    var main = parts.main();
    var xml = parts.xml(main).orElseThrow(() -> new XMLStreamException("no " + main));
    var styles = parts.related(main, "styles").orElse(null);
    var numbers = parts.related(main, "numbering").orElse(null);
    var body =
        new WordBody(
            xml,
            styles == null ? new WordStyles() : WordStyles.read(styles),
            numbers == null ? new WordNumbers() : WordNumbers.read(numbers),
            parts.relations(main));
    body.within(body.html.body());
    if (!body.isText) {
      throw new XMLStreamException("no text");
    }
    if (body.title == null) {
      body.title = property(parts);
    }
    return body;
  }

  private static @Nullable String property(WordParts parts) throws IOException, XMLStreamException {
    var xml = parts.related("", "core-properties").orElse(null);
    var found = new StringBuilder();
    if (xml != null) {
      xml.each(_ ->
          xml.each(name -> {
            if (name.equals("title")) {
              found.append(xml.text());
            } else {
              xml.skip();
            }
          }));
    }
    return found.toString();
  }

  Document html() {
    return html;
  }

  /** The parts that are shown, in order. */
  List<String> pictures() {
    return pictures;
  }

  Optional<String> title() {
    return Optional.ofNullable(title).map(String::strip).filter(text -> !text.isEmpty());
  }

  void within(Element into) throws XMLStreamException {
    xml.each(name -> element(name, into));
  }

  private void element(String name, Element into) throws XMLStreamException {
    if (!xml.isWords()) {
      drawn(name, into);
      return;
    }
    switch (name) {
      case "document" -> {
        isText = true;
        within(into);
      }
      case "p" -> paragraph(into);
      case "r" -> new WordRun(this, xml, styles).read(into);
      case "tbl" -> within(added("table", into));
      case "tr" -> within(added("tr", into));
      case "tc" -> within(added(into.hasAttr("data-heads") ? "th" : "td", into));
      case "trPr" -> xml.each(property -> row(property, into));
      case "hyperlink" -> link(into);
      case "fldSimple" -> within(linked(LINK.matcher(xml.attribute("instr", "")), into));
      case "del", "moveFrom", "pPr", "sectPr", "sdtPr", "tblPr", "tblGrid", "tcPr" -> xml.skip();
      default -> within(into);
    }
  }

  /** A drawing, of which its picture counts and the words in its boxes. */
  void drawn(String name, Element into) throws XMLStreamException {
    switch (name) {
      case "Fallback" -> xml.skip();
      case "docPr" -> {
        var words = xml.attribute("descr", "");
        into.attr("data-alt", words.isBlank() ? xml.attribute("title", "") : words);
        xml.skip();
      }
      case "blip" -> picture(xml.attribute("embed", ""), into);
      case "imagedata" -> picture(xml.attribute("id", ""), into);
      default -> within(into);
    }
  }

  private void picture(String id, Element into) throws XMLStreamException {
    var relation = relations.get(id);
    if (relation != null && !relation.elsewhere()) {
      pictures.add(relation.target());
      added("img", into).attr("src", relation.target()).attr("alt", into.attr("data-alt"));
    }
    xml.skip();
  }

  Element added(String tag, Element into) throws XMLStreamException {
    if (++elements > MOST) {
      throw new XMLStreamException(new WordParts.TooLarge());
    }
    return into.appendElement(tag);
  }

  private void paragraph(Element into) throws XMLStreamException {
    var paragraph = added("p", into);
    var style = new WordParagraph();
    xml.each(name -> {
      if (name.equals("pPr") && xml.isWords()) {
        style.read(xml);
      } else {
        element(name, paragraph);
      }
    });
    if (styles.isTitle(style.style) && title == null) {
      title = paragraph.text();
      paragraph.remove();
    } else {
      style.dress(paragraph, styles, numbers);
    }
  }

  private void row(String property, Element row) throws XMLStreamException {
    if (property.equals("tblHeader") && xml.isOn()) {
      row.attr("data-heads", true);
    }
    xml.skip();
  }

  private void link(Element into) throws XMLStreamException {
    var relation = relations.get(xml.attribute("id", ""));
    within(
        relation == null || !relation.elsewhere()
            ? into
            : added("a", into).attr("href", relation.target()));
  }

  private Element linked(Matcher instruction, Element into) throws XMLStreamException {
    return instruction.matches()
        ? added("a", into).attr("href", Objects.requireNonNull(instruction.group(1)))
        : into;
  }

  /** A field is its instruction, and after that what it shows. */
  void field(String turn) {
    switch (turn) {
      case "begin" -> {
        fields++;
        field = "";
      }
      case "separate" -> {
        var link = LINK.matcher(field);
        fieldLink = link.matches() ? link.group(1) : fieldLink;
        field = "";
      }
      case "end" -> {
        fields = Math.max(0, fields - 1);
        fieldLink = fields == 0 ? null : fieldLink;
      }
      default -> {}
    }
  }

  void instruction(String text) {
    field = field.length() < 4_000 ? field + text : field;
  }

  void say(String text, boolean bold, boolean italic, Element into) throws XMLStreamException {
    var inner = fieldLink == null ? into : added("a", into).attr("href", fieldLink);
    inner = bold ? added("b", inner) : inner;
    inner = italic ? added("i", inner) : inner;
    inner.appendChild(new TextNode(text));
  }
}
