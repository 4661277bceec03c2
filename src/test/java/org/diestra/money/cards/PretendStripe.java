package org.diestra.money.cards;

import com.stripe.net.Webhook;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Stripe as far as the house knows it, on this machine: the real library talks to it. It honours
 * idempotency keys as Stripe does, its failures too, and can be away, fail, or do what it was asked
 * and hang up before it says so.
 */
public final class PretendStripe {
  static final String OLD_SECRET = "whsec_oldpretended";
  static final String SECRET = "whsec_newpretended";

  /** How it behaves. */
  enum Mood {
    WELL,
    /** Hangs up at once. */
    AWAY,
    /** Answers 500. */
    FAILING,
    /** Does it, and hangs up. */
    FORGETFUL
  }

  record Answer(int status, String body) {}

  private static final PretendStripe ONLY = new PretendStripe();
  final StripeState state = new StripeState();
  private final HttpServer server;
  private final Map<String, Answer> kept = new ConcurrentHashMap<>();
  private final AtomicInteger asked = new AtomicInteger();
  private volatile Mood mood = Mood.WELL;

  private PretendStripe() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::serve);
    server.start();
  }

  static PretendStripe get() {
    return ONLY;
  }

  /** Settings of a house that has an account here. */
  public static String[] settings() {
    return new String[] {
      "diestra.stripe-key=sk_test_pretended",
      "diestra.stripe-webhook-secrets=" + OLD_SECRET + "," + SECRET,
      "diestra.stripe-currencies=EUR",
      "diestra.stripe-api=" + ONLY.address()
    };
  }

  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  void be(Mood next) {
    mood = next;
  }

  /** How often it was asked so far. */
  int asked() {
    return asked.get();
  }

  /**
   * A call as Stripe would send it.
   *
   * @param signature the header
   */
  record Call(String body, String signature) {
    /** The same words, signed at another time or by somebody else. */
    Call signed(String secret, Instant at) {
      return new Call(body, header(body, secret, at));
    }
  }

  Call call(String id, String type, ObjectNode object) {
    var event = StripeState.JSON.createObjectNode();
    event.put("id", id).put("object", "event").put("type", type).put("livemode", false);
    event.put("created", 1_790_000_000L).put("api_version", "2026-07-29.dahlia");
    event.putObject("data").set("object", object.deepCopy());
    var body = event.toString();
    return new Call(body, header(body, SECRET, Instant.now()));
  }

  private static String header(String body, String secret, Instant at) {
    try {
      return Webhook.Signature.generateSignatureHeader(body, secret, at.getEpochSecond());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      asked.incrementAndGet();
      if (mood == Mood.AWAY) {
        return; // no answer at all
      }
      var key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
      var answer = answer(exchange, key == null ? "" : key);
      if (mood == Mood.FORGETFUL && exchange.getRequestMethod().equals("POST")) {
        return;
      }
      var bytes = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.getResponseHeaders().set("Request-Id", "req_pretended");
      exchange.sendResponseHeaders(answer.status(), bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private Answer answer(HttpExchange exchange, String key) throws IOException {
    if (!"Bearer sk_test_pretended"
        .equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      return error(401, "invalid_api_key");
    }
    var uri = exchange.getRequestURI();
    var body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    boolean post = exchange.getRequestMethod().equals("POST");
    var asked = fields(post ? body : uri.getRawQuery());
    return key.isEmpty()
        ? now(post, uri.getPath(), asked)
        : kept.computeIfAbsent(key, fresh -> now(post, uri.getPath(), asked));
  }

  private Answer now(boolean post, String path, Map<String, String> asked) {
    if (mood == Mood.FAILING) {
      return error(500, "api_error");
    }
    try {
      return new Answer(200, state.answer(post, path, asked).toString());
    } catch (StripeState.No no) {
      return error(no.status, no.code);
    }
  }

  private static Answer error(int status, String code) {
    var error = StripeState.JSON.createObjectNode();
    error
        .putObject("error")
        .put("type", status == 400 ? "invalid_request_error" : "api_error")
        .put("code", code)
        .put("message", "pretended: " + code);
    return new Answer(status, error.toString());
  }

  private static Map<String, String> fields(@Nullable String encoded) {
    var all = new LinkedHashMap<String, String>();
    if (encoded != null && !encoded.isEmpty()) {
      for (var pair : encoded.split("&")) {
        var parts = pair.split("=", 2);
        all.put(decoded(parts[0]), decoded(parts[1]));
      }
    }
    return all;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
