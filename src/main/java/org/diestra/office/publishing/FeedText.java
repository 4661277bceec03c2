package org.diestra.office.publishing;

import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.diestra.office.publishing.FeedController.Feed;
import org.diestra.office.publishing.ItemStore.Item;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** A feed as RSS 2.0, as Atom (RFC 4287) and as JSON Feed 1.1. */
@Component
class FeedText {
  private static final String ATOM = "http://www.w3.org/2005/Atom";
  private static final XMLOutputFactory XML = XMLOutputFactory.newDefaultFactory();
  private final JsonMapper json;

  FeedText(JsonMapper json) {
    this.json = json;
  }

  /** What writes XML may throw, though not into memory. */
  private interface Writing {
    void to(XMLStreamWriter out) throws XMLStreamException;
  }

  private static String written(Writing writing) {
    var text = new StringWriter();
    try {
      var out = XML.createXMLStreamWriter(text);
      out.writeStartDocument("utf-8", "1.0");
      writing.to(out);
      out.writeEndDocument();
      out.close();
      return text.toString();
    } catch (XMLStreamException e) {
      throw new IllegalStateException(e);
    }
  }

  String rss(Feed feed) {
    return written(out -> {
      out.writeStartElement("rss");
      out.writeAttribute("version", "2.0");
      out.writeNamespace("atom", ATOM);
      out.writeStartElement("channel");
      element(out, "title", feed.channel().name());
      element(out, "link", feed.base());
      element(out, "description", feed.channel().name() + " · " + feed.owner());
      out.writeEmptyElement("atom", "link", ATOM);
      out.writeAttribute("rel", "self");
      out.writeAttribute("type", "application/rss+xml");
      out.writeAttribute("href", feed.href() + "/rss.xml");
      for (var item : feed.items()) {
        out.writeStartElement("item");
        element(out, "title", item.title());
        element(out, "link", link(feed, item));
        out.writeStartElement("guid");
        out.writeAttribute("isPermaLink", "false");
        out.writeCharacters(name(item));
        out.writeEndElement();
        element(out, "pubDate", rfc822(item.published()));
        element(out, "description", html(feed, item));
        out.writeEndElement();
      }
      out.writeEndElement();
      out.writeEndElement();
    });
  }

  private static String rfc822(Instant at) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(at.atOffset(ZoneOffset.UTC));
  }

  String atom(Feed feed) {
    return written(out -> {
      out.writeStartElement("feed");
      out.writeDefaultNamespace(ATOM);
      element(out, "id", "urn:uuid:" + feed.channel().id().value());
      element(out, "title", feed.channel().name());
      element(out, "updated", second(updated(feed)));
      out.writeStartElement("author");
      element(out, "name", feed.owner());
      out.writeEndElement();
      link(out, "self", feed.href() + "/atom.xml");
      for (var item : feed.items()) {
        out.writeStartElement("entry");
        element(out, "id", name(item));
        element(out, "title", item.title());
        element(out, "published", second(item.published()));
        element(out, "updated", second(item.updated()));
        link(out, "alternate", link(feed, item));
        if (!item.summary().isEmpty()) {
          element(out, "summary", item.summary());
        }
        out.writeStartElement("content");
        out.writeAttribute("type", "html");
        out.writeCharacters(html(feed, item));
        out.writeEndElement();
        out.writeEndElement();
      }
      out.writeEndElement();
    });
  }

  private static Instant updated(Feed feed) {
    return feed.items().stream().map(Item::updated).max(Instant::compareTo).orElse(Instant.EPOCH);
  }

  private static String second(Instant at) {
    return at.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static void element(XMLStreamWriter out, String name, String text)
      throws XMLStreamException {
    out.writeStartElement(name);
    out.writeCharacters(fit(text));
    out.writeEndElement();
  }

  private static void link(XMLStreamWriter out, String rel, String href) throws XMLStreamException {
    out.writeEmptyElement("link");
    out.writeAttribute("rel", rel);
    out.writeAttribute("href", href);
  }

  /** XML 1.0, section 2.2: some characters stand in no document. */
  private static String fit(String text) {
    return text.replaceAll("[\\x{FFFE}\\x{FFFF}\\p{Cs}]", "");
  }

  /** Its own page, or the address that it is about. */
  private static String link(Feed feed, Item item) {
    return item.link().isEmpty() ? feed.href() + "/" + item.post() : item.link();
  }

  private static String name(Item item) {
    return "urn:uuid:" + item.post().value();
  }

  private static String html(Feed feed, Item item) {
    var text = new StringBuilder(Rounds.html(item.text()));
    for (int i = 0; i < item.files().size(); i++) {
      text.append("<p><img src=\"")
          .append(picture(feed, item, i))
          .append("\" alt=\"")
          .append(
              item.alts().get(i).replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;"))
          .append("\"></p>");
    }
    return fit(text.toString());
  }

  private static String picture(Feed feed, Item item, int at) {
    return feed.href() + "/" + item.post() + "/pictures/" + (at + 1);
  }

  String json(Feed feed) {
    var all = new ArrayList<Map<String, Object>>();
    for (var item : feed.items()) {
      var one = new LinkedHashMap<String, Object>();
      one.put("id", name(item));
      one.put("url", link(feed, item));
      one.put("title", item.title());
      one.put("content_html", html(feed, item));
      if (!item.summary().isEmpty()) {
        one.put("summary", item.summary());
      }
      if (!item.files().isEmpty()) {
        one.put("image", picture(feed, item, 0));
      }
      one.put("date_published", second(item.published()));
      one.put("date_modified", second(item.updated()));
      all.add(one);
    }
    var whole = new LinkedHashMap<String, Object>();
    whole.put("version", "https://jsonfeed.org/version/1.1");
    whole.put("title", feed.channel().name());
    whole.put("home_page_url", feed.base());
    whole.put("feed_url", feed.href() + "/feed.json");
    whole.put("authors", List.of(Map.of("name", feed.owner())));
    whole.put("items", all);
    return Objects.requireNonNull(json.writeValueAsString(whole));
  }
}
