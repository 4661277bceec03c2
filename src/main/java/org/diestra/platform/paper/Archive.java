package org.diestra.platform.paper;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.GregorianCalendar;
import java.util.Map;
import java.util.TimeZone;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDDocumentNameDictionary;
import org.apache.pdfbox.pdmodel.PDEmbeddedFilesNameTreeNode;
import org.apache.pdfbox.pdmodel.common.PDMetadata;
import org.apache.pdfbox.pdmodel.common.filespecification.PDComplexFileSpecification;
import org.apache.pdfbox.pdmodel.common.filespecification.PDEmbeddedFile;

/**
 * Prints paper that is to be read in thirty years: PDF/A-3B (ISO 19005-3), with a file enclosed
 * that says the same to machines.
 */
public final class Archive {
  private Archive() {}

  /**
   * @param mediaType of the bytes
   * @param about what the enclosed file is, for people
   */
  public record Enclosed(String name, String mediaType, String about, byte[] bytes) {}

  /**
   * @param title of the document, in the language of the page
   * @param language a tag of RFC 5646
   * @param extension RDF descriptions that are added to the metadata, or empty
   * @param made when; it stands in the file
   */
  public record Particulars(String title, String language, String extension, Instant made) {}

  public static byte[] print(String html, Particulars particulars, Enclosed enclosed) {
    var plain = Press.print(html, ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
    try (var document = Loader.loadPDF(plain)) {
      enclose(document, particulars.made(), enclosed);
      // Nothing in it, so that nothing contradicts the metadata (ISO 19005-3, 6.6.3).
      document.setDocumentInformation(new PDDocumentInformation());
      document.getDocumentCatalog().setLanguage(particulars.language());
      var metadata = new PDMetadata(document);
      metadata.importXMPMetadata(xmp(particulars).getBytes(StandardCharsets.UTF_8));
      document.getDocumentCatalog().setMetadata(metadata);
      var out = new ByteArrayOutputStream();
      document.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void enclose(PDDocument document, Instant made, Enclosed enclosed)
      throws IOException {
    var file = new PDEmbeddedFile(document, new ByteArrayInputStream(enclosed.bytes()));
    file.setSubtype(enclosed.mediaType());
    file.setSize(enclosed.bytes().length);
    var then = new GregorianCalendar(TimeZone.getTimeZone("UTC"));
    then.setTimeInMillis(made.toEpochMilli());
    file.setModDate(then);
    file.setCreationDate(then);
    var specification = new PDComplexFileSpecification();
    specification.setFile(enclosed.name());
    specification.setFileUnicode(enclosed.name());
    specification.setFileDescription(enclosed.about());
    specification.setEmbeddedFile(file);
    specification.setEmbeddedFileUnicode(file);
    specification
        .getCOSObject()
        .setItem(COSName.getPDFName("AFRelationship"), COSName.getPDFName("Alternative"));
    var tree = new PDEmbeddedFilesNameTreeNode();
    tree.setNames(Map.of(enclosed.name(), specification));
    var names = new PDDocumentNameDictionary(document.getDocumentCatalog());
    names.setEmbeddedFiles(tree);
    document.getDocumentCatalog().setNames(names);
    var all = new COSArray();
    all.add(specification);
    document.getDocumentCatalog().getCOSObject().setItem(COSName.getPDFName("AF"), all);
  }

  private static String xmp(Particulars particulars) {
    return """
    <?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
    <x:xmpmeta xmlns:x="adobe:ns:meta/">
    <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
    <rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
    <pdfaid:part>3</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
    </rdf:Description>
    <rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
    <dc:title><rdf:Alt><rdf:li xml:lang="x-default">%s</rdf:li></rdf:Alt></dc:title>
    </rdf:Description>
    <rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
    <xmp:CreateDate>%s</xmp:CreateDate><xmp:CreatorTool>Diestra</xmp:CreatorTool>
    </rdf:Description>
    %s
    </rdf:RDF>
    </x:xmpmeta>
    <?xpacket end="w"?>
    """
        .formatted(
            escaped(particulars.title()),
            particulars.made().truncatedTo(java.time.temporal.ChronoUnit.SECONDS),
            particulars.extension());
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
