package org.diestra.office.channels;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.diestra.office.channels.Answers.Answer;
import org.diestra.office.channels.Answers.Answer.Bad;
import org.diestra.office.channels.Answers.Answer.Good;
import org.diestra.office.channels.Piece.Image;
import org.diestra.office.channels.Piece.Remote;
import org.diestra.office.channels.Taken.There;
import org.diestra.platform.base.Hash;
import org.diestra.platform.fetching.Parcel;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/**
 * WordPress's REST API, version 2, with an application password. An article carries a comment with
 * our key, by which a second try finds it, so that it stands there once.
 */
@Component
class WordPressAdapter implements Adapter {
  private static final DateTimeFormatter GMT =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);
  private static final String ANY = "&status=publish,future,draft,pending,private&context=edit";
  private final Answers answers;
  private final Clock clock;

  WordPressAdapter(Answers answers, Clock clock) {
    this.answers = answers;
    this.clock = clock;
  }

  @Override
  public Kind kind() {
    return Kind.WORDPRESS;
  }

  @Override
  public Duration remembers() {
    return Duration.ofDays(3650);
  }

  @Override
  public Taken check(Line line) {
    return switch (answers.ask(signed(line, Parcel.get(at(line, "/wp/v2/users/me", ""))))) {
      case Good(var body, var status) when body.path("id").asInt(0) > 0 ->
          new There(new Remote(body.path("id").asString(""), body.path("link").asString(""), ""));
      case Good good -> new Taken.Refused("channels.fault.other");
      case Bad(var why, var status) -> why;
    };
  }

  @Override
  public Taken publish(Line line, Piece piece) {
    var known = piece.remote();
    if (known != null) {
      return rewrite(line, piece, known);
    }
    if (piece.again()) {
      var asked = at(line, "/wp/v2/posts", "&search=" + piece.key() + ANY);
      switch (answers.ask(signed(line, Parcel.get(asked)))) {
        case Good(var found, var status) when found.isArray() && !found.isEmpty() -> {
          return new There(remote(found.get(0)));
        }
        case Good(var found, var status) when !found.isArray() -> {
          return new Taken.Later("channels.fault.other"); // no list: nobody knows what is there
        }
        case Good none -> {}
        case Bad(var why, var status) -> {
          return nothingSent(why);
        }
      }
    }
    return write(line, "/wp/v2/posts", piece, "");
  }

  /** What was changed there since stays: a person decides. */
  private Taken rewrite(Line line, Piece piece, Remote known) {
    var path = "/wp/v2/posts/" + URLEncoder.encode(known.id(), UTF_8);
    var asked = signed(line, Parcel.get(at(line, path, "&context=edit")));
    return switch (answers.ask(asked)) {
      case Bad(var why, var status) -> nothingSent(why);
      case Good(var now, var status) when holds(now, piece) ->
          new There(remote(now)); // a second try
      case Good(var now, var status)
          when !known.mark().isEmpty() && !mark(now).equals(known.mark()) ->
          new Taken.Changed();
      case Good(var now, var status) -> write(line, path, piece, now.path("status").asString(""));
    };
  }

  private static Taken nothingSent(Taken why) {
    return why instanceof Taken.Unclear(var detail) ? new Taken.Later(detail) : why;
  }

  private static boolean holds(JsonNode now, Piece piece) {
    return now.path("content").path("raw").asString("").contains(comment(piece));
  }

  /**
   * @param status in which it stands there now; empty for what is new
   */
  private Taken write(Line line, String path, Piece piece, String status) {
    var html = new StringBuilder(piece.html());
    var fields = new LinkedHashMap<String, Object>();
    for (int i = 0; i < piece.images().size(); i++) {
      var image = piece.images().get(i);
      switch (upload(line, image)) {
        case Good(var body, var code) -> {
          if (i == 0) {
            fields.put("featured_media", body.path("id").asInt());
          } else {
            html.append(figure(body.path("source_url").asString(""), image));
          }
        }
        case Bad(var why, var code) -> {
          return nothingSent(why); // the article itself is not there yet
        }
      }
    }
    fields.put("title", piece.title());
    fields.put("content", html.append("\n").append(comment(piece)).toString());
    fields.put("excerpt", piece.summary());
    if (!piece.slug().isEmpty()) {
      fields.put("slug", piece.slug());
    }
    state(line.manner(), piece, status, fields);
    if (clock.instant().isAfter(piece.until())) {
      return new Taken.Later("fetching.fault.slow");
    }
    var asked = Parcel.json("POST", at(line, path, ""), answers.json().writeValueAsString(fields));
    return switch (answers.ask(signed(line, asked))) {
      case Good(var body, var code) when body.hasNonNull("id") -> new There(remote(body));
      case Good page -> new Taken.Unclear("channels.fault.other"); // of a cache or a fence
      case Bad(var why, var code) -> why;
    };
  }

  /** What the site shows already, or its people moved on, is not taken back by a new text. */
  private void state(Manner manner, Piece piece, String now, Map<String, Object> fields) {
    boolean there = manner == Manner.AHEAD ? !now.equals("future") : manner != Manner.LIVE;
    if (piece.remote() != null && there) {
      return;
    }
    switch (manner) {
      case DRAFT -> fields.put("status", "draft");
      case PENDING -> fields.put("status", "pending");
      case LIVE -> fields.put("status", "publish");
      case AHEAD -> {
        boolean later = piece.due().isAfter(clock.instant().plus(1, ChronoUnit.MINUTES));
        fields.put("status", later ? "future" : "publish");
        if (later) {
          fields.put("date_gmt", GMT.format(piece.due()));
        }
      }
    }
  }

  private Answer upload(Line line, Image image) {
    var body = new Parcel.Body.Whole(image.type(), image.file());
    var asked =
        Parcel.of("POST", at(line, "/wp/v2/media", ""), body)
            .with("Content-Disposition", "attachment; filename=\"" + image.name() + "\"");
    var sent = answers.ask(signed(line, asked));
    if (sent instanceof Good(var media, var status)) {
      var words = answers.json().writeValueAsString(Map.of("alt_text", image.alt()));
      var to = at(line, "/wp/v2/media/" + media.path("id").asInt(), "");
      return answers.ask(signed(line, Parcel.json("POST", to, words)));
    }
    return sent;
  }

  private static String figure(String url, Image image) {
    return "\n<figure><img src=\""
        + escaped(url)
        + "\" alt=\""
        + escaped(image.alt())
        + "\"></figure>";
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("\"", "&quot;")
        .replace("<", "&lt;")
        .replace(">", "&gt;");
  }

  private static String comment(Piece piece) {
    return "<!-- diestra " + piece.key() + " -->";
  }

  private static Remote remote(JsonNode post) {
    return new Remote(post.path("id").asString(""), post.path("link").asString(""), mark(post));
  }

  /** Of what somebody may have changed and we would write over. */
  private static String mark(JsonNode post) {
    return Hash.of(raw(post, "title") + "\n" + raw(post, "content") + "\n" + raw(post, "excerpt"));
  }

  private static String raw(JsonNode post, String field) {
    return post.path(field).path("raw").asString("");
  }

  @Override
  public Taken remove(Line line, String remote) {
    var to = at(line, "/wp/v2/posts/" + URLEncoder.encode(remote, UTF_8), "");
    return switch (answers.ask(signed(line, Parcel.of("DELETE", to, new Parcel.Body.None())))) {
      case Bad(var why, var status) when status != 404 && status != 410 -> why;
      default -> new There(new Remote(remote, "", ""));
    };
  }

  private static Parcel signed(Line line, Parcel parcel) {
    var pair = (line.account() + ":" + line.secret()).getBytes(UTF_8);
    return parcel
        .with("Authorization", "Basic " + Base64.getEncoder().encodeToString(pair))
        .with("Accept", "application/json");
  }

  /** By the question mark, which every site understands, however its addresses look. */
  private static String at(Line line, String route, String more) {
    return line.address().replaceAll("/+$", "") + "/?rest_route=" + route + more;
  }
}
