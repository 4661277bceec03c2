package org.diestra.platform.dav;

import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diestra.platform.base.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Whether a request may go on: the conditions it sets itself (RFC 9110, section 13; RFC 4918,
 * section 10.4), and the locks of others. To be asked within the transaction that changes.
 */
@Component
class Locks {
  private final LockStore store;
  private final Clock clock;

  Locks(LockStore store, Clock clock) {
    this.store = store;
    this.clock = clock;
  }

  /** What is there, or nothing, of any path in a call's branch. */
  static @Nullable Node find(Call call, DavPath path) {
    try {
      return call.branch().find(call.viewer(), call.inner(path)).orElse(null);
    } catch (NotFound nothing) {
      return null;
    }
  }

  /**
   * @param node what stands at the call's path, or null
   * @throws DavFault 412 where a condition of the request does not hold
   */
  void requireConditions(Call call, @Nullable Node node) {
    Conditional.check(call, node);
    var condition = call.condition();
    var looked = new Looked(new HashMap<>(), new HashMap<>());
    if (condition != null
        && !condition.matches((resource, one) -> holds(call, node, resource, one, looked))) {
      throw new DavFault(412);
    }
  }

  /** What was asked for already. */
  private record Looked(Map<DavPath, List<Lock>> locks, Map<DavPath, Optional<Node>> nodes) {}

  private boolean holds(
      Call call,
      @Nullable Node node,
      @Nullable String resource,
      IfHeader.Condition one,
      Looked looked) {
    var path = resource == null ? call.path() : elsewhere(resource);
    if (path == null) {
      return false;
    }
    if (!one.etag()) {
      return looked.locks().computeIfAbsent(path, p -> on(p, false)).stream()
          .anyMatch(lock -> lock.token().equals(one.value()) && lock.covers(path.key()));
    }
    if (path.equals(call.path())) {
      return node != null && one.value().equals(node.etag());
    }
    boolean ours = !path.root() && path.names().getFirst().equals(call.branch().name());
    return ours
        && looked
            .nodes()
            .computeIfAbsent(path, p -> Optional.ofNullable(find(call, p)))
            .filter(other -> one.value().equals(other.etag()))
            .isPresent();
  }

  /** Null for an address that is none of ours, of which nothing holds. */
  private static @Nullable DavPath elsewhere(String resource) {
    try {
      return Call.pathOf(resource);
    } catch (DavFault notOurs) {
      return null;
    }
  }

  /** Those on the path, on what it lies in and, where {@code deep}, on what lies in it. */
  List<Lock> on(DavPath path, boolean deep) {
    return store.around(path, deep, clock.instant());
  }

  /** For a change of what stands there, which leaves its collection as it is. */
  void requireChange(Call call, DavPath path) {
    var key = path.key();
    requireTokens(call, on(path, false).stream().filter(lock -> lock.covers(key)).toList());
  }

  /**
   * For one that puts something there or takes it away: the collection it lies in is changed too
   * (RFC 4918, section 7.4), and all that is in it.
   */
  void requireMembership(Call call, DavPath path) {
    var key = path.key();
    var parent = path.parent().key();
    var binding =
        on(path, true).stream()
            .filter(lock ->
                lock.covers(key) || lock.path().equals(parent) || Lock.isWithin(lock.path(), key))
            .toList();
    requireTokens(call, binding);
  }

  /**
   * An exclusive lock asks for its token; of shared ones on the same thing one's own is enough (RFC
   * 4918, section 7). A token is worth nothing in somebody else's hands.
   */
  private static void requireTokens(Call call, List<Lock> binding) {
    for (var lock : binding) {
      boolean shown =
          binding.stream()
              .filter(other -> other.equals(lock) || isBeside(other, lock))
              .anyMatch(other -> isShown(call, other));
      if (!shown) {
        throw new DavFault(423, Dav.LOCK_TOKEN_SUBMITTED, Xml.href(lock.href()));
      }
    }
  }

  private static boolean isBeside(Lock other, Lock lock) {
    return !lock.exclusive() && !other.exclusive() && other.path().equals(lock.path());
  }

  private static boolean isShown(Call call, Lock lock) {
    return lock.person().equals(call.viewer().id()) && call.tokens().contains(lock.token());
  }

  /** Of what is gone nothing stays locked. */
  void gone(DavPath path) {
    store.removeAt(path, true);
  }

  /** Another thing stands there now: the lock is on the place, but not on what was within. */
  void replaced(DavPath path) {
    store.removeAt(path, false);
  }
}
