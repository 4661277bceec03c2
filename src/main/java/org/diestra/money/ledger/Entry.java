package org.diestra.money.ledger;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.diestra.platform.base.Hash;
import org.diestra.platform.base.Money;
import org.jspecify.annotations.Nullable;

/**
 * What is to be posted. It is built line by line and checked when it is posted; a zero is left out.
 *
 * @param key makes posting it twice the same as once: 1–200 characters, the same for the same event
 * @param at when it happened, to the microsecond
 * @param about the page that shows what it was for, an address within the house, or null
 * @param evidence what stands outside of the house for it, such as a bank's reference, or null
 * @param reverses the entry that this one undoes, or null
 */
public record Entry(
    Book book,
    Event event,
    String key,
    Instant at,
    List<Posting> postings,
    @Nullable String about,
    @Nullable String evidence,
    @Nullable UUID reverses) {

  /** Lines of one entry; more are a fault of ours. */
  static final int MOST = 100;

  public Entry {
    postings = List.copyOf(postings);
    at = at.truncatedTo(ChronoUnit.MICROS);
    within("key", key, 200);
    within("about", about, 200);
    within("evidence", evidence, 500);
    if (postings.stream().anyMatch(p -> !p.amount().currency().equals(book.currency()))) {
      throw new IllegalArgumentException("not all in " + book + ": " + postings);
    }
  }

  public static Entry of(Book book, Event event, String key, Instant at) {
    return new Entry(book, event, key, at, List.of(), null, null, null);
  }

  public Entry debit(Account account, Money amount) {
    return with(account, amount);
  }

  public Entry credit(Account account, Money amount) {
    return with(account, amount.negated());
  }

  public Entry about(String page) {
    return new Entry(book, event, key, at, postings, page, evidence, reverses);
  }

  public Entry evidence(String outside) {
    return new Entry(book, event, key, at, postings, about, outside, reverses);
  }

  /** The same with its lines turned round, for an entry that was wrong. */
  Entry opposite(UUID of, String newKey, Instant now) {
    var lines = postings.stream().map(p -> new Posting(p.account(), p.amount().negated())).toList();
    return new Entry(book, Event.REVERSAL, newKey, now, lines, about, evidence, of);
  }

  private Entry with(Account account, Money amount) {
    if (amount.isZero()) {
      return this;
    }
    var more = new ArrayList<>(postings);
    more.add(new Posting(account, amount));
    return new Entry(book, event, key, at, more, about, evidence, reverses);
  }

  /**
   * @throws IllegalArgumentException if it does not sum to zero, or has no or too many lines
   */
  void requireBalanced() {
    long sum = postings.stream().mapToLong(p -> p.amount().minor()).reduce(0, Math::addExact);
    if (sum != 0 || postings.isEmpty() || postings.size() > MOST) {
      throw new IllegalArgumentException("does not balance: " + this);
    }
  }

  /**
   * SHA-256 over all it says but the instant, so that who asks again later asks for the same: book,
   * event, key, page, evidence and what it reverses, each empty where there is none, then account
   * and minor units of each posting. Each is written as its length, a colon, itself and a line end.
   */
  String body() {
    var text = new StringBuilder();
    line(text, book, event, key, about, evidence, reverses);
    postings.forEach(p -> line(text, p.account().code(), p.amount().minor()));
    return Hash.of(text.toString());
  }

  private static void line(StringBuilder text, @Nullable Object... parts) {
    for (var part : parts) {
      var plain = part == null ? "" : part.toString();
      text.append(plain.length()).append(':').append(plain).append('\n');
    }
  }

  private static void within(String what, @Nullable String text, int most) {
    if (text != null && (text.isEmpty() || text.length() > most)) {
      throw new IllegalArgumentException(what + ": " + text);
    }
  }
}
