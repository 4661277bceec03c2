package org.diestra.office.publishing;

import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;
import org.diestra.office.channels.Channel;
import org.diestra.office.channels.ChannelId;
import org.diestra.office.channels.Channels;
import org.diestra.office.channels.Kind;
import org.diestra.office.publishing.ItemStore.Item;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.base.Hash;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.blobs.BlobServing;
import org.diestra.platform.blobs.Blobs;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.page.Guests;
import org.diestra.platform.previews.Previews;
import org.diestra.platform.previews.Previews.Size;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.context.request.WebRequest;

/** {@code /feeds/{channel}}: what was published on a feed, for everybody who knows its address. */
@Controller
@RequestMapping("/feeds/{channel}")
class FeedController {
  private static final int MOST = 30;
  private static final int LARGEST = 8_000_000; // characters of all feeds' texts together
  private final Channels channels;
  private final Workspaces workspaces;
  private final ItemStore items;
  private final FeedText text;
  private final Blobs blobs;
  private final BlobServing serving;
  private final Previews previews;
  private final HouseRights house;
  private final String base;
  private final Recent kept = new Recent(LARGEST);

  FeedController(
      Channels channels,
      Workspaces workspaces,
      ItemStore items,
      FeedText text,
      Blobs blobs,
      BlobServing serving,
      Previews previews,
      HouseRights house,
      @Value("${diestra.base-url}") String base) {
    this.channels = channels;
    this.workspaces = workspaces;
    this.items = items;
    this.text = text;
    this.blobs = blobs;
    this.serving = serving;
    this.previews = previews;
    this.house = house;
    this.base = base;
  }

  private Channel feed(ChannelId id) {
    return channels
        .find(id)
        .filter(channel -> channel.kind() == Kind.FEED && channel.open())
        .orElseThrow(NotFound::new);
  }

  /** What a feed says of itself, with its items. */
  record Feed(Channel channel, String owner, String base, List<Item> items) {
    String href() {
      return base + "/feeds/" + channel.id();
    }
  }

  @Guests
  @GetMapping("/rss.xml")
  ResponseEntity<String> rss(@PathVariable ChannelId channel, WebRequest request) {
    return answer(channel, "application/rss+xml", text::rss, request);
  }

  @Guests
  @GetMapping("/atom.xml")
  ResponseEntity<String> atom(@PathVariable ChannelId channel, WebRequest request) {
    return answer(channel, "application/atom+xml", text::atom, request);
  }

  @Guests
  @GetMapping("/feed.json")
  ResponseEntity<String> json(@PathVariable ChannelId channel, WebRequest request) {
    return answer(channel, "application/feed+json", text::json, request);
  }

  /**
   * Readers ask often: what is unchanged is neither sent nor made again. Weak, as a newer house may
   * write the same in other letters (RFC 9110, section 8.8.1).
   */
  private ResponseEntity<String> answer(
      ChannelId id, String type, Function<Feed, String> written, WebRequest request) {
    var channel = feed(id);
    var owner = workspaces.get(channel.workspace()).name();
    var mark = house.call(() -> items.mark(id));
    var seen = List.of(type, base, String.valueOf(channel.version()), owner, mark);
    var etag = "W/\"" + Hash.of(String.join("\n", seen)) + "\"";
    if (request.checkNotModified(etag)) {
      return ResponseEntity.status(304).eTag(etag).build();
    }
    var body =
        kept.text(
            etag + id,
            () ->
                written.apply(
                    new Feed(channel, owner, base, house.call(() -> items.of(id, MOST)))));
    return ResponseEntity.ok()
        .eTag(etag)
        .header("X-Content-Type-Options", "nosniff")
        .header("Access-Control-Allow-Origin", "*")
        .contentType(MediaType.parseMediaType(type + ";charset=utf-8"))
        .body(body);
  }

  /** One of its items, as a page. */
  record View(Feed feed, Item item, Content html) {}

  @Guests
  @GetMapping("/{post}")
  String item(@PathVariable ChannelId channel, @PathVariable PostId post, Model model) {
    var found = feed(channel);
    var item = house.call(() -> items.find(channel, post)).orElseThrow(NotFound::new);
    var owner = workspaces.get(found.workspace()).name();
    var feed = new Feed(found, owner, base, List.of(item));
    var html = Rounds.html(item.text());
    model.addAttribute("view", new View(feed, item, out -> out.writeContent(html)));
    return "item";
  }

  @Guests
  @GetMapping("/{post}/pictures/{place}")
  void picture(
      @PathVariable ChannelId channel,
      @PathVariable PostId post,
      @PathVariable String place,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    feed(channel);
    var item = house.call(() -> items.find(channel, post)).orElseThrow(NotFound::new);
    int at = place.matches("[0-9]{1,2}") ? Integer.parseInt(place) : 0;
    if (at < 1 || at > item.files().size()) {
      throw new NotFound();
    }
    var shown =
        previews
            .picture(blobs.get(item.files().get(at - 1)), 1, Size.LARGE, "")
            .orElseThrow(NotFound::new);
    serving.showEverywhere(shown, request, response);
  }
}
