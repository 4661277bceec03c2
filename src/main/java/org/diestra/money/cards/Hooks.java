package org.diestra.money.cards;

import com.stripe.exception.SignatureVerificationException;
import com.stripe.net.Webhook;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.diestra.platform.base.Hash;
import org.diestra.platform.data.Audit;
import org.diestra.platform.data.Deed;
import org.diestra.platform.data.HouseRights;
import org.diestra.platform.timers.Timers;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hears what Stripe calls out (docs.stripe.com/webhooks). Only that something has happened to what
 * is kept, and each call once; what it is now is asked afterwards, so that calls which are lost,
 * late, in another order, or come again do no harm.
 */
@Service
class Hooks {
  /** Bytes; Stripe's own are far smaller. */
  static final int MOST = 256 * 1024;

  /** Seconds between when it was signed and when it comes, as Stripe proposes. */
  private static final long TOLERANCE = Webhook.DEFAULT_TOLERANCE;

  /** Stripe sends again for three days, and its operators may for thirty. */
  private static final Duration KEPT = Duration.ofDays(40);

  /** A timer tries for two days by itself; what waits for less is in its hands. */
  private static final Duration PATIENCE = Duration.ofDays(2);

  private static final int MOST_AGAIN = 500;
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final Pattern HEADER = Pattern.compile("t=\\d{1,12}(,v\\d=[0-9a-f]{1,200}){1,10}");
  private static final Pattern ID = Pattern.compile("evt_\\w{1,150}");
  private static final Pattern TYPE = Pattern.compile("[a-z0-9_.]{1,100}");
  private final StripeSettings settings;
  private final HookStore store;
  private final Timers timers;
  private final HouseRights house;
  private final Audit audit;
  private final Clock clock;

  Hooks(
      StripeSettings settings,
      HookStore store,
      Timers timers,
      HouseRights house,
      Audit audit,
      Clock clock) {
    this.settings = settings;
    this.store = store;
    this.timers = timers;
    this.house = house;
    this.audit = audit;
    this.clock = clock;
  }

  /** What became of a call. */
  enum Heard {
    /** It is kept, and looked into at once. */
    FRESH,
    /** It was heard before. */
    AGAIN,
    /** It is of the other mode: live ones are none of a house that tries things out. */
    ELSEWHERE,
    /** Another call has that name. */
    ANOTHER,
    /** Stripe has not said it, or not now. */
    UNSIGNED
  }

  /**
   * What a call is about.
   *
   * @param object its id, such as {@code cs_…}; may be empty
   * @param account the connected account it is of, or empty
   */
  record Call(String id, String type, String object, String account, boolean live, long created) {
    String hash() {
      return Hash.of(String.join("\n", id, type, object, account, live + " " + created));
    }
  }

  /**
   * @param body as it came, at most {@value #MOST} bytes
   * @param signature the header {@code Stripe-Signature}
   */
  @Transactional
  public Heard hear(byte[] body, @Nullable String signature) {
    var text = new String(body, StandardCharsets.UTF_8);
    if (signature == null || !signed(text, signature)) {
      return Heard.UNSIGNED;
    }
    var call = read(text).orElse(null);
    if (call == null) {
      return Heard.UNSIGNED; // signed, but no call that is known
    }
    if (call.live() != settings.live()) {
      return Heard.ELSEWHERE;
    }
    return house.call(() -> keep(call));
  }

  private Heard keep(Call call) {
    var now = clock.instant();
    if (store.add(call, now)) {
      timers.at(now, News.NEWS, call.id());
      return Heard.FRESH;
    }
    if (store.hash(call.id()).filter(call.hash()::equals).isPresent()) {
      return Heard.AGAIN;
    }
    audit.record(
        Deed.of("cards", "differing-call").with("event", call.id()).with("type", call.type()));
    return Heard.ANOTHER;
  }

  private boolean signed(String text, String signature) {
    return HEADER.matcher(signature).matches()
        && settings.secrets().stream().anyMatch(secret -> signed(text, signature, secret));
  }

  private static boolean signed(String text, String signature, String secret) {
    try {
      return Webhook.Signature.verifyHeader(text, signature, secret, TOLERANCE);
    } catch (SignatureVerificationException no) {
      return false;
    }
  }

  /** By hand: a call's object may be of any edition of Stripe's, and none of it is believed. */
  private static Optional<Call> read(String text) {
    try {
      var event = JSON.readTree(text);
      var call =
          new Call(
              event.path("id").asString(""),
              event.path("type").asString(""),
              event.path("data").path("object").path("id").asString(""),
              event.path("account").asString(""),
              event.path("livemode").asBoolean(false),
              event.path("created").asLong(0));
      return Optional.of(call)
          .filter(c -> ID.matcher(c.id()).matches() && TYPE.matcher(c.type()).matches())
          .filter(c -> c.object().length() <= 200 && c.account().length() <= 200);
    } catch (JacksonException notOne) {
      return Optional.empty();
    }
  }

  /**
   * What was heard and could not be looked into, as Stripe was away for longer than a timer is
   * patient, is looked into once more: Stripe has its answer and does not call again.
   */
  @Transactional
  public void again() {
    house.call(() -> {
      var undone = store.undone(clock.instant().minus(PATIENCE), MOST_AGAIN);
      timers.at(clock.instant(), News.NEWS, undone);
      return undone;
    });
  }

  /** What came long ago; with it what nobody could look into in all that time. */
  @Transactional
  public void forget() {
    house.call(() -> store.dropBefore(clock.instant().minus(KEPT)));
  }
}
