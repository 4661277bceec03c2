package org.diestra.platform.writing;

import gg.jte.Content;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.commonmark.node.Node;
import org.commonmark.renderer.html.HtmlRenderer;
import org.diestra.platform.page.Markdown;

/**
 * Markdown that also holds things to tick off ({@code - [ ] Call the bank}) and files of its own
 * ({@code ![words](file:UUID)}): as safe HTML, as paper, as plain text. Pictures from elsewhere are
 * never fetched; of those only the words are shown.
 */
public final class RichText {
  private static final HtmlRenderer SCREEN = Markdown.renderer(List.of(new Parts(false)));
  private static final HtmlRenderer PAPER = Markdown.renderer(List.of(new Parts(true)));

  private RichText() {}

  /**
   * For a page, within {@code class="prose"}.
   *
   * @param files each file that the reader may see; of any other only its words are shown
   */
  public static Content of(String markdown, Function<UUID, Optional<Embedded>> files) {
    var html = Markdown.html(read(markdown, files), SCREEN, Parts.ALLOWED);
    return output -> output.writeContent(html);
  }

  /** The same for paper: what can only be played is named, and linked where it can be had. */
  public static String html(String markdown, Function<UUID, Optional<Embedded>> files) {
    return Markdown.html(read(markdown, files), PAPER, Parts.ALLOWED);
  }

  /** The words of what can be ticked off, in order, each on one line. */
  public static List<String> checklist(String markdown) {
    return Plain.ticked(Ticks.mark(Markdown.parse(markdown)));
  }

  /** The words alone, a line for each paragraph, item or line of code: to search and to compare. */
  public static String plain(String markdown) {
    return Plain.text(Ticks.mark(Markdown.parse(markdown)));
  }

  /** The files that stand in it, in order. */
  public static Set<UUID> references(String markdown) {
    var found = new LinkedHashSet<UUID>();
    Embeds.resolve(
        Markdown.parse(markdown),
        id -> {
          found.add(id);
          return Optional.empty();
        });
    return found;
  }

  private static Node read(String markdown, Function<UUID, Optional<Embedded>> files) {
    return Embeds.resolve(Ticks.mark(Markdown.parse(markdown)), files);
  }
}
