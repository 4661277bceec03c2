package org.diestra.work.time;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diestra.work.contracts.WorkTrace;
import org.diestra.work.contracts.WorkTrace.Trace;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** What was done in the hours that somebody recorded, beside them. */
@Component
class Traces {
  private final ObjectProvider<WorkTrace> sources; // of modules above

  Traces(ObjectProvider<WorkTrace> sources) {
    this.sources = sources;
  }

  /**
   * @param lines in the order of their start, at least one
   */
  Map<EntryId, List<Trace>> beside(Desk desk, List<Entry> lines) {
    var from = lines.getFirst().facts().span().from();
    var to = lines.getLast().facts().span().to();
    var all = new ArrayList<Trace>();
    sources.forEach(s -> all.addAll(s.of(desk.id(), desk.contract().assistant(), from, to)));
    all.sort(Comparator.comparing(Trace::at));
    var found = new HashMap<EntryId, List<Trace>>();
    for (var trace : all) {
      lines.stream()
          .map(Entry::facts)
          .filter(f -> !trace.at().isBefore(f.span().from()) && trace.at().isBefore(f.span().to()))
          .findFirst()
          .ifPresent(f -> found.computeIfAbsent(f.id(), id -> new ArrayList<>()).add(trace));
    }
    return found;
  }
}
