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

/** Writes a 207 answer (RFC 4918, section 13) as it comes, a response at a time. */
final class Multistatus implements AutoCloseable {
  private static final String XML = "application/xml;charset=utf-8";
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
    for (var entry : statuses.entrySet()) {
      out.write("<D:propstat><D:prop>" + Xml.element(entry.getKey()).markup() + "</D:prop>");
      out.write(status(entry.getValue()));
      if (condition != null && entry.getValue() == HttpStatus.FORBIDDEN.value()) {
        out.write(Xml.element(Dav.name("error"), Xml.element(condition)).markup());
      }
      out.write("</D:propstat>");
    }
    out.write("</D:response>\n");
  }

  /** One thing that is not there. */
  void missing(String href) throws IOException {
    out.write("<D:response><D:href>" + Xml.escaped(href) + "</D:href>");
    out.write(status(404) + "</D:response>\n");
  }

  void more(Xml xml) throws IOException {
    out.write(xml.markup());
  }

  private static String status(int code) {
    var status = HttpStatus.resolve(code);
    var words = status == null ? "" : status.getReasonPhrase();
    return "<D:status>HTTP/1.1 " + code + " " + words + "</D:status>";
  }

  @Override
  public void close() throws IOException {
    out.write("</D:multistatus>\n");
    out.flush();
  }

  /** An answer that is one element, declared alone. */
  static void single(HttpServletResponse response, int status, QName root, Xml content)
      throws IOException {
    response.setStatus(status);
    response.setContentType(XML);
    var local = root.getLocalPart();
    var text =
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<D:%s xmlns:D=\"DAV:\">%s</D:%s>\n"
            .formatted(local, content.markup(), local);
    response.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
  }
}
