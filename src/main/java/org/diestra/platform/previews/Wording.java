package org.diestra.platform.previews;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.diestra.platform.blobs.Blob;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.blobs.FileType;
import org.diestra.platform.blobs.Kind;
import org.diestra.platform.blobs.Texts;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;

/**
 * The door to what is written in a file. Plain text is read here, documents in the process apart,
 * which is given so long and so much memory. Not to be asked within a transaction.
 */
@Service
public class Wording {
  /** Letters that are read of a file at most. */
  public static final int MOST = 1_000_000;

  /** Bytes of the largest file that is read. */
  public static final long LARGEST = 100_000_000;

  private static final Set<FileType> DOCUMENTS =
      EnumSet.of(
          FileType.PDF,
          FileType.DOCX,
          FileType.ODT,
          FileType.XLSX,
          FileType.ODS,
          FileType.PPTX,
          FileType.ODP);

  private static final Set<FileType> MARKUP = EnumSet.of(FileType.HTML, FileType.XML, FileType.SVG);

  private static final Pattern TAGS = Pattern.compile("<[^<>]{0,2000}>");

  private final Blobs blobs;
  private final Studio studio;

  Wording(Blobs blobs, @Qualifier("readingRoom") Studio studio) {
    this.blobs = blobs;
    this.studio = studio;
  }

  /** The types that something is read of. */
  public static Set<FileType> types() {
    var types = EnumSet.copyOf(DOCUMENTS);
    for (var type : FileType.values()) {
      if (type.kind() == Kind.TEXT) {
        types.add(type);
      }
    }
    return types;
  }

  /** Its words in lines, at most {@link #MOST} letters; empty where there are none to be had. */
  public Optional<String> of(Blob blob) {
    if (blob.size() > LARGEST) {
      return Optional.empty();
    }
    if (blob.kind() == Kind.TEXT) {
      return Optional.of(plain(blob));
    }
    return DOCUMENTS.contains(blob.type()) ? document(blob) : Optional.empty();
  }

  private String plain(Blob blob) {
    try (var in = blobs.open(blob)) {
      var text = Texts.read(in.readNBytes(MOST));
      return MARKUP.contains(blob.type()) ? TAGS.matcher(text).replaceAll(" ") : text;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Optional<String> document(Blob blob) {
    try {
      var words = Files.createTempFile("words", "");
      try {
        var order = new Order(Order.Work.WORDS, blobs.file(blob), words, blob.type(), 1, MOST, "");
        return studio.make(order) instanceof Answer.Words
            ? Optional.of(Files.readString(words))
            : Optional.empty();
      } finally {
        Files.deleteIfExists(words);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
