package org.diestra.platform.dav;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** MKCOL, DELETE, COPY and MOVE (RFC 4918, sections 9.3, 9.6, 9.8 and 9.9). */
@Component
class Changes {
  private final Locks locks;
  private final DeadProperties dead;
  private final TransactionTemplate changing;

  Changes(Locks locks, DeadProperties dead, PlatformTransactionManager transactions) {
    this.locks = locks;
    this.dead = dead;
    this.changing = new TransactionTemplate(transactions);
  }

  void mkcol(Call call) throws IOException {
    if (call.request().getInputStream().read() >= 0) {
      throw new DavFault(415);
    }
    changing.executeWithoutResult(tx -> {
      call.branch().hold(call.viewer(), List.of(call.inner()));
      var node = Locks.find(call, call.path());
      locks.requireConditions(call, node);
      if (node != null) {
        throw new DavFault(405);
      }
      requireParent(call, call.path());
      locks.requireMembership(call, call.path());
      call.branch().makeCollection(call.viewer(), call.inner());
    });
    call.response().setStatus(201);
  }

  void delete(Call call) {
    if (call.depth() != Call.INFINITY) {
      throw new DavFault(400);
    }
    changing.executeWithoutResult(tx -> {
      call.branch().hold(call.viewer(), List.of(call.inner()));
      var node = there(call);
      locks.requireMembership(call, call.path());
      call.branch().delete(call.viewer(), call.inner(), node);
      locks.gone(call.path());
    });
    call.response().setStatus(204);
  }

  void move(Call call) {
    if (call.depth() != Call.INFINITY) {
      throw new DavFault(400);
    }
    var to = call.destination();
    boolean replaced =
        changing.execute(tx -> {
          var node = begin(call, to);
          locks.requireMembership(call, call.path());
          var old = target(call, to);
          call.branch().move(call.viewer(), node, call.inner(to));
          locks.gone(call.path());
          if (old != null) {
            locks.replaced(to);
          }
          return old != null;
        });
    call.response().setStatus(replaced ? 204 : 201);
  }

  void copy(Call call) {
    if (call.depth() == 1) {
      throw new DavFault(400);
    }
    var to = call.destination();
    boolean replaced =
        changing.execute(tx -> {
          var node = begin(call, to);
          var old = target(call, to);
          boolean deep = call.depth() == Call.INFINITY;
          var copies = call.branch().copy(call.viewer(), node, call.inner(to), deep);
          dead.copy(copies);
          if (old != null) {
            locks.replaced(to);
          }
          return old != null;
        });
    call.response().setStatus(replaced ? 204 : 201);
  }

  /** What is to be moved or copied, which must not end up within itself. */
  private Node begin(Call call, DavPath to) {
    call.branch().hold(call.viewer(), List.of(call.inner(), call.inner(to)));
    var node = there(call);
    if (to.equals(call.path()) || to.within(call.path()) || call.path().within(to)) {
      throw new DavFault(403);
    }
    return node;
  }

  private Node there(Call call) {
    var node = Locks.find(call, call.path());
    if (node == null) {
      throw new DavFault(404);
    }
    locks.requireConditions(call, node);
    return node;
  }

  /** What stands where something is to come, and may be written over. */
  private @Nullable Node target(Call call, DavPath to) {
    var old = Locks.find(call, to);
    if (old != null && !call.overwrites()) {
      throw new DavFault(412);
    }
    requireParent(call, to);
    locks.requireMembership(call, to);
    return old;
  }

  private static void requireParent(Call call, DavPath path) {
    var parent = Locks.find(call, path.parent());
    if (parent == null || !parent.collection()) {
      throw new DavFault(409);
    }
  }
}
