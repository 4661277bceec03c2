package org.diestra.platform.page;

import static java.nio.charset.StandardCharsets.UTF_8;

import gg.jte.Content;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/** Icons of one set (lucide), written into the page. Ornament only: the words stand beside them. */
final class Icons {
  private static final String FOLDER =
      "META-INF/resources/webjars/lucide-static/"
          + Assets.webjarVersion("lucide-static")
          + "/icons/";
  private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
  private static final Pattern HEAD = Pattern.compile("<svg[^>]*>");
  private static final Pattern GAPS = Pattern.compile("\\s+");
  private static final Map<String, String> KNOWN = new ConcurrentHashMap<>();

  private Icons() {}

  /**
   * @throws IllegalArgumentException if the set has no icon of that name
   */
  static Content of(String name) {
    var svg = KNOWN.computeIfAbsent(name, Icons::read);
    return output -> output.writeContent(svg);
  }

  private static String read(String name) {
    try {
      return inlined(new ClassPathResource(FOLDER + name + ".svg").getContentAsString(UTF_8));
    } catch (FileNotFoundException unknown) {
      throw new IllegalArgumentException("no such icon: " + name, unknown);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static String inlined(String svg) {
    var bare = COMMENT.matcher(svg).replaceAll("");
    var framed =
        HEAD.matcher(bare)
            .replaceFirst(
                "<svg class=\"icon\" viewBox=\"0 0 24 24\" aria-hidden=\"true\" focusable=\"false\">");
    return GAPS.matcher(framed).replaceAll(" ").replace("> <", "><").replace(" />", "/>").strip();
  }
}
