package org.diestra.platform.dav;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * MKCOL and MKCALENDAR (RFC 4918, section 9.3; RFC 5689; RFC 4791, section 5.3.1), DELETE, COPY and
 * MOVE (RFC 4918, sections 9.6, 9.8 and 9.9).
 */
@Component
class Changes {
  private final Locks locks;
  private final DeadProperties dead;
  private final Setting setting;
  private final TransactionTemplate changing;

  Changes(
      Locks locks, DeadProperties dead, Setting setting, PlatformTransactionManager transactions) {
    this.locks = locks;
    this.dead = dead;
    this.setting = setting;
    this.changing = new TransactionTemplate(transactions);
  }

  /**
   * What a collection is to be (RFC 5689).
   *
   * @param kinds what stands in its {@code resourcetype}
   */
  private record Wanted(Set<QName> kinds, List<Setting.Change> properties) {
    private static final QName KIND = Dav.name("resourcetype");

    static Wanted read(@Nullable Element body, boolean calendar) {
      var all = body == null ? List.<Setting.Change>of() : Setting.changes(body);
      var root = calendar ? new QName(Dav.CALDAV, "mkcalendar") : Dav.name("mkcol");
      if (body != null && !body.name().equals(root) || all.stream().anyMatch(one -> !one.set())) {
        throw new DavFault(body != null && body.name().equals(root) ? 400 : 415);
      }
      var kinds = new LinkedHashSet<QName>();
      kinds.add(Dav.COLLECTION);
      if (calendar) {
        kinds.add(Dav.CALENDAR);
      }
      all.stream()
          .filter(one -> one.name().equals(KIND))
          .flatMap(one -> one.property().children())
          .forEach(kind -> kinds.add(kind.name()));
      return new Wanted(kinds, all.stream().filter(one -> !one.name().equals(KIND)).toList());
    }

    Map<QName, Element> byName() {
      var map = new LinkedHashMap<QName, Element>();
      properties.forEach(one -> map.put(one.name(), one.property()));
      return map;
    }
  }

  void mkcol(Call call) throws IOException {
    var type = Objects.requireNonNullElse(call.request().getContentType(), "");
    boolean calendar = call.request().getMethod().equals("MKCALENDAR");
    boolean xml = type.startsWith("application/xml") || type.startsWith("text/xml");
    if (!xml && !calendar && call.request().getInputStream().read() >= 0) {
      throw new DavFault(415);
    }
    var body = XmlReader.read(call.request().getInputStream()).orElse(null);
    var wanted = Wanted.read(body, calendar);
    var statuses = changing.execute(tx -> made(call, wanted, calendar, tx));
    call.response().setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
    if (Setting.done(statuses)) {
      call.response().setStatus(201);
    } else {
      var root = Dav.name("mkcol-response");
      Multistatus.single(call.response(), 403, root, Multistatus.outcomes(statuses, null));
    }
  }

  private Map<QName, Integer> made(
      Call call, Wanted wanted, boolean calendar, TransactionStatus tx) {
    call.branch().hold(call.viewer(), List.of(call.inner()));
    var there = Locks.find(call, call.path());
    locks.requireConditions(call, there);
    if (there != null) {
      throw calendar ? new DavFault(403, Dav.RESOURCE_NULL) : new DavFault(405);
    }
    requireParent(call, call.path());
    locks.requireMembership(call, call.path());
    var taken =
        call.branch().makeCollection(call.viewer(), call.inner(), wanted.kinds(), wanted.byName());
    var rest = wanted.properties().stream().filter(p -> !taken.contains(p.name())).toList();
    if (rest.isEmpty()) {
      return Map.of();
    }
    var node = Locks.find(call, call.path());
    if (node == null) {
      throw new IllegalStateException("made, and not there: " + call.path());
    }
    var statuses = setting.apply(call, call.path(), node, rest);
    if (!Setting.done(statuses)) {
      tx.setRollbackOnly();
    }
    return statuses;
  }

  void delete(Call call) {
    changing.executeWithoutResult(tx -> {
      call.branch().hold(call.viewer(), List.of(call.inner()));
      var node = there(call);
      requireWhole(call, node);
      locks.requireMembership(call, call.path());
      boolean silent = "F".equalsIgnoreCase(call.header("Schedule-Reply"));
      call.branch().delete(call.viewer(), call.inner(), node, silent);
      locks.gone(call.path());
    });
    call.response().setStatus(204);
  }

  void move(Call call) {
    var to = call.destination();
    boolean replaced =
        changing.execute(tx -> {
          var node = begin(call, to);
          requireWhole(call, node);
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

  /** Of a collection nothing is left behind (RFC 4918, sections 9.6.1 and 9.9.2). */
  private static void requireWhole(Call call, Node node) {
    if (node.collection() && call.depth() != Call.INFINITY) {
      throw new DavFault(400);
    }
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
