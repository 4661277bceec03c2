package org.diestra.platform.writing;

import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/**
 * Puts files in the place of {@code ![words](file:UUID)}. An image of any other address, and a file
 * that the reader may not see, becomes its words.
 */
final class Embeds extends AbstractVisitor {
  private static final Pattern FILE =
      Pattern.compile("file:\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");
  private final Function<UUID, Optional<Embedded>> files;

  private Embeds(Function<UUID, Optional<Embedded>> files) {
    this.files = files;
  }

  /** A file in its place in the text, or as a link to it. */
  static final class Embed extends CustomNode {
    final Embedded file;
    final String words;
    final boolean inPlace;

    Embed(Embedded file, String words, boolean inPlace) {
      this.file = file;
      this.words = words.isBlank() ? file.name() : words;
      this.inPlace = inPlace;
    }
  }

  static Node resolve(Node document, Function<UUID, Optional<Embedded>> files) {
    document.accept(new Embeds(files));
    return document;
  }

  @Override
  public void visit(Image image) {
    visitChildren(image);
    file(image.getDestination())
        .<Runnable>map(file -> () -> put(image, new Embed(file, Plain.line(image), true)))
        .orElse(() -> unwrap(image))
        .run();
  }

  /** A link to a file of the text, as it stays when its exclamation mark is lost. */
  @Override
  public void visit(Link link) {
    visitChildren(link);
    if (link.getDestination().startsWith("file:")) {
      file(link.getDestination())
          .<Runnable>map(file -> () -> put(link, new Embed(file, Plain.line(link), false)))
          .orElse(() -> unwrap(link))
          .run();
    }
  }

  private Optional<Embedded> file(String destination) {
    return FILE.matcher(destination).matches()
        ? files.apply(UUID.fromString(destination.substring(5)))
        : Optional.empty();
  }

  private static void put(Node old, Node fresh) {
    old.insertAfter(fresh);
    old.unlink();
  }

  private static void unwrap(Node outer) {
    while (outer.getLastChild() != null) {
      outer.insertAfter(outer.getLastChild());
    }
    outer.unlink();
  }
}
