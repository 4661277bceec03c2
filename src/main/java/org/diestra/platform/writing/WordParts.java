package org.diestra.platform.writing;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a Word file (ECMA-376, Open Packaging Conventions) and what they point to. All that
 * is read of it unpacks to at most 50 MB, whatever the zip says of itself.
 */
final class WordParts implements AutoCloseable {
  private static final int MOST_ENTRIES = 2_000;
  private static final long MOST_BYTES = 50_000_000;

  private final ZipFile zip;
  private long left = MOST_BYTES;

  /** It holds more than is ever read. */
  static final class TooLarge extends IOException {}

  /**
   * What a part points to.
   *
   * @param target a part of the file, or an address elsewhere
   */
  record Relation(String type, String target, boolean elsewhere) {}

  WordParts(Path file) throws IOException {
    zip = new ZipFile(file.toFile());
    if (zip.size() > MOST_ENTRIES) {
      zip.close();
      throw new TooLarge();
    }
  }

  /** Where the text itself lies. */
  String main() throws IOException, XMLStreamException {
    return relations("").values().stream()
        .filter(relation -> relation.type.equals("officeDocument") && !relation.elsewhere)
        .map(Relation::target)
        .findFirst()
        .orElse("word/document.xml");
  }

  /** The first part of a kind that a part points to. */
  Optional<WordXml> related(String part, String type) throws IOException, XMLStreamException {
    for (var relation : relations(part).values()) {
      if (relation.type.equals(type) && !relation.elsewhere) {
        return xml(relation.target);
      }
    }
    return Optional.empty();
  }

  /** What a part points to, by id; the empty part is the file itself. */
  Map<String, Relation> relations(String part) throws IOException, XMLStreamException {
    int slash = part.lastIndexOf('/') + 1;
    var folder = part.substring(0, slash);
    var found = new HashMap<String, Relation>();
    var xml = xml(folder + "_rels/" + part.substring(slash) + ".rels").orElse(null);
    if (xml != null) {
      xml.each(_ ->
          xml.each(_ -> {
            var type = xml.attribute("Type", "");
            boolean elsewhere = xml.attribute("TargetMode", "").equals("External");
            var target = xml.attribute("Target", "");
            found.put(
                xml.attribute("Id", ""),
                new Relation(
                    type.substring(type.lastIndexOf('/') + 1),
                    elsewhere ? target : within(folder, target),
                    elsewhere));
            xml.skip();
          }));
    }
    return found;
  }

  private static String within(String folder, String target) {
    try {
      var path = new URI(null, null, "/" + folder, null).resolve(new URI(target)).getPath();
      return path == null || path.isEmpty() ? "" : path.substring(1);
    } catch (URISyntaxException noAddress) {
      return "";
    }
  }

  Optional<WordXml> xml(String part) throws IOException, XMLStreamException {
    var in = open(part);
    return in == null ? Optional.empty() : Optional.of(new WordXml(in));
  }

  /** A part's content; null where there is none. */
  @Nullable InputStream open(String part) throws IOException {
    var entry = zip.getEntry(part);
    var in = entry == null || entry.isDirectory() ? null : zip.getInputStream(entry);
    return in == null ? null : new Bounded(in);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private final class Bounded extends FilterInputStream {
    Bounded(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      count(one < 0 ? 0 : 1);
      return one;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
      int read = super.read(into, offset, length);
      count(Math.max(0, read));
      return read;
    }

    private void count(int read) throws TooLarge {
      left -= read;
      if (left < 0) {
        throw new TooLarge();
      }
    }
  }
}
