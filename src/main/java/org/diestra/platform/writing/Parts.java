package org.diestra.platform.writing;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;
import org.diestra.platform.writing.Embeds.Embed;
import org.diestra.platform.writing.Ticks.Tick;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * How boxes and files are written into HTML, and the policy that lets them through: files of this
 * house alone.
 *
 * @param paper whether nothing can be played
 */
record Parts(boolean paper) implements HtmlRenderer.HtmlRendererExtension {
  private static final Pattern OWN =
      Pattern.compile("/(?![/\\\\]).*|data:image/(?:png|jpeg|gif|webp);base64,[\\w+/=]*");

  static final PolicyFactory ALLOWED =
      new HtmlPolicyBuilder()
          .allowElements("img", "video", "audio", "span", "li")
          .allowUrlProtocols("data")
          .allowAttributes("src")
          .matching(OWN)
          .onElements("img", "video", "audio")
          .allowAttributes("alt", "loading")
          .onElements("img")
          .allowAttributes("controls", "preload", "playsinline", "aria-label")
          .onElements("video", "audio")
          .allowAttributes("class")
          .matching(true, "task", "tick")
          .onElements("li", "span")
          .toFactory();

  @Override
  public void extend(HtmlRenderer.Builder html) {
    html.nodeRendererFactory(context -> new Writer(context, paper));
    html.attributeProviderFactory(context ->
        (node, tag, attributes) -> {
          if (node instanceof ListItem item && Ticks.of(item) != null) {
            attributes.put("class", "task");
          }
        });
  }

  private record Writer(HtmlNodeRendererContext context, boolean paper) implements NodeRenderer {
    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
      return Set.of(Tick.class, Embed.class);
    }

    @Override
    public void render(Node node) {
      if (node instanceof Tick tick) {
        tick(tick, context.getWriter());
      } else if (node instanceof Embed embed) {
        embed(embed, context.getWriter());
      }
    }

    private static void tick(Tick tick, HtmlWriter html) {
      html.tag("span", Map.of("class", "tick"));
      html.text(tick.done ? "☑" : "☐");
      html.tag("/span");
      html.text(" ");
    }

    private void embed(Embed embed, HtmlWriter html) {
      if (embed.inPlace && embed.file.isA("image")) {
        html.tag("img", picture(embed));
      } else if (embed.inPlace && !paper && embed.file.isA("video")) {
        played("video", embed, html);
      } else if (embed.inPlace && !paper && embed.file.isA("audio")) {
        played("audio", embed, html);
      } else {
        html.tag("a", Map.of("href", embed.file.href()));
        html.text(embed.words);
        html.tag("/a");
      }
    }

    private Map<String, String> picture(Embed embed) {
      var attributes = new LinkedHashMap<String, String>();
      attributes.put("src", embed.file.href());
      attributes.put("alt", embed.words);
      if (!paper) {
        attributes.put("loading", "lazy");
      }
      return attributes;
    }

    private static void played(String tag, Embed embed, HtmlWriter html) {
      var attributes = new LinkedHashMap<String, String>();
      attributes.put("src", embed.file.href());
      attributes.put("controls", "");
      attributes.put("preload", tag.equals("video") ? "metadata" : "none");
      if (tag.equals("video")) {
        attributes.put("playsinline", "");
      }
      attributes.put("aria-label", embed.words);
      html.tag(tag, attributes);
      html.tag("/" + tag);
    }
  }
}
