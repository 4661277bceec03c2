package org.diestra.platform.writing;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.ThematicBreak;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** What is made of lists, of tables and of code. */
final class Listings {
  private static final String BLOCKS =
      "ul, ol, table, blockquote, pre, hr, h1, h2, h3, h4, h5, h6, p + p + p";

  /**
   * @param heads whether the row says what stands below
   */
  record Row(List<Element> cells, boolean heads) {}

  private Listings() {}

  static ListBlock list(Element element) {
    if (element.normalName().equals("ul")) {
      var list = new BulletList();
      list.setMarker("-");
      return list;
    }
    var list = new OrderedList();
    var start = element.attr("start");
    list.setMarkerStartNumber(start.matches("\\d{1,6}") ? Integer.parseInt(start) : 1);
    list.setMarkerDelimiter(".");
    return list;
  }

  /** Whether each item is one paragraph, with further lists under it or without. */
  static boolean isTight(Node list) {
    for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
      for (var part = item.getFirstChild(); part != null; part = part.getNext()) {
        boolean first = part.getPrevious() == null;
        if (!(part instanceof ListBlock || first && part instanceof Paragraph)) {
          return false;
        }
      }
    }
    return true;
  }

  /** The box of an item that can be ticked off, as Google Docs writes it. */
  static @Nullable HtmlInline box(Element item) {
    if (!item.attr("role").equals("checkbox")) {
      return null;
    }
    var box = new HtmlInline();
    box.setLiteral(item.attr("aria-checked").equals("true") ? "[x] " : "[ ] ");
    return box;
  }

  static Node rule() {
    var rule = new ThematicBreak();
    rule.setLiteral("---");
    return rule;
  }

  static Optional<Node> code(String text) {
    if (text.isBlank()) {
      return Optional.empty();
    }
    int fence = 3;
    int run = 0;
    for (int i = 0; i < text.length(); i++) {
      run = text.charAt(i) == '`' ? run + 1 : 0;
      fence = Math.max(fence, run + 1);
    }
    var block = new FencedCodeBlock();
    block.setFenceCharacter("`");
    block.setOpeningFenceLength(fence);
    block.setClosingFenceLength(fence);
    block.setLiteral(text.strip() + "\n");
    return Optional.of(block);
  }

  /** The rows of a table of values; none where it only arranges a page, or holds one column. */
  static List<Row> rows(Element table) {
    if (table.children().select(BLOCKS).first() != null) {
      return List.of();
    }
    var rows = new ArrayList<Row>();
    int columns = 0;
    for (var row : table.select("tr")) {
      var cells = row.children();
      boolean heads = !cells.isEmpty() && cells.stream().allMatch(c -> c.normalName().equals("th"));
      rows.add(new Row(List.copyOf(cells), heads));
      columns = Math.max(columns, cells.size());
    }
    return columns < 2 ? List.of() : rows;
  }
}
