package org.diestra.platform.blobs;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How much, and what, may be brought for one purpose.
 *
 * @param maxBytes 1 byte to {@link #MOST}
 * @param kinds at least one
 */
public record Limit(Purpose purpose, long maxBytes, Set<Kind> kinds) {
  /** No request may carry more than this; the server cuts it off there. */
  public static final long MOST = 1_000_000_000;

  private static final Set<FileType> USUAL =
      EnumSet.of(
          FileType.JPEG,
          FileType.PNG,
          FileType.WEBP,
          FileType.GIF,
          FileType.PDF,
          FileType.TXT,
          FileType.CSV,
          FileType.XLSX,
          FileType.ODS,
          FileType.DOCX,
          FileType.ODT,
          FileType.PPTX,
          FileType.MP3,
          FileType.M4A,
          FileType.WAV,
          FileType.MP4,
          FileType.WEBM,
          FileType.ZIP);

  public Limit {
    if (maxBytes < 1 || maxBytes > MOST) {
      throw new IllegalArgumentException("out of bounds: " + maxBytes);
    }
    if (kinds.isEmpty()) {
      throw new IllegalArgumentException("nothing would be allowed for " + purpose);
    }
    kinds = Set.copyOf(kinds);
  }

  /** The size as people read it: "100 MB". */
  public String sizeText() {
    return Bytes.text(maxBytes);
  }

  /** The usual formats among those allowed, for the sentence beside a file field: "JPG, PNG". */
  public String formatsText() {
    return allowed()
        .filter(USUAL::contains)
        .map(t -> t.extension().toUpperCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }

  /** The value of a file field's {@code accept}: ".jpg,.png,.pdf". */
  public String accept() {
    return allowed()
        .flatMap(FileType::extensions)
        .map(e -> "." + e)
        .collect(Collectors.joining(","));
  }

  private Stream<FileType> allowed() {
    return Arrays.stream(FileType.values()).filter(t -> kinds.contains(t.kind()));
  }
}
