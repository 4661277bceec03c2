package org.diestra.platform.blobs;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.mime.MimeTypes;
import org.diestra.platform.blobs.Sniffed.Known;
import org.diestra.platform.blobs.Sniffed.Program;
import org.diestra.platform.blobs.Sniffed.Unknown;

/**
 * Tells a file's type by its content. Tika's magic sees the beginning; containers, which all begin
 * alike, are looked into. The name has a say only among plain texts, which differ in nothing else.
 */
final class Sniffer {
  private static final Set<String> PROGRAMS =
      Set.of(
          "application/x-msdownload",
          "application/x-dosexec",
          "application/x-executable",
          "application/x-elf",
          "application/x-sharedlib",
          "application/x-object",
          "application/x-mach-o",
          "application/x-mach-o-universal",
          "application/java-vm",
          "application/java-archive",
          "application/vnd.android.package-archive",
          "application/vnd.ms-cab-compressed",
          "application/wasm",
          "application/x-ms-shortcut",
          "application/x-sh");

  private static final Map<String, FileType> PLAIN =
      Map.ofEntries(
          Map.entry("image/jpeg", FileType.JPEG),
          Map.entry("image/png", FileType.PNG),
          Map.entry("image/webp", FileType.WEBP),
          Map.entry("image/gif", FileType.GIF),
          Map.entry("application/rtf", FileType.RTF),
          Map.entry("audio/mpeg", FileType.MP3),
          Map.entry("audio/vnd.wave", FileType.WAV),
          Map.entry("audio/x-flac", FileType.FLAC),
          Map.entry("audio/vorbis", FileType.OGG),
          Map.entry("audio/opus", FileType.OGG),
          Map.entry("audio/ogg", FileType.OGG),
          Map.entry("application/ogg", FileType.OGG));

  private Sniffer() {}

  /**
   * @param head the beginning, at most {@link Intake#HEAD} bytes
   * @param extension what the name claims, without the dot, or empty
   */
  static Sniffed sniff(byte[] head, Path file, String extension) throws IOException {
    var magic = magic(head);
    if (PROGRAMS.contains(magic) || begins(head, "MZ") || begins(head, "#!")) {
      return new Program();
    }
    var plain = PLAIN.get(magic);
    if (plain != null) {
      return new Known(plain);
    }
    if (begins(head, "%PDF-")) {
      return new Known(FileType.PDF);
    }
    if (begins(head, "PK\u0003\u0004")) {
      return ZipLook.at(file);
    }
    if (head.length > 11 && isAt(head, 4, "ftyp")) {
      return media(new String(head, 8, 4, StandardCharsets.ISO_8859_1));
    }
    if (magic.equals("application/x-matroska") || magic.equals("video/webm")) {
      return beginsWithin(head, 64, "webm") ? new Known(FileType.WEBM) : new Unknown();
    }
    if (magic.equals("application/x-tika-msoffice")) {
      return OleLook.at(file);
    }
    return Texts.isText(head) ? new Known(text(magic, extension)) : new Unknown();
  }

  private static String magic(byte[] head) throws IOException {
    var type =
        MimeTypes.getDefaultMimeTypes().detect(new ByteArrayInputStream(head), new Metadata());
    return type.getBaseType().toString();
  }

  /** ISO/IEC 14496-12: the major brand says which of its many formats this is. */
  private static Sniffed media(String brand) {
    return switch (brand) {
      case "M4A ", "M4B " -> new Known(FileType.M4A);
      case "qt  " -> new Known(FileType.MOV);
      case "heic", "heix", "hevc", "mif1", "msf1", "avif", "avis", "crx " -> new Unknown();
      default -> new Known(FileType.MP4);
    };
  }

  /** What a browser would run is always told by content; what it would only show, by name. */
  private static FileType text(String magic, String extension) {
    if (magic.equals("text/html") || magic.equals("application/xhtml+xml")) {
      return FileType.HTML;
    }
    if (magic.equals("image/svg+xml")) {
      return FileType.SVG;
    }
    return FileType.byExtension(extension)
        .filter(type -> type.kind() == Kind.TEXT)
        .orElse(magic.equals("application/xml") ? FileType.XML : FileType.TXT);
  }

  private static boolean begins(byte[] head, String signature) {
    return isAt(head, 0, signature);
  }

  private static boolean beginsWithin(byte[] head, int bound, String signature) {
    var start = new String(head, 0, Math.min(bound, head.length), StandardCharsets.ISO_8859_1);
    return start.contains(signature);
  }

  private static boolean isAt(byte[] head, int offset, String signature) {
    var expected = signature.getBytes(StandardCharsets.ISO_8859_1);
    return head.length >= offset + expected.length
        && Arrays.equals(head, offset, offset + expected.length, expected, 0, expected.length);
  }
}
