package org.diestra.platform.blobs;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every type of file the house tells apart. What is not listed here is refused, whatever its name,
 * but for a workspace's files, where it is {@link #OTHER}.
 */
public enum FileType {
  JPEG("image/jpeg", Kind.IMAGE, true, "jpg", "jpeg", "jpe", "jfif"),
  PNG("image/png", Kind.IMAGE, true, "png"),
  WEBP("image/webp", Kind.IMAGE, true, "webp"),
  GIF("image/gif", Kind.IMAGE, true, "gif"),
  PDF("application/pdf", Kind.PDF, false, "pdf"),
  TXT("text/plain", Kind.TEXT, true, "txt", "text", "log", "srt"),
  MARKDOWN("text/markdown", Kind.TEXT, true, "md", "markdown"),
  CSV("text/csv", Kind.TEXT, true, "csv", "tsv"),
  JSON("application/json", Kind.TEXT, true, "json"),
  XML("application/xml", Kind.TEXT, false, "xml"),
  HTML("text/html", Kind.TEXT, false, "html", "htm"),
  SVG("image/svg+xml", Kind.TEXT, false, "svg"),
  CALENDAR("text/calendar", Kind.TEXT, false, "ics"),
  CONTACTS("text/vcard", Kind.TEXT, false, "vcf"),
  MAIL("message/rfc822", Kind.TEXT, false, "eml"),
  XLSX(
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
      Kind.SPREADSHEET,
      false,
      "xlsx"),
  ODS("application/vnd.oasis.opendocument.spreadsheet", Kind.SPREADSHEET, false, "ods"),
  XLS("application/vnd.ms-excel", Kind.SPREADSHEET, false, "xls"),
  DOCX(
      "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
      Kind.DOCUMENT,
      false,
      "docx"),
  ODT("application/vnd.oasis.opendocument.text", Kind.DOCUMENT, false, "odt"),
  DOC("application/msword", Kind.DOCUMENT, false, "doc"),
  RTF("application/rtf", Kind.DOCUMENT, false, "rtf"),
  PPTX(
      "application/vnd.openxmlformats-officedocument.presentationml.presentation",
      Kind.SLIDES,
      false,
      "pptx"),
  ODP("application/vnd.oasis.opendocument.presentation", Kind.SLIDES, false, "odp"),
  PPT("application/vnd.ms-powerpoint", Kind.SLIDES, false, "ppt"),
  MP3("audio/mpeg", Kind.AUDIO, true, "mp3"),
  M4A("audio/mp4", Kind.AUDIO, true, "m4a", "m4b"),
  WAV("audio/wav", Kind.AUDIO, true, "wav"),
  OGG("audio/ogg", Kind.AUDIO, true, "ogg", "oga", "opus"),
  FLAC("audio/flac", Kind.AUDIO, true, "flac"),
  MP4("video/mp4", Kind.VIDEO, true, "mp4", "m4v"),
  MOV("video/quicktime", Kind.VIDEO, true, "mov"),
  WEBM("video/webm", Kind.VIDEO, true, "webm"),
  ZIP("application/zip", Kind.ARCHIVE, false, "zip"),
  /** What none of the others is, programs among them: it is only ever saved. */
  OTHER("application/octet-stream", Kind.OTHER, false, "bin");

  private final String mediaType;
  private final Kind kind;
  private final boolean inline;
  private final List<String> extensions;

  FileType(String mediaType, Kind kind, boolean inline, String... extensions) {
    this.mediaType = mediaType;
    this.kind = kind;
    this.inline = inline;
    this.extensions = List.of(extensions);
  }

  public String mediaType() {
    return mediaType;
  }

  public Kind kind() {
    return kind;
  }

  /** Whether a browser may show it by itself; all else is only ever saved. */
  public boolean inline() {
    return inline;
  }

  /** The extension it gets when it has none, lower case, without the dot. */
  public String extension() {
    return extensions.getFirst();
  }

  Stream<String> extensions() {
    return extensions.stream();
  }

  boolean answersTo(String extension) {
    return extensions.contains(extension.toLowerCase(Locale.ROOT));
  }

  static Optional<FileType> byExtension(String extension) {
    return Arrays.stream(values()).filter(t -> t != OTHER && t.answersTo(extension)).findFirst();
  }
}
