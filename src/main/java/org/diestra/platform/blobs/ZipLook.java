package org.diestra.platform.blobs;

import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.diestra.platform.blobs.Sniffed.Known;
import org.diestra.platform.blobs.Sniffed.Program;
import org.diestra.platform.blobs.Sniffed.Unknown;

/**
 * Tells which of the many zipped formats a zip is, without unpacking it: the list of its entries is
 * bounded before it is read, and of its content only two small entries are looked at.
 */
final class ZipLook {
  private static final int MAX_LIST = 8 * 1024 * 1024;
  private static final int MAX_LOOK = 512 * 1024;
  private static final int TAIL = 22 + 65_535;
  private static final int END_SIGNATURE = 0x06054b50;

  private static final Set<String> RUNNABLE =
      Set.of(
          "exe", "com", "scr", "pif", "bat", "cmd", "msi", "msp", "dll", "cpl", "js", "jse", "vbs",
          "vbe", "wsf", "wsh", "hta", "ps1", "lnk", "jar", "apk", "app", "reg");

  private static final Map<String, FileType> BY_MIMETYPE =
      Map.of(
          FileType.ODT.mediaType(), FileType.ODT,
          FileType.ODS.mediaType(), FileType.ODS,
          FileType.ODP.mediaType(), FileType.ODP);

  private static final Map<String, FileType> BY_MAIN_PART =
      Map.of(
          "wordprocessingml.document.main+xml", FileType.DOCX,
          "spreadsheetml.sheet.main+xml", FileType.XLSX,
          "presentationml.presentation.main+xml", FileType.PPTX);

  private ZipLook() {}

  static Sniffed at(Path file) throws IOException {
    if (listSize(file) > MAX_LIST) {
      return new Unknown();
    }
    try (var zip = new ZipFile(file.toFile())) {
      if (holdsProgram(zip)) {
        return new Program();
      }
      if (zip.getEntry("[Content_Types].xml") != null) {
        return office(start(zip, "[Content_Types].xml"));
      }
      var open = BY_MIMETYPE.get(start(zip, "mimetype").strip());
      return new Known(open == null ? FileType.ZIP : open);
    } catch (ZipException | EOFException broken) {
      return new Unknown();
    }
  }

  /** A document with macros is a program in a document's clothes. */
  private static Sniffed office(String contentTypes) {
    if (contentTypes.contains("macroEnabled") || contentTypes.contains("vbaProject")) {
      return new Program();
    }
    return BY_MAIN_PART.entrySet().stream()
        .filter(e -> contentTypes.contains(e.getKey()))
        .findFirst()
        .<Sniffed>map(e -> new Known(e.getValue()))
        .orElse(new Unknown());
  }

  private static boolean holdsProgram(ZipFile zip) {
    return zip.stream().anyMatch(e -> isProgram(e.getName()));
  }

  private static boolean isProgram(String entry) {
    var name = entry.toLowerCase(Locale.ROOT);
    return name.equals("meta-inf/manifest.mf")
        || name.equals("androidmanifest.xml")
        || RUNNABLE.contains(FileName.extension(name));
  }

  private static String start(ZipFile zip, String name) throws IOException {
    var entry = zip.getEntry(name);
    if (entry == null) {
      return "";
    }
    try (var in = Objects.requireNonNull(zip.getInputStream(entry))) {
      return new String(in.readNBytes(MAX_LOOK), StandardCharsets.UTF_8);
    }
  }

  /**
   * The length of the list of entries as the end of the file tells it (APPNOTE 4.3.16), which is
   * what {@link ZipFile} would read into memory; too much for anything that is no proper zip.
   */
  static long listSize(Path file) throws IOException {
    try (var in = new RandomAccessFile(file.toFile(), "r")) {
      var tail = new byte[(int) Math.min(TAIL, in.length())];
      in.seek(in.length() - tail.length);
      in.readFully(tail);
      var bytes = ByteBuffer.wrap(tail).order(ByteOrder.LITTLE_ENDIAN);
      for (int at = tail.length - 22; at >= 0; at--) {
        if (bytes.getInt(at) == END_SIGNATURE) {
          return Integer.toUnsignedLong(bytes.getInt(at + 12));
        }
      }
      return Long.MAX_VALUE;
    }
  }
}
