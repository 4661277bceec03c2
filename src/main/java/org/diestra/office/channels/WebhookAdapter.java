package org.diestra.office.channels;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import org.diestra.office.channels.Answers.Answer.Bad;
import org.diestra.office.channels.Answers.Answer.Good;
import org.diestra.office.channels.Piece.Remote;
import org.diestra.office.channels.Taken.There;
import org.diestra.platform.base.Hmac;
import org.diestra.platform.fetching.Parcel;
import org.springframework.stereotype.Component;

/**
 * A hook for anything else: one POST of JSON, signed. {@code Diestra-Signature: t=SECONDS,v1=HEX},
 * where HEX is HMAC-SHA256 (RFC 2104) under the channel's secret over {@code SECONDS.BODY}; {@code
 * Idempotency-Key} is the same for each try. docs/publishing.md says it for whoever receives it.
 */
@Component
class WebhookAdapter implements Adapter {
  private final Answers answers;
  private final Clock clock;

  WebhookAdapter(Answers answers, Clock clock) {
    this.answers = answers;
    this.clock = clock;
  }

  @Override
  public Kind kind() {
    return Kind.WEBHOOK;
  }

  /** Whether the other side honours the key is not known: where no answer comes, a person looks. */
  @Override
  public Duration remembers() {
    return Duration.ZERO;
  }

  @Override
  public Taken check(Line line) {
    return post(line, "ping", "", new LinkedHashMap<>());
  }

  @Override
  public Taken publish(Line line, Piece piece) {
    var what = new LinkedHashMap<String, Object>();
    what.put("id", piece.key().toString());
    what.put("text", piece.text());
    what.put("link", piece.link());
    what.put("due", piece.due().toString());
    return post(line, "publish", piece.key().toString(), what);
  }

  private Taken post(Line line, String event, String key, LinkedHashMap<String, Object> what) {
    what.putFirst("event", event);
    var body = answers.json().writeValueAsString(what);
    long at = clock.instant().getEpochSecond();
    var parcel =
        Parcel.json("POST", line.address(), body)
            .with(
                "Diestra-Signature",
                "t=" + at + ",v1=" + signature(line.secret(), at + "." + body));
    var whole = key.isEmpty() ? parcel : parcel.with("Idempotency-Key", key);
    return switch (answers.ask(whole)) {
      case Good(var said, var status) ->
          new There(new Remote(said.path("id").asString(key), said.path("url").asString(""), ""));
      case Bad(var why, var status) -> why;
    };
  }

  static String signature(String secret, String text) {
    return HexFormat.of().formatHex(Hmac.of(secret.getBytes(UTF_8), text.getBytes(UTF_8)));
  }

  @Override
  public Taken remove(Line line, String remote) {
    return new Taken.Refused("");
  }
}
