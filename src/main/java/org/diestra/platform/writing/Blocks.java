package org.diestra.platform.writing;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.Document;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Walks through HTML and makes the blocks of a Markdown text. */
final class Blocks {
  private static final Set<String> UNSEEN =
      Set.of(
          "script",
          "style",
          "head",
          "title",
          "noscript",
          "template",
          "svg",
          "math",
          "object",
          "embed",
          "iframe",
          "select",
          "textarea",
          "input",
          "button",
          "video",
          "audio",
          "canvas");
  private static final int NESTED = 10; // lists and quotes; what is deeper stands on the last level

  private final Function<String, Optional<UUID>> pictures;
  private Node parent;
  private int nested;
  private Words words = new Words();
  private @Nullable HtmlInline box; // that the next paragraph begins with

  private Blocks(Node parent, Function<String, Optional<UUID>> pictures) {
    this.parent = parent;
    this.pictures = pictures;
  }

  static Node of(Element body, Function<String, Optional<UUID>> pictures) {
    var document = new Document();
    var blocks = new Blocks(document, pictures);
    blocks.children(body, Ink.PLAIN);
    blocks.flush();
    return document;
  }

  private void children(Element element, Ink ink) {
    for (var child : element.childNodes()) {
      node(child, ink);
    }
  }

  private void node(org.jsoup.nodes.Node node, Ink ink) {
    if (node instanceof TextNode text) {
      words.add(text.getWholeText(), ink);
    } else if (node instanceof Element element && isSeen(element)) {
      element(element, ink.in(element));
    }
  }

  private static boolean isSeen(Element element) {
    return !UNSEEN.contains(element.normalName()) && !Css.isHidden(element);
  }

  private void element(Element element, Ink ink) {
    switch (element.normalName()) {
      case "br" -> words.lineBreak();
      case "img" -> picture(element, ink, words);
      case "hr" -> add(Listings.rule());
      case "h1", "h2", "h3", "h4", "h5", "h6" ->
          heading(element, element.normalName().charAt(1) - '0');
      case "ul", "ol" -> list(element, ink);
      case "blockquote" -> quote(element, ink);
      case "pre" -> Listings.code(element.wholeText()).ifPresent(this::add);
      case "table" -> table(element, ink);
      default -> other(element, ink);
    }
  }

  private void other(Element element, Ink ink) {
    if (element.hasClass("MsoTitle")) {
      heading(element, 1);
    } else if (element.isBlock()) {
      flush();
      children(element, ink);
      flush();
    } else {
      children(element, ink);
    }
  }

  /** Ends the paragraph that is being gathered. */
  private void flush() {
    for (var gathered : words.paragraphs()) {
      var paragraph = gathered.into(Paragraph::new);
      if (box != null) {
        paragraph.prependChild(box);
        box = null;
      }
      parent.appendChild(paragraph);
    }
    words = new Words();
  }

  private void add(Node block) {
    flush();
    parent.appendChild(block);
  }

  private void picture(Element image, Ink ink, Words into) {
    pictures
        .apply(image.attr("src"))
        .ifPresent(file -> {
          var node = new Image("file:" + file, null);
          node.appendChild(new Text(image.attr("alt").replaceAll("\\s+", " ").strip()));
          into.thing(node, ink);
        });
  }

  private void heading(Element element, int level) {
    var title = new Words();
    gather(element, Ink.PLAIN, title);
    if (!title.isEmpty()) {
      var heading = title.unbold().into(Heading::new);
      heading.setLevel(level);
      add(heading);
    }
  }

  /** All of an element on one line. */
  private void gather(Element element, Ink ink, Words into) {
    for (var child : element.childNodes()) {
      if (child instanceof TextNode text) {
        into.add(text.getWholeText(), ink);
      } else if (child instanceof Element inner && isSeen(inner)) {
        if (inner.normalName().equals("img")) {
          picture(inner, ink, into);
        }
        boolean apart = inner.isBlock() || inner.normalName().equals("br");
        if (apart) {
          into.gap(ink);
        }
        gather(inner, ink.in(inner), into);
        if (apart) {
          into.gap(ink);
        }
      }
    }
  }

  private void quote(Element element, Ink ink) {
    var quote = new BlockQuote();
    within(quote, () -> children(element, ink));
    if (quote.getFirstChild() != null) {
      add(quote);
    }
  }

  /** Fills a block that has blocks of its own; too deep, they are filled into the one above. */
  private void within(Node block, Runnable fill) {
    flush();
    var outer = parent;
    parent = nested < NESTED ? block : outer;
    nested++;
    fill.run();
    flush();
    nested--;
    parent = outer;
  }

  private void list(Element element, Ink ink) {
    var list = Listings.list(element);
    within(list, () -> items(element, ink));
    if (list.getFirstChild() != null) {
      list.setTight(Listings.isTight(list));
      add(list);
    }
  }

  /** Google Docs puts a list that is within an item after it: what is no item joins the last. */
  private void items(Element element, Ink ink) {
    var list = parent;
    @Nullable Node last = null;
    for (var child : element.childNodes()) {
      boolean isItem = child instanceof Element item && item.normalName().equals("li");
      var open = isItem || last == null ? new ListItem() : last;
      parent = nested > NESTED ? list : open;
      box = isItem ? Listings.box((Element) child) : null;
      node(child, ink);
      flush();
      if (open.getFirstChild() != null && open != last) {
        list.appendChild(open);
        last = open;
      }
    }
    parent = list;
  }

  private void table(Element table, Ink ink) {
    flush();
    var rows = Listings.rows(table);
    if (rows.isEmpty()) {
      children(table, ink);
    }
    for (var row : rows) {
      for (var cell : row.cells()) {
        var content = new Words();
        gather(cell, ink, content);
        words.cell(content, row.heads());
      }
      words.lineBreak();
    }
    flush();
  }
}
