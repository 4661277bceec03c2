package org.diestra.office.channels;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.diestra.office.channels.Answers.Answer;
import org.diestra.office.channels.Answers.Answer.Bad;
import org.diestra.office.channels.Answers.Answer.Good;
import org.diestra.office.channels.Piece.Image;
import org.diestra.office.channels.Piece.Remote;
import org.diestra.office.channels.Taken.There;
import org.diestra.platform.fetching.Parcel;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Bluesky: the AT protocol's {@code com.atproto.server} and {@code com.atproto.repo}. The record's
 * own key is made of ours, so that a second try writes the same record again.
 */
@Component
class BlueskyAdapter implements Adapter {
  private static final String POST = "app.bsky.feed.post";
  private static final String SORTABLE = "234567abcdefghijklmnopqrstuvwxyz";
  private final Answers answers;

  BlueskyAdapter(Answers answers) {
    this.answers = answers;
  }

  @Override
  public Kind kind() {
    return Kind.BLUESKY;
  }

  @Override
  public Duration remembers() {
    return Duration.ofDays(3650);
  }

  private sealed interface Entrance {}

  private record Shut(Taken why) implements Entrance {}

  /** Somebody who was let in for the next few calls. */
  private record Visit(Line line, String did, String token) implements Entrance {
    Parcel ask(Parcel parcel) {
      return parcel.with("Authorization", "Bearer " + token);
    }

    /** Never the token, wherever it may be logged. */
    @Override
    public String toString() {
      return "Visit[" + did + "]";
    }
  }

  private Entrance enter(Line line) {
    var who =
        answers
            .json()
            .writeValueAsString(Map.of("identifier", line.account(), "password", line.secret()));
    return switch (answers.ask(
        Parcel.json("POST", at(line, "com.atproto.server.createSession"), who))) {
      case Good(var body, var status) ->
          new Visit(line, body.path("did").asString(""), body.path("accessJwt").asString(""));
      case Bad(Taken.Unclear(var detail), var status) ->
          new Shut(new Taken.Later(detail)); // nothing of ours was sent
      case Bad(var why, var status) -> new Shut(why);
    };
  }

  @Override
  public Taken check(Line line) {
    return switch (enter(line)) {
      case Visit visit -> new There(new Remote(visit.did(), "", ""));
      case Shut(var why) -> why;
    };
  }

  @Override
  public Taken publish(Line line, Piece piece) {
    return switch (enter(line)) {
      case Visit visit -> publish(visit, piece);
      case Shut(var why) -> why;
    };
  }

  private Taken publish(Visit visit, Piece piece) {
    var pictures = answers.json().createArrayNode();
    for (var image : piece.images()) {
      switch (upload(visit, image)) {
        case Good(var body, var status) -> {
          var one = pictures.addObject();
          one.set("image", body.path("blob"));
          one.put("alt", image.alt());
        }
        case Bad(Taken.Unclear(var detail), var status) -> {
          return new Taken.Later(detail);
        }
        case Bad(var why, var status) -> {
          return why;
        }
      }
    }
    return write(visit, piece, pictures);
  }

  private Answer upload(Visit visit, Image image) {
    var body = new Parcel.Body.Whole(image.type(), image.file());
    return answers.ask(
        visit.ask(Parcel.of("POST", at(visit.line(), "com.atproto.repo.uploadBlob"), body)));
  }

  private Taken write(Visit visit, Piece piece, JsonNode pictures) {
    var key = recordKey(piece);
    var asked = answers.json().createObjectNode();
    asked.put("repo", visit.did()).put("collection", POST).put("rkey", key);
    var post = asked.putObject("record");
    post.put("$type", POST).put("text", piece.whole()).put("createdAt", piece.due().toString());
    facets(post, piece.whole());
    if (!pictures.isEmpty()) {
      var embed = post.putObject("embed").put("$type", "app.bsky.embed.images");
      embed.set("images", pictures);
    }
    var to = at(visit.line(), "com.atproto.repo.putRecord");
    return switch (answers.ask(visit.ask(Parcel.json("POST", to, asked.toString())))) {
      case Good(var body, var status) ->
          new There(
              new Remote(
                  key,
                  "https://bsky.app/profile/" + visit.did() + "/post/" + key,
                  body.path("cid").asString("")));
      case Bad(var why, var status) -> why;
    };
  }

  /** Links and tags are told apart by places in the text's UTF-8 bytes. */
  private static void facets(ObjectNode post, String text) {
    for (var pattern : List.of(Counting.link(), Counting.tag())) {
      facets(post, text, pattern);
    }
  }

  private static void facets(ObjectNode post, String text, Pattern pattern) {
    var matcher = pattern.matcher(text);
    while (matcher.find()) {
      var facet = post.withArray("facets").addObject();
      var found = Objects.requireNonNull(matcher.group());
      int from = text.substring(0, matcher.start()).getBytes(UTF_8).length;
      facet
          .putObject("index")
          .put("byteStart", from)
          .put("byteEnd", from + found.getBytes(UTF_8).length);
      var feature = facet.putArray("features").addObject();
      if (pattern == Counting.link()) {
        feature.put("$type", "app.bsky.richtext.facet#link").put("uri", found);
      } else {
        feature.put("$type", "app.bsky.richtext.facet#tag").put("tag", found.substring(1));
      }
    }
  }

  /** A TID (AT protocol, record keys): 53 bits of microseconds, 10 of whoever makes it. */
  static String recordKey(Piece piece) {
    long micros =
        piece.due().getEpochSecond() * 1_000_000
            + (piece.key().getMostSignificantBits() & 0xF_FFFF);
    long bits = micros << 10 | piece.key().getLeastSignificantBits() & 0x3FF;
    var text = new StringBuilder();
    for (int shift = 60; shift >= 0; shift -= 5) {
      text.append(SORTABLE.charAt((int) (bits >>> shift & 31)));
    }
    return text.toString();
  }

  @Override
  public Taken remove(Line line, String remote) {
    return switch (enter(line)) {
      case Visit visit -> remove(visit, remote);
      case Shut(var why) -> why;
    };
  }

  private Taken remove(Visit visit, String remote) {
    var what =
        answers
            .json()
            .writeValueAsString(Map.of("repo", visit.did(), "collection", POST, "rkey", remote));
    var to = at(visit.line(), "com.atproto.repo.deleteRecord");
    return switch (answers.ask(visit.ask(Parcel.json("POST", to, what)))) {
      case Bad(var why, var status) -> why;
      case Good good -> new There(new Remote(remote, "", ""));
    };
  }

  private static String at(Line line, String method) {
    return line.address().replaceAll("/+$", "") + "/xrpc/" + method;
  }
}
