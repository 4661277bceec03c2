package org.diestra.platform.dav;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.namespace.QName;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionStatus;
import org.springframework.transaction.support.TransactionTemplate;

/** PROPPATCH (RFC 4918, section 9.2): all of it, or nothing. */
@Component
class Setting {
  private static final int DONE = 200;
  private static final int FAILED_DEPENDENCY = 424;
  private static final int FORBIDDEN = 403;
  private static final int NO_ROOM = 507;
  private final Locks locks;
  private final DeadProperties dead;
  private final TransactionTemplate changing;

  Setting(Locks locks, DeadProperties dead, PlatformTransactionManager transactions) {
    this.locks = locks;
    this.dead = dead;
    this.changing = new TransactionTemplate(transactions);
  }

  /**
   * @param set whether it is set; else it is taken away
   */
  record Change(boolean set, Element property) {
    QName name() {
      return property.name();
    }
  }

  void proppatch(Call call) throws IOException {
    var body = XmlReader.read(call.request().getInputStream()).orElseThrow(() -> new DavFault(400));
    var changes = read(body);
    var done = changing.execute(tx -> change(call, changes, tx));
    var out = new Multistatus(call.response());
    out.outcomes(call.path().href(done.node().collection()), done.statuses(), Dav.PROTECTED);
    out.end();
  }

  private record Done(Node node, Map<QName, Integer> statuses) {}

  /** In the order of the document. */
  private static List<Change> read(Element body) {
    if (!body.name().equals(Dav.name("propertyupdate"))) {
      throw new DavFault(400);
    }
    var changes = changes(body);
    if (changes.isEmpty()) {
      throw new DavFault(400);
    }
    return changes;
  }

  static List<Change> changes(Element body) {
    var changes = new ArrayList<Change>();
    body.children()
        .filter(e -> e.name().equals(Dav.name("set")) || e.name().equals(Dav.name("remove")))
        .forEach(e -> {
          boolean set = e.name().equals(Dav.name("set"));
          var prop = e.child(Dav.name("prop")).orElseThrow(() -> new DavFault(400));
          prop.children().forEach(property -> changes.add(new Change(set, property)));
        });
    return changes;
  }

  private Done change(Call call, List<Change> changes, TransactionStatus tx) {
    call.branch().hold(call.viewer(), List.of(call.inner()));
    var node = Locks.find(call, call.path());
    if (node == null) {
      throw new DavFault(404);
    }
    locks.requireConditions(call, node);
    locks.requireChange(call, call.path());
    var statuses = apply(call, call.path(), node, changes);
    if (!done(statuses)) {
      tx.setRollbackOnly();
    }
    return new Done(node, statuses);
  }

  static boolean done(Map<QName, Integer> statuses) {
    return statuses.values().stream().allMatch(status -> status == DONE);
  }

  /**
   * What becomes of each, within the transaction: where one can't be, none is, and the caller takes
   * back what was done.
   */
  Map<QName, Integer> apply(Call call, DavPath path, Node node, List<Change> changes) {
    var statuses = new LinkedHashMap<QName, Integer>();
    changes.forEach(one -> statuses.put(one.name(), judge(node, one)));
    var kept = changes.stream().filter(one -> !node.settable().contains(one.name())).toList();
    if (!kept.isEmpty() && done(statuses) && full(node, kept)) {
      kept.forEach(one -> statuses.put(one.name(), NO_ROOM));
    }
    if (done(statuses)) {
      kept.forEach(one -> apply(node, one));
      var own = new LinkedHashMap<QName, Optional<Element>>();
      changes.stream()
          .filter(one -> node.settable().contains(one.name()))
          .forEach(one -> own.put(one.name(), Optional.of(one.property()).filter(p -> one.set())));
      if (!own.isEmpty()) {
        statuses.putAll(call.branch().set(call.viewer(), call.inner(path), node, own));
      }
    }
    if (!done(statuses)) {
      statuses.replaceAll((name, status) -> status == DONE ? FAILED_DEPENDENCY : status);
    }
    return statuses;
  }

  /** One that is there already takes no more room. */
  private boolean full(Node node, List<Change> changes) {
    var there = new HashMap<>(dead.of(List.of(node.id()), null).getOrDefault(node.id(), Map.of()));
    changes.stream()
        .filter(Change::set)
        .forEach(one -> there.put(one.name(), one.property().markup()));
    int size = there.values().stream().mapToInt(String::length).sum();
    return (there.size() > DeadProperties.MOST || size > DeadProperties.LONGEST)
        && changes.stream().anyMatch(Change::set);
  }

  private static int judge(Node node, Change one) {
    if (node.settable().contains(one.name())) {
      return DONE;
    }
    boolean engines = Live.isLive(node, one.name()) && !node.personal().contains(one.name());
    if (!node.noted() || engines) {
      return FORBIDDEN;
    }
    boolean tooLong =
        one.property().name().getLocalPart().length() > 200
            || one.property().name().getNamespaceURI().length() > 1000
            || one.set() && one.property().markup().length() > DeadProperties.LONGEST;
    return tooLong ? NO_ROOM : DONE;
  }

  private void apply(Node node, Change one) {
    if (one.set()) {
      dead.set(node.id(), one.property());
    } else {
      dead.remove(node.id(), one.property().name());
    }
  }
}
