package org.diestra.platform.dav;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
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
  private record Change(boolean set, Element property) {}

  void proppatch(Call call) throws IOException {
    var body = XmlReader.read(call.request().getInputStream()).orElseThrow(() -> new DavFault(400));
    var changes = read(body);
    var done = changing.execute(tx -> change(call, changes));
    try (var out = new Multistatus(call.response())) {
      out.outcomes(call.path().href(done.node().collection()), done.statuses(), Dav.PROTECTED);
    }
  }

  private record Done(Node node, Map<QName, Integer> statuses) {}

  /** In the order of the document. */
  private static List<Change> read(Element body) {
    if (!body.name().equals(Dav.name("propertyupdate"))) {
      throw new DavFault(400);
    }
    var changes = new ArrayList<Change>();
    body.children()
        .filter(e -> e.name().equals(Dav.name("set")) || e.name().equals(Dav.name("remove")))
        .forEach(e -> {
          boolean set = e.name().equals(Dav.name("set"));
          var prop = e.child(Dav.name("prop")).orElseThrow(() -> new DavFault(400));
          prop.children().forEach(property -> changes.add(new Change(set, property)));
        });
    if (changes.isEmpty()) {
      throw new DavFault(400);
    }
    return changes;
  }

  private Done change(Call call, List<Change> changes) {
    call.branch().hold(call.viewer(), List.of(call.inner()));
    var node = Locks.find(call, call.path());
    if (node == null) {
      throw new DavFault(404);
    }
    locks.requireConditions(call, node);
    locks.requireChange(call, call.path());
    var statuses = judge(node, changes);
    if (statuses.values().stream().allMatch(status -> status == DONE)) {
      changes.forEach(one -> apply(node, one));
    }
    return new Done(node, statuses);
  }

  /** Where one can't be, none is. */
  private Map<QName, Integer> judge(Node node, List<Change> changes) {
    var statuses = new LinkedHashMap<QName, Integer>();
    changes.forEach(one -> statuses.put(one.property().name(), judge(node, one)));
    boolean full = dead.count(node.id()) + statuses.size() > DeadProperties.MOST;
    if (full && changes.stream().anyMatch(Change::set)) {
      statuses.replaceAll((name, status) -> status == DONE ? NO_ROOM : status);
    }
    if (statuses.values().stream().anyMatch(status -> status != DONE)) {
      statuses.replaceAll((name, status) -> status == DONE ? FAILED_DEPENDENCY : status);
    }
    return statuses;
  }

  private static int judge(Node node, Change one) {
    if (Live.isLive(node, one.property().name())) {
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
