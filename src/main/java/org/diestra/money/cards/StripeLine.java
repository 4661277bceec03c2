package org.diestra.money.cards;

import com.stripe.Stripe;
import com.stripe.StripeClient;
import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.exception.StripeException;
import com.stripe.net.RequestOptions;
import com.stripe.service.V1Services;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The one line to Stripe. It tells apart what Stripe refuses, which asking again does not change,
 * and what nobody knows the outcome of. It is asked outside of any transaction.
 */
@Component
class StripeLine {
  private static final Logger LOG = LoggerFactory.getLogger(StripeLine.class);
  private static final int CONNECT = 5_000;
  private static final int READ = 20_000;

  /** Refusals that another day may lift. */
  private static final Set<String> LATER =
      Set.of("balance_insufficient", "insufficient_funds", "lock_timeout", "rate_limit");

  private final @Nullable StripeClient client;
  private final Clock clock;
  private final AtomicReference<@Nullable Failure> failure = new AtomicReference<>();

  StripeLine(StripeSettings settings, Clock clock) {
    Stripe.enableTelemetry = false; // how long its answers took is nobody's business
    this.client =
        settings.known()
            ? StripeClient.builder()
                .setApiKey(settings.key())
                .setApiBase(settings.api())
                .setConnectTimeout(CONNECT)
                .setReadTimeout(READ)
                .setMaxNetworkRetries(0) // timers ask again, later and later
                .build()
            : null;
    this.clock = clock;
  }

  /** What is asked over it. */
  interface Question<T> {
    T of(V1Services stripe) throws StripeException;
  }

  /**
   * Stripe says no, and will say so again.
   *
   * <p>Its code is one of docs.stripe.com/error-codes.
   */
  static final class Refusal extends RuntimeException {
    private final String code;

    Refusal(String code) {
      super("Stripe refuses: " + code);
      this.code = code;
    }

    String code() {
      return code;
    }
  }

  /** Nobody knows what became of it, or it can't be done now: it is to be asked again. */
  static final class Silence extends RuntimeException {
    private final boolean answered;

    Silence(String why, boolean answered) {
      super("no word of Stripe: " + why);
      this.answered = answered;
    }

    /** Whether it did answer: then it keeps that answer for whatever has the same key. */
    boolean answered() {
      return answered;
    }
  }

  /**
   * What last went wrong on the line.
   *
   * @param code a word, never a text of theirs
   */
  record Failure(String code, Instant at) {}

  /**
   * @throws Refusal if Stripe refuses it
   * @throws Silence if nobody knows, or there is no account
   */
  <T> T ask(Question<T> question) {
    if (client == null) {
      throw new Silence("no key", false);
    }
    try {
      var answer = question.of(client.v1());
      failure.set(null);
      return answer;
    } catch (StripeException problem) {
      throw told(problem);
    }
  }

  /** So that asking twice is as once, for a day at least. */
  static RequestOptions once(String key) {
    return RequestOptions.builder().setIdempotencyKey(key).build();
  }

  /** Empty where the last question was answered. */
  Optional<Failure> failure() {
    return Optional.ofNullable(failure.get());
  }

  private RuntimeException told(StripeException problem) {
    var code = Objects.requireNonNullElse(problem.getCode(), problem.getClass().getSimpleName());
    if (definite(problem) && !LATER.contains(code)) {
      return new Refusal(code);
    }
    failure.set(new Failure(code, clock.instant()));
    LOG.warn("Stripe: {} ({}, status {})", code, problem.getRequestId(), problem.getStatusCode());
    var status = problem.getStatusCode();
    return new Silence(code, status != null && status >= 400); // 0 where the line broke
  }

  private static boolean definite(StripeException problem) {
    return problem instanceof InvalidRequestException || problem instanceof CardException;
  }
}
