package org.diestra.platform.writing;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamException;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;

/**
 * A Word document (.docx) as Markdown: headings, lists, bold, italic, links, tables and pictures.
 * What was deleted with changes tracked, comments, footnotes, headers and footers are left out. A
 * picture that lies elsewhere is not fetched.
 */
public final class WordDocument {
  private static final byte[] OLD = HexFormat.of().parseHex("d0cf11e0a1b11ae1");

  private WordDocument() {}

  /**
   * @param title the paragraph of that style, which the text then goes without, or else the
   *     document's own property
   */
  public record Read(Optional<String> title, String markdown) {}

  /**
   * A picture within the document.
   *
   * @param name of its file: {@code image1.png}; its content may be something else
   */
  public record Picture(String name, InputStream content) {}

  /** Keeps pictures; asked once for each, and only when nothing can be refused any more. */
  public interface Pictures {
    /** The id under which it can be shown; none leaves it out. */
    Optional<UUID> keep(Picture picture) throws IOException;
  }

  /**
   * Refused as {@code writing.word.unreadable}, {@code writing.word.too-large} (over 50 MB when
   * unpacked, 2000 parts, or 300 000 elements of text), or {@code writing.word.old} (a .doc, or one
   * with a password).
   *
   * @throws IOException if the file can't be read at all, or a picture can't be kept
   */
  public static Outcome<Read> read(Path file, Pictures pictures) throws IOException {
    if (isOld(file)) {
      return refused("writing.word.old");
    }
    try (var parts = new WordParts(file)) {
      WordBody body;
      try {
        body = WordBody.read(parts);
      } catch (WordParts.TooLarge tooLarge) {
        return refused("writing.word.too-large");
      } catch (XMLStreamException broken) {
        var large = broken.getNestedException() instanceof WordParts.TooLarge;
        return refused(large ? "writing.word.too-large" : "writing.word.unreadable");
      }
      return Outcome.done(new Read(body.title(), markdown(body, parts, pictures)));
    } catch (WordParts.TooLarge tooLarge) {
      return refused("writing.word.too-large");
    } catch (ZipException noZip) {
      return refused("writing.word.unreadable");
    }
  }

  private static boolean isOld(Path file) throws IOException {
    try (var in = Files.newInputStream(file)) {
      return Arrays.equals(in.readNBytes(OLD.length), OLD);
    }
  }

  private static Outcome<Read> refused(String key) {
    return Outcome.refused(Refusal.invalid(key, List.of()));
  }

  private static String markdown(WordBody body, WordParts parts, Pictures pictures)
      throws IOException {
    var kept = new HashMap<String, Optional<UUID>>();
    for (var part : body.pictures()) {
      if (!kept.containsKey(part)) {
        kept.put(part, kept(part, parts, pictures));
      }
    }
    return PastedHtml.markdown(body.html(), src -> kept.getOrDefault(src, Optional.empty()));
  }

  private static Optional<UUID> kept(String part, WordParts parts, Pictures pictures)
      throws IOException {
    try (var in = parts.open(part)) {
      return in == null
          ? Optional.empty()
          : pictures.keep(new Picture(part.substring(part.lastIndexOf('/') + 1), in));
    }
  }
}
