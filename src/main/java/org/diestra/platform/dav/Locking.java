package org.diestra.platform.dav;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** LOCK and UNLOCK (RFC 4918, sections 9.10 and 9.11). */
@Component
class Locking {
  private static final Duration USUAL = Duration.ofHours(1);
  private static final Duration LONGEST = Duration.ofHours(12);
  private static final int MOST_OF_A_PERSON = 500;
  private static final int LONGEST_OWNER = 4000;
  private final Locks locks;
  private final LockStore store;
  private final TransactionTemplate changing;
  private final Clock clock;

  Locking(Locks locks, LockStore store, PlatformTransactionManager transactions, Clock clock) {
    this.locks = locks;
    this.store = store;
    this.changing = new TransactionTemplate(transactions);
    this.clock = clock;
  }

  /**
   * @param created whether something empty was put there for it
   */
  private record Held(Lock lock, boolean created) {}

  void lock(Call call) throws IOException {
    if (call.depth() == 1) {
      throw new DavFault(400);
    }
    if (!call.branch().locks()) {
      throw new DavFault(405);
    }
    var body = XmlReader.read(call.request().getInputStream()).orElse(null);
    var held =
        changing.execute(tx -> body == null ? prolonged(call) : taken(call, Request.read(body)));
    if (body != null) {
      call.response().setHeader("Lock-Token", "<" + held.lock().token() + ">");
    }
    var live = new Live(List.of(held.lock()), call.viewer(), true, clock.instant());
    var discovery = Xml.element(Live.DISCOVERY, live.discovery(call.path()));
    Multistatus.single(call.response(), held.created() ? 201 : 200, Dav.name("prop"), discovery);
  }

  private record Request(boolean exclusive, String owner) {
    static Request read(Element body) {
      var scope = body.child(Dav.name("lockscope")).orElseThrow(() -> new DavFault(400));
      boolean exclusive = scope.has(Dav.name("exclusive"));
      boolean write =
          body.child(Dav.name("locktype")).filter(t -> t.has(Dav.name("write"))).isPresent();
      if (!write || exclusive == scope.has(Dav.name("shared"))) {
        throw new DavFault(400);
      }
      var owner = body.child(Dav.name("owner")).map(Element::markup).orElse("");
      if (owner.length() > LONGEST_OWNER) {
        throw new DavFault(413);
      }
      return new Request(exclusive, owner);
    }
  }

  private Held taken(Call call, Request wanted) {
    call.branch().hold(call.viewer(), List.of(call.inner()));
    var node = Locks.find(call, call.path());
    locks.requireConditions(call, node);
    boolean deep = call.depth() == Call.INFINITY && (node == null || node.collection());
    requireFree(call, wanted, deep);
    if (store.count(call.viewer().id(), clock.instant()) >= MOST_OF_A_PERSON) {
      throw new DavFault(507);
    }
    if (node == null) {
      putEmpty(call);
    }
    var token = "urn:uuid:" + UUID.randomUUID();
    var until = until(call);
    var key = call.path().key();
    var lock =
        new Lock(token, key, deep, wanted.exclusive(), wanted.owner(), call.viewer().id(), until);
    store.add(lock, clock.instant());
    return new Held(lock, node == null);
  }

  /** An exclusive one stands alone, for all that it holds for. */
  private void requireFree(Call call, Request wanted, boolean deep) {
    var key = call.path().key();
    boolean taken =
        locks.on(call.path(), deep).stream()
            .filter(other -> other.covers(key) || deep && Lock.isWithin(other.path(), key))
            .anyMatch(other -> wanted.exclusive() || other.exclusive());
    if (taken) {
      throw new DavFault(423, Dav.NO_CONFLICTING_LOCK, Xml.href(call.path().href(false)));
    }
  }

  /** So that the name is taken for whoever locked it (RFC 4918, section 7.3). */
  private void putEmpty(Call call) {
    var parent = call.path().root() ? null : Locks.find(call, call.path().parent());
    if (parent == null || !parent.collection()) {
      throw new DavFault(409);
    }
    locks.requireMembership(call, call.path());
    try (var nothing =
        call.branch().receive(call.viewer(), call.inner(), new ByteArrayInputStream(new byte[0]))) {
      call.branch().put(call.viewer(), call.inner(), nothing);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** One that holds here and that the program shows gets more time. */
  private Held prolonged(Call call) {
    var node = Locks.find(call, call.path());
    if (node == null) {
      throw new DavFault(404);
    }
    if (call.condition() == null) {
      throw new DavFault(400);
    }
    locks.requireConditions(call, node);
    var lock = shown(call, call.tokens());
    if (lock == null) {
      throw new DavFault(412, Dav.LOCK_TOKEN_MATCHES);
    }
    var until = until(call);
    if (!store.prolong(lock.token(), until)) {
      throw new DavFault(412, Dav.LOCK_TOKEN_MATCHES);
    }
    var longer =
        new Lock(
            lock.token(),
            lock.path(),
            lock.deep(),
            lock.exclusive(),
            lock.owner(),
            lock.person(),
            until);
    return new Held(longer, false);
  }

  private @Nullable Lock shown(Call call, Set<String> tokens) {
    var key = call.path().key();
    return locks.on(call.path(), false).stream()
        .filter(lock -> lock.covers(key) && tokens.contains(lock.token()))
        .filter(lock -> lock.person().equals(call.viewer().id()))
        .findFirst()
        .orElse(null);
  }

  void unlock(Call call) {
    var header = call.header("Lock-Token");
    if (header == null) {
      throw new DavFault(400);
    }
    var token = header.strip().replaceAll("^<|>$", "");
    changing.executeWithoutResult(tx -> {
      var node = Locks.find(call, call.path());
      if (node == null) {
        throw new DavFault(404);
      }
      locks.requireConditions(call, node);
      release(call, token);
    });
    call.response().setStatus(204);
  }

  /** Somebody else's is not there to be taken away, but for whoever keeps the place. */
  private void release(Call call, String token) {
    var key = call.path().key();
    var lock =
        locks.on(call.path(), false).stream()
            .filter(one -> one.covers(key) && one.token().equals(token))
            .findFirst()
            .orElseThrow(() -> new DavFault(409, Dav.LOCK_TOKEN_MATCHES));
    boolean own = lock.person().equals(call.viewer().id());
    if (!own && !call.branch().keeps(call.viewer(), call.inner())) {
      throw new DavFault(403);
    }
    store.remove(token);
  }

  /** The first of what is asked for that is understood, within bounds (RFC 4918, section 10.7). */
  private Instant until(Call call) {
    var wanted = USUAL;
    var header = call.header("Timeout");
    if (header != null) {
      wanted =
          Arrays.stream(header.split(","))
              .map(String::strip)
              .flatMap(one -> timeout(one).stream())
              .findFirst()
              .orElse(USUAL);
    }
    var bounded = wanted.compareTo(LONGEST) > 0 ? LONGEST : wanted;
    return clock.instant().plus(bounded.isZero() ? USUAL : bounded);
  }

  private static Optional<Duration> timeout(String one) {
    if (one.equalsIgnoreCase("Infinite")) {
      return Optional.of(LONGEST);
    }
    return one.matches("Second-\\d{1,10}")
        ? Optional.of(Duration.ofSeconds(Long.parseLong(one.substring("Second-".length()))))
        : Optional.empty();
  }
}
