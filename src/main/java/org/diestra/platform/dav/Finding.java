package org.diestra.platform.dav;

import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** PROPFIND (RFC 4918, section 9.1) and REPORT (RFC 3253, section 3.6). */
@Component
class Finding {
  private static final QName PROP = Dav.name("prop");
  private static final int AT_ONCE = 200; // lines of a report
  private static final long HEAVIEST = 2_000_000; // bytes of what they are about
  private final Locks locks;
  private final DeadProperties dead;
  private final TransactionTemplate reading;
  private final Clock clock;

  Finding(Locks locks, DeadProperties dead, PlatformTransactionManager transactions, Clock clock) {
    this.locks = locks;
    this.dead = dead;
    this.reading = new TransactionTemplate(transactions);
    this.reading.setReadOnly(true);
    // what an answer says of a thing and the thing itself are of one moment
    this.reading.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    this.clock = clock;
  }

  /**
   * What is asked of each node.
   *
   * @param names by name; null for all that there is
   * @param more besides all
   * @param namesOnly without their values
   */
  private record Wanted(@Nullable Set<QName> names, Set<QName> more, boolean namesOnly) {
    private static final int MOST = 200;

    static Wanted read(@Nullable Element body) {
      if (body == null) {
        return new Wanted(null, Set.of(), false);
      }
      if (!body.name().equals(Dav.name("propfind"))) {
        throw new DavFault(400);
      }
      if (body.has(Dav.name("propname"))) {
        return new Wanted(null, Set.of(), true);
      }
      var include = body.child(Dav.name("include")).map(Wanted::names).orElse(Set.of());
      if (body.has(Dav.name("allprop"))) {
        return new Wanted(null, include, false);
      }
      var prop = body.child(PROP).orElseThrow(() -> new DavFault(400));
      return new Wanted(names(prop), Set.of(), false);
    }

    static Set<QName> names(Element prop) {
      var names = new LinkedHashSet<QName>();
      prop.children().forEach(child -> names.add(child.name()));
      if (names.size() > MOST) {
        throw new DavFault(413);
      }
      return names;
    }

    boolean asks(QName name) {
      return names == null || names.contains(name);
    }
  }

  private record Found(DavPath path, Node node) {}

  /** All that the answer says, read in few statements however many nodes there are. */
  private record Seen(List<Found> nodes, Map<UUID, Map<QName, String>> dead, Live live) {}

  void propfind(Call call) throws IOException {
    if (call.depth() == Call.INFINITY) {
      throw new DavFault(403, Dav.FINITE_DEPTH);
    }
    var wanted = Wanted.read(XmlReader.read(call.request().getInputStream()).orElse(null));
    var seen = reading.execute(tx -> look(call, wanted));
    var out = new Multistatus(call.response());
    for (var found : seen.nodes()) {
      write(out, found, wanted, seen);
    }
    out.end();
  }

  private Seen look(Call call, Wanted wanted) {
    var node = Locks.find(call, call.path());
    if (node == null) {
      throw new DavFault(404);
    }
    var nodes = new ArrayList<Found>();
    nodes.add(new Found(call.path(), node));
    if (call.depth() == 1 && node.collection()) {
      for (var child : call.branch().children(call.viewer(), call.inner(), node)) {
        nodes.add(new Found(call.path().child(child.name()), child));
      }
    }
    return new Seen(nodes, deadOf(nodes, wanted), live(call, wanted));
  }

  private Live live(Call call, Wanted wanted) {
    var around =
        wanted.asks(Live.DISCOVERY) && !wanted.namesOnly()
            ? locks.on(call.path(), call.depth() == 1)
            : List.<Lock>of();
    return new Live(around, call.viewer(), call.branch().locks(), clock.instant());
  }

  /** Not asked for where every wanted name is the engine's own. */
  private Map<UUID, Map<QName, String>> deadOf(List<Found> nodes, Wanted wanted) {
    var names = wanted.names();
    boolean liveOnly =
        names != null
            && names.stream().allMatch(Live::isOwn)
            && nodes.stream()
                .noneMatch(f -> f.node().personal().stream().anyMatch(names::contains));
    var noted = nodes.stream().map(Found::node).filter(Node::noted).map(Node::id).toList();
    return liveOnly ? Map.of() : dead.of(noted, names);
  }

  private static void write(Multistatus out, Found found, Wanted wanted, Seen seen)
      throws IOException {
    var node = found.node();
    var own = seen.dead().getOrDefault(node.id(), Map.of());
    var markup = new ArrayList<String>();
    var missing = new ArrayList<QName>();
    if (wanted.namesOnly()) {
      Live.names(node).forEach(name -> markup.add(Xml.element(name).markup()));
      own.keySet().forEach(name -> markup.add(Xml.element(name).markup()));
    } else if (wanted.names() == null) {
      collect(Live.ALL, found, own, seen.live(), markup, new ArrayList<>());
      collect(wanted.more(), found, Map.of(), seen.live(), markup, missing);
      own.forEach((name, value) -> {
        if (!Live.ALL.contains(name)) {
          markup.add(value);
        }
      });
    } else {
      collect(wanted.names(), found, own, seen.live(), markup, missing);
    }
    out.properties(found.path().href(node.collection()), markup, missing);
  }

  private static void collect(
      Collection<QName> names,
      Found found,
      Map<QName, String> own,
      Live live,
      List<String> markup,
      List<QName> missing) {
    for (var name : names) {
      var kept = own.get(name);
      boolean first = kept != null && found.node().personal().contains(name);
      var value = first ? null : live.of(found.node(), found.path(), name);
      if (value != null) {
        markup.add(Xml.element(name, value).markup());
      } else if (kept != null) {
        markup.add(kept);
      } else {
        missing.add(name);
      }
    }
  }

  /**
   * What is looked up is looked up in transactions, and what is written to somebody's line outside
   * of them: a slow reader holds no connection to the database.
   */
  void report(Call call) throws IOException {
    var body = XmlReader.read(call.request().getInputStream()).orElseThrow(() -> new DavFault(400));
    var report = call.branch().reports().get(body.name());
    if (report == null) {
      throw new DavFault(403, Dav.SUPPORTED_REPORT);
    }
    var names = body.child(PROP).map(Wanted::names).orElse(Set.of());
    switch (reading.execute(tx -> answer(call, report, body, names))) {
      case Report.Document(var mediaType, var bytes) -> {
        call.response().setContentType(mediaType);
        call.response().setContentLength(bytes.length);
        call.response().getOutputStream().write(bytes);
      }
      case Report.Lines lines -> write(call, lines, new Wanted(names, Set.of(), false));
    }
  }

  private static Report.Answer answer(Call call, Report report, Element body, Set<QName> names) {
    var node = Locks.find(call, call.path());
    if (node == null) {
      throw new DavFault(404);
    }
    if (!node.reports().contains(body.name())) {
      throw new DavFault(403, Dav.SUPPORTED_REPORT);
    }
    boolean deep = call.header("Depth") != null && call.depth() > 0; // RFC 3253: none is 0
    return report.of(new Report.Question(call.viewer(), call.inner(), node, body, names, deep));
  }

  private void write(Call call, Report.Lines answer, Wanted wanted) throws IOException {
    var out = new Multistatus(call.response());
    for (var some : bundles(answer.lines())) {
      var batch = reading.execute(tx -> batch(call, answer.filler().apply(some), wanted));
      for (var line : batch.lines()) {
        write(out, call, line, wanted, batch.seen());
      }
    }
    out.more(answer.extra());
    out.end();
  }

  private record Batch(List<Report.Line> lines, Seen seen) {}

  private Batch batch(Call call, List<Report.Line> lines, Wanted wanted) {
    var nodes =
        lines.stream()
            .flatMap(
                line -> Stream.ofNullable(line.node()).map(node -> new Found(line.path(), node)))
            .toList();
    return new Batch(lines, new Seen(List.of(), deadOf(nodes, wanted), live(call, wanted)));
  }

  /** As many at a time as memory bears. */
  private static List<List<Report.Line>> bundles(List<Report.Line> lines) {
    var all = new ArrayList<List<Report.Line>>();
    var some = new ArrayList<Report.Line>();
    long weight = 0;
    for (var line : lines) {
      weight += line.node() == null ? 0 : line.node().size();
      some.add(line);
      if (some.size() >= AT_ONCE || weight > HEAVIEST) {
        all.add(List.copyOf(some));
        some.clear();
        weight = 0;
      }
    }
    all.add(List.copyOf(some));
    return all;
  }

  private static void write(Multistatus out, Call call, Report.Line line, Wanted wanted, Seen seen)
      throws IOException {
    var path = new DavPath(joined(call, line.path()));
    if (line.node() == null) {
      // the collection itself is said to be cut short
      out.status(path.href(path.equals(call.path())), line.status());
      return;
    }
    var markup = new ArrayList<String>();
    var missing = new ArrayList<QName>();
    line.own().forEach((name, value) -> markup.add(Xml.element(name, value).markup()));
    var rest = new LinkedHashSet<>(wanted.names() == null ? Set.of() : wanted.names());
    rest.removeAll(line.own().keySet());
    var own = seen.dead().getOrDefault(line.node().id(), Map.of());
    collect(rest, new Found(path, line.node()), own, seen.live(), markup, missing);
    out.properties(path.href(line.node().collection()), markup, missing);
  }

  private static List<String> joined(Call call, DavPath inner) {
    var names = new ArrayList<String>();
    names.add(call.branch().name());
    names.addAll(inner.names());
    return names;
  }
}
