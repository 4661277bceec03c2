package org.diestra.platform.dav;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Map;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * Writes a 207 answer (RFC 4918, section 13) as it comes, a response at a time. Only what was
 * {@link #end}ed is well-formed: what breaks off midway can't be taken for the whole.
 */
final class Multistatus {
  static final String XML = "application/xml;charset=utf-8";
  private final Writer out;

  Multistatus(HttpServletResponse response) throws IOException {
    response.setStatus(HttpStatus.MULTI_STATUS.value());
    response.setContentType(XML);
    out = new OutputStreamWriter(response.getOutputStream(), StandardCharsets.UTF_8);
    out.write("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<D:multistatus xmlns:D=\"DAV:\">\n");
  }

  /**
   * One thing with its properties.
   *
   * @param found markup of each that it has: whole elements
   * @param missing what it was asked for and lacks
   */
  void properties(String href, Collection<String> found, Collection<QName> missing)
      throws IOException {
    out.write("<D:response><D:href>");
    out.write(Xml.escaped(href));
    out.write("</D:href>");
    if (!found.isEmpty() || missing.isEmpty()) {
      out.write("<D:propstat><D:prop>");
      for (var markup : found) {
        out.write(markup);
      }
      out.write("</D:prop>" + status(200) + "</D:propstat>");
    }
    if (!missing.isEmpty()) {
      out.write("<D:propstat><D:prop>");
      for (var name : missing) {
        out.write(Xml.element(name).markup());
      }
      out.write("</D:prop>" + status(404) + "</D:propstat>");
    }
    out.write("</D:response>\n");
  }

  /** One thing with what became of each property that was to be set. */
  void outcomes(String href, Map<QName, Integer> statuses, @Nullable QName condition)
      throws IOException {
    out.write("<D:response><D:href>" + Xml.escaped(href) + "</D:href>");
    out.write(outcomes(statuses, condition).markup());
    out.write("</D:response>\n");
  }

  static Xml outcomes(Map<QName, Integer> statuses, @Nullable QName condition) {
    var text = new StringBuilder();
    for (var entry : statuses.entrySet()) {
      text.append("<D:propstat><D:prop>" + Xml.element(entry.getKey()).markup() + "</D:prop>");
      text.append(status(entry.getValue()));
      if (condition != null && entry.getValue() == HttpStatus.FORBIDDEN.value()) {
        text.append(Xml.element(Dav.name("error"), Xml.element(condition)).markup());
      }
      text.append("</D:propstat>");
    }
    return new Xml(text.toString());
  }

  /** One thing of which there is only that to say, such as that it is not there. */
  void status(String href, int code) throws IOException {
    out.write("<D:response><D:href>" + Xml.escaped(href) + "</D:href>");
    out.write(status(code));
    if (code == HttpStatus.INSUFFICIENT_STORAGE.value()) {
      var limit = Xml.element(Dav.name("number-of-matches-within-limits"));
      out.write(Xml.element(Dav.name("error"), limit).markup());
    }
    out.write("</D:response>\n");
  }

  void more(Xml xml) throws IOException {
    out.write(xml.markup());
  }

  private static String status(int code) {
    var status = HttpStatus.resolve(code);
    var words = status == null ? "" : status.getReasonPhrase();
    return "<D:status>HTTP/1.1 " + code + " " + words + "</D:status>";
  }

  void end() throws IOException {
    out.write("</D:multistatus>\n");
    out.flush();
  }

  /** An answer that is one element, declared alone. */
  static void single(HttpServletResponse response, int status, QName root, Xml content)
      throws IOException {
    response.setStatus(status);
    response.setContentType(XML);
    response.getOutputStream().write(document(root, content).getBytes(StandardCharsets.UTF_8));
  }

  static String document(QName root, Xml content) {
    var local = root.getLocalPart();
    return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<D:%s xmlns:D=\"DAV:\">%s</D:%s>\n"
        .formatted(local, content.markup(), local);
  }
}
