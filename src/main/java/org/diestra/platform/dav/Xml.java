package org.diestra.platform.dav;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;

/**
 * A piece of an answer: markup in which {@code D:} stands for {@link Dav#NAMESPACE}, every other
 * namespace being declared where it is used.
 */
public record Xml(String markup) {
  private static final Xml NOTHING = new Xml("");

  public static Xml nothing() {
    return NOTHING;
  }

  public static Xml text(String text) {
    return new Xml(escaped(text));
  }

  /** {@code <D:href>}, of an address that is encoded already. */
  public static Xml href(String address) {
    return element(Dav.name("href"), text(address));
  }

  /** An element around these, or an empty one around none. */
  public static Xml element(QName name, Xml... content) {
    var inner = Arrays.stream(content).map(Xml::markup).collect(Collectors.joining());
    var out = new StringBuilder();
    open(out, name, inner.isEmpty());
    if (!inner.isEmpty()) {
      out.append(inner);
      close(out, name);
    }
    return new Xml(out.toString());
  }

  /** An empty element with attributes, in their order. */
  public static Xml element(QName name, Map<String, String> attributes) {
    var out = new StringBuilder();
    open(out, name, true);
    out.setLength(out.length() - "/>".length());
    attributes.forEach((key, value) ->
        out.append(' ').append(key).append("=\"").append(escaped(value)).append('"'));
    return new Xml(out.append("/>").toString());
  }

  static void open(StringBuilder out, QName name, boolean empty) {
    out.append('<').append(tag(name));
    if (name.getNamespaceURI().isEmpty()) {
      out.append(" xmlns=\"\"");
    } else if (!dav(name)) {
      out.append(" xmlns:x=\"").append(escaped(name.getNamespaceURI())).append('"');
    }
    out.append(empty ? "/>" : ">");
  }

  static void close(StringBuilder out, QName name) {
    out.append("</").append(tag(name)).append('>');
  }

  private static String tag(QName name) {
    var local = name.getLocalPart();
    return name.getNamespaceURI().isEmpty() ? local : (dav(name) ? "D:" : "x:") + local;
  }

  private static boolean dav(QName name) {
    return name.getNamespaceURI().equals(Dav.NAMESPACE);
  }

  /** For text and attributes alike; what XML 1.0 has no character for becomes U+FFFD. */
  static String escaped(String text) {
    StringBuilder out = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      var instead = instead(c);
      if (instead != null && out == null) {
        out = new StringBuilder(text.length() + 16).append(text, 0, i);
      }
      if (out != null) {
        out.append(instead == null ? String.valueOf(c) : instead);
      }
    }
    return out == null ? text : out.toString();
  }

  private static @Nullable String instead(char c) {
    return switch (c) {
      case '<' -> "&lt;";
      case '>' -> "&gt;";
      case '&' -> "&amp;";
      case '"' -> "&quot;";
      case '\r' -> "&#13;";
      case '\t', '\n' -> null;
      default -> c < ' ' || c == 0xFFFE || c == 0xFFFF ? "\uFFFD" : null;
    };
  }
}
