package org.diestra.office.channels;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.diestra.office.channels.Answers.Answer.Bad;
import org.diestra.office.channels.Answers.Answer.Good;
import org.diestra.office.channels.Piece.Image;
import org.diestra.office.channels.Piece.Remote;
import org.diestra.office.channels.Taken.There;
import org.diestra.platform.fetching.Parcel;
import org.springframework.stereotype.Component;

/** Mastodon's client API, version 1 and 2; servers of others that speak it. */
@Component
class MastodonAdapter implements Adapter {
  private final Answers answers;

  MastodonAdapter(Answers answers) {
    this.answers = answers;
  }

  @Override
  public Kind kind() {
    return Kind.MASTODON;
  }

  /** The server knows an {@code Idempotency-Key} for an hour; the last minutes are left alone. */
  @Override
  public Duration remembers() {
    return Duration.ofMinutes(50);
  }

  @Override
  public Taken check(Line line) {
    return switch (answers.ask(
        signed(line, Parcel.get(at(line, "/api/v1/accounts/verify_credentials"))))) {
      case Good(var body, var status) ->
          new There(new Remote(body.path("acct").asString(""), body.path("url").asString(""), ""));
      case Bad(var why, var status) -> why;
    };
  }

  @Override
  public Taken publish(Line line, Piece piece) {
    var media = new ArrayList<String>();
    for (var image : piece.images()) {
      switch (upload(line, image)) {
        case There(var remote) -> media.add(remote.id());
        // nothing stands there yet, whatever became of the picture
        case Taken.Unclear(var detail) -> {
          return new Taken.Later(detail);
        }
        case Taken other -> {
          return other;
        }
      }
    }
    var asked =
        Parcel.json("POST", at(line, "/api/v1/statuses"), status(piece, media))
            .with("Idempotency-Key", piece.key().toString());
    return switch (answers.ask(signed(line, asked))) {
      case Good(var body, var status) when body.hasNonNull("id") ->
          new There(new Remote(body.path("id").asString(""), body.path("url").asString(""), ""));
      case Good page -> new Taken.Unclear("channels.fault.other"); // of a cache or a fence
      case Bad(var why, var status) -> why;
    };
  }

  private String status(Piece piece, List<String> media) {
    return answers
        .json()
        .writeValueAsString(
            Map.of("status", piece.whole(), "media_ids", media, "visibility", "public"));
  }

  private Taken upload(Line line, Image image) {
    var form =
        new Parcel.Body.Form(
            "file", image.name(), image.type(), image.file(), Map.of("description", image.alt()));
    return switch (answers.ask(signed(line, Parcel.of("POST", at(line, "/api/v2/media"), form)))) {
      case Good(var body, var status) ->
          new There(new Remote(body.path("id").asString(""), "", ""));
      case Bad(var why, var status) -> why;
    };
  }

  @Override
  public Taken remove(Line line, String remote) {
    var asked =
        Parcel.of(
            "DELETE",
            at(line, "/api/v1/statuses/" + URLEncoder.encode(remote, UTF_8)),
            new Parcel.Body.None());
    return switch (answers.ask(signed(line, asked))) {
      case Bad(var why, var status) when status != 404 -> why;
      default -> new There(new Remote(remote, "", ""));
    };
  }

  private static Parcel signed(Line line, Parcel parcel) {
    return parcel
        .with("Authorization", "Bearer " + line.secret())
        .with("Accept", "application/json");
  }

  private static String at(Line line, String path) {
    return line.address().replaceAll("/+$", "") + path;
  }
}
