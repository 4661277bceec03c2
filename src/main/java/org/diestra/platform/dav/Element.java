package org.diestra.platform.dav;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;

/**
 * An element of a request's body.
 *
 * @param attributes without the declarations of namespaces
 * @param content elements and texts, in order
 */
public record Element(QName name, Map<QName, String> attributes, List<Object> content) {
  public Element {
    content = List.copyOf(content);
  }

  public Stream<Element> children() {
    return content.stream().filter(Element.class::isInstance).map(Element.class::cast);
  }

  public Optional<Element> child(QName wanted) {
    return children().filter(e -> e.name.equals(wanted)).findFirst();
  }

  public boolean has(QName wanted) {
    return child(wanted).isPresent();
  }

  /** An attribute without a namespace; empty where it is not there. */
  public String attribute(String local) {
    return attributes.getOrDefault(new QName(local), "");
  }

  /** The text directly within it. */
  public String text() {
    return content.stream()
        .filter(String.class::isInstance)
        .map(String.class::cast)
        .collect(Collectors.joining());
  }

  private static final int LONGEST = 1_000_000; // letters

  /**
   * Itself as markup that declares every namespace it needs, under its sender's prefixes.
   *
   * @throws DavFault 413 where that is much longer than what was sent
   */
  String markup() {
    var out = new StringBuilder();
    write(out, Map.of());
    return out.toString();
  }

  private void write(StringBuilder out, Map<String, String> outer) {
    if (out.length() > LONGEST) {
      throw new DavFault(413);
    }
    var scope = new HashMap<>(outer);
    out.append('<').append(tag(name));
    declare(name, scope, out);
    attributes.forEach((key, value) -> {
      if (!key.getNamespaceURI().isEmpty()) {
        declare(key, scope, out);
      }
      out.append(' ').append(tag(key)).append("=\"").append(Xml.escaped(value)).append('"');
    });
    out.append('>');
    for (var part : content) {
      if (part instanceof Element inner) {
        inner.write(out, scope);
      } else {
        out.append(Xml.escaped(part.toString()));
      }
    }
    out.append("</").append(tag(name)).append('>');
  }

  private static void declare(QName name, Map<String, String> scope, StringBuilder out) {
    var prefix = name.getPrefix();
    var uri = name.getNamespaceURI();
    if (prefix.equals(XMLConstants.XML_NS_PREFIX) || uri.equals(scope.getOrDefault(prefix, ""))) {
      return;
    }
    scope.put(prefix, uri);
    out.append(prefix.isEmpty() ? " xmlns" : " xmlns:" + prefix)
        .append("=\"")
        .append(Xml.escaped(uri))
        .append('"');
  }

  private static String tag(QName name) {
    return name.getPrefix().isEmpty()
        ? name.getLocalPart()
        : name.getPrefix() + ":" + name.getLocalPart();
  }
}
