package org.diestra.platform.previews;

import static org.diestra.platform.sheets.SheetXml.begins;
import static org.diestra.platform.sheets.SheetXml.ends;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.IOUtils;
import org.apache.pdfbox.text.PDFTextStripper;
import org.diestra.platform.blobs.FileType;
import org.diestra.platform.sheets.SheetXml;

/**
 * The words of a document, a line for each of its paragraphs: PDF, ECMA-376 (Word, Excel,
 * PowerPoint) and OpenDocument. It stops at so many letters, whatever a file goes on to promise.
 */
final class Extract {
  private static final int MOST_SLIDES = 500;
  private static final Pattern SLIDE = Pattern.compile("ppt/slides/slide\\d{1,4}\\.xml");
  private static final Pattern SHEET = Pattern.compile("xl/worksheets/sheet\\d{1,4}\\.xml");

  /** Where paragraphs and cells end, in either family. */
  private static final Set<String> BREAKS = Set.of("p", "h", "si", "row", "br", "line-break");

  private final StringBuilder text = new StringBuilder();
  private final int most;

  private Extract(int most) {
    this.most = most;
  }

  /**
   * @param most letters, at least 1
   */
  static String read(Path file, FileType type, int most) throws IOException, XMLStreamException {
    var extract = new Extract(most);
    switch (type) {
      case PDF -> extract.pdf(file);
      case DOCX -> extract.office(file, name -> name.equals("word/document.xml"));
      case PPTX -> extract.office(file, name -> SLIDE.matcher(name).matches());
      case XLSX ->
          extract.office(
              file, name -> name.equals("xl/sharedStrings.xml") || SHEET.matcher(name).matches());
      case ODT, ODS, ODP -> extract.open(file);
      default -> throw new IOException("no words are read of a " + type);
    }
    return extract.text.toString();
  }

  private boolean full() {
    return text.length() >= most;
  }

  private void add(String some) {
    text.append(some, 0, Math.min(some.length(), most - text.length()));
  }

  private void line() {
    if (!full() && !text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
      text.append('\n');
    }
  }

  /** Page by page, so that the last of ten thousand is never looked at for nothing. */
  private void pdf(Path file) throws IOException {
    try (var pdf =
        Loader.loadPDF(file.toFile(), "", null, null, IOUtils.createTempFileOnlyStreamCache())) {
      var stripper = new PDFTextStripper();
      for (int page = 1; page <= pdf.getNumberOfPages() && !full(); page++) {
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        add(stripper.getText(pdf));
        line();
      }
    }
  }

  private void office(Path file, Predicate<String> wanted) throws IOException, XMLStreamException {
    try (var zip = new ZipFile(file.toFile())) {
      var entries =
          zip.stream()
              .filter(entry -> wanted.test(entry.getName()))
              .sorted(Comparator.comparing(ZipEntry::getName))
              .limit(MOST_SLIDES)
              .toList();
      for (var entry : entries) {
        try (var in = Objects.requireNonNull(zip.getInputStream(entry))) {
          runs(SheetXml.open(in));
        }
      }
    }
  }

  /** What stands in runs ({@code t}), without the reading aids of Japanese ({@code rPh}). */
  private void runs(XMLStreamReader xml) throws XMLStreamException {
    boolean inside = false;
    boolean aid = false;
    while (!full() && xml.hasNext()) {
      xml.next();
      aid = begins(xml, "rPh") || (aid && !ends(xml, "rPh"));
      inside = !aid && (begins(xml, "t") || (inside && !ends(xml, "t")));
      if (inside && xml.isCharacters()) {
        add(xml.getText());
      } else if (begins(xml, "tab")) {
        add("\t");
      } else {
        lineAfter(xml);
      }
    }
    line();
  }

  private void lineAfter(XMLStreamReader xml) {
    if (xml.isEndElement() && BREAKS.contains(xml.getLocalName())) {
      line();
    }
  }

  private void open(Path file) throws IOException, XMLStreamException {
    try (var zip = new ZipFile(file.toFile())) {
      var entry = zip.getEntry("content.xml");
      if (entry == null) {
        throw new IOException("no content.xml");
      }
      try (var in = Objects.requireNonNull(zip.getInputStream(entry))) {
        paragraphs(SheetXml.open(in));
      }
    }
  }

  private void paragraphs(XMLStreamReader xml) throws XMLStreamException {
    int depth = 0;
    while (!full() && xml.hasNext()) {
      xml.next();
      if (begins(xml, "p") || begins(xml, "h")) {
        depth++;
      } else if (ends(xml, "p") || ends(xml, "h")) {
        depth--;
        line();
      } else if (depth > 0 && xml.isCharacters()) {
        add(xml.getText());
      } else if (depth > 0 && (begins(xml, "tab") || begins(xml, "s"))) {
        add(" ");
      } else {
        lineAfter(xml);
      }
    }
  }
}
