package org.diestra.work.tasks;

import java.util.List;
import java.util.Map;
import org.diestra.office.learning.Readings;
import org.diestra.office.manuals.Manuals;
import org.diestra.platform.base.Money;
import org.diestra.platform.blobs.Blob;
import org.diestra.platform.blobs.BlobId;
import org.diestra.platform.blobs.Blobs;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What was agreed on a task and what became of it, to be kept as evidence. */
@Component
public class TaskEvidence {
  private static final JsonMapper MAPPER = new JsonMapper();
  private final TraceStore traces;
  private final TickStore ticks;
  private final Manuals manuals;
  private final Readings readings;
  private final Blobs blobs;

  TaskEvidence(
      TraceStore traces, TickStore ticks, Manuals manuals, Readings readings, Blobs blobs) {
    this.traces = traces;
    this.ticks = ticks;
    this.manuals = manuals;
    this.readings = readings;
    this.blobs = blobs;
  }

  /**
   * @param task with its criteria, moves, deliveries and ticks
   * @param manual the pinned version and who confirmed it when; null for work that follows none
   */
  public record Frozen(ObjectNode task, @Nullable ObjectNode manual) {}

  Frozen of(Task task) {
    var facts = task.facts();
    var root = MAPPER.createObjectNode();
    root.put("id", facts.id().toString());
    root.put("number", facts.place().number());
    root.put("title", facts.work().title());
    root.put("brief", facts.work().brief());
    root.put("stage", task.stage().name());
    root.put("version", facts.version());
    money(root, "price", facts.work().price());
    money(root, "released", facts.count().released());
    var due = facts.work().due();
    if (due != null) {
      root.put("due", due.at().toString()).put("zone", due.zone().getId());
    }
    root.put("rounds", facts.count().rounds()).put("roundsUsed", facts.count().used());
    var criteria = root.putArray("criteria");
    facts.work().criteria().stream().map(Work.Criterion::text).forEach(criteria::add);
    var ticked = root.putArray("ticked");
    ticks.of(facts.id()).stream().sorted().forEach(ticked::add);
    moves(facts.id(), root.putArray("moves"));
    deliveries(facts.id(), root.putArray("deliveries"));
    return new Frozen(root, manual(facts));
  }

  private void moves(TaskId id, ArrayNode moves) {
    var remarks = traces.remarks(id);
    for (var move : traces.moves(id)) {
      var one = moves.addObject();
      one.put("version", move.version()).put("at", move.at().toString());
      one.put("from", move.from() == null ? null : move.from().name());
      one.put("to", move.to().name());
      one.put("side", move.side() == null ? null : move.side().name());
      one.put("words", move.words());
      money(one, "released", move.released());
      var said = one.putArray("remarks");
      for (var remark : remarks.getOrDefault(move.version(), List.of())) {
        said.addObject().put("cited", remark.cited()).put("words", remark.words());
      }
    }
  }

  private void deliveries(TaskId id, ArrayNode all) {
    var found = traces.deliveries(id).reversed();
    var files = blobs.all(found.stream().flatMap(d -> d.files().stream()).distinct().toList());
    for (var delivery : found) {
      var one = all.addObject();
      one.put("round", delivery.round()).put("at", delivery.at().toString());
      one.put("words", delivery.words());
      var links = one.putArray("links");
      delivery.links().forEach(links::add);
      files(delivery.files(), files, one.putArray("files"));
    }
  }

  private static void files(List<BlobId> ids, Map<BlobId, Blob> known, ArrayNode all) {
    for (var id : ids) {
      var file = known.get(id);
      var one = all.addObject().put("id", id.value().toString());
      if (file != null) {
        one.put("name", file.name()).put("bytes", file.size()).put("sha256", file.sha256().hex());
      }
    }
  }

  private @Nullable ObjectNode manual(Facts facts) {
    var procedure = facts.work().procedure();
    var pinned = facts.count().pinned();
    if (procedure == null || pinned == null) {
      return null;
    }
    var version = manuals.version(procedure, pinned);
    var instructions = version.written().instructions();
    var root = MAPPER.createObjectNode();
    root.put("procedure", procedure.toString());
    root.put("title", instructions.title());
    root.put("number", pinned).put("version", version.version().toString());
    root.put("sha256", version.hash());
    root.put("publishedAt", version.publishedAt().toString());
    var steps = root.putArray("steps");
    instructions.steps().forEach(step -> steps.add(step.title()));
    var confirmed = root.putArray("confirmed");
    for (var it : readings.confirmed(facts.place().assistant(), procedure)) {
      confirmed.addObject().put("number", it.number()).put("at", it.at().toString());
    }
    return root;
  }

  private static void money(ObjectNode to, String name, @Nullable Money amount) {
    if (amount != null) {
      to.put(name, amount.toString());
    }
  }
}
