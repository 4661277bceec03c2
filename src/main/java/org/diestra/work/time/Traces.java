package org.diestra.work.time;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.diestra.work.contracts.WorkTrace;
import org.diestra.work.contracts.WorkTrace.Trace;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What was done in the hours that somebody recorded, beside them. */
@Component
class Traces {
  private final ObjectProvider<WorkTrace> sources; // of other modules

  Traces(ObjectProvider<WorkTrace> sources) {
    this.sources = sources;
  }

  /**
   * The same thing done again and again within a line, as who saves a draft does.
   *
   * @param first the first time
   */
  record Done(Trace first, int times) {
    private boolean again(Trace other) {
      return first.key().equals(other.key())
          && first.args().equals(other.args())
          && Objects.equals(first.href(), other.href());
    }
  }

  /**
   * @param lines in the order of their start, at least one
   */
  Map<EntryId, List<Done>> beside(Desk desk, List<Entry> lines) {
    var from = lines.getFirst().facts().span().from();
    var to = lines.getLast().facts().span().to();
    var all = new ArrayList<Trace>();
    sources.forEach(s -> all.addAll(s.of(desk.id(), desk.contract().assistant(), from, to)));
    all.sort(Comparator.comparing(Trace::at));
    var found = new HashMap<EntryId, List<Done>>();
    for (var trace : all) {
      lines.stream()
          .map(Entry::facts)
          .filter(f -> !trace.at().isBefore(f.span().from()) && trace.at().isBefore(f.span().to()))
          .findFirst()
          .ifPresent(f -> add(found.computeIfAbsent(f.id(), id -> new ArrayList<>()), trace));
    }
    return found;
  }

  private static void add(List<Done> done, Trace trace) {
    for (int i = 0; i < done.size(); i++) {
      if (done.get(i).again(trace)) {
        done.set(i, new Done(done.get(i).first(), done.get(i).times() + 1));
        return;
      }
    }
    done.add(new Done(trace, 1));
  }
}
