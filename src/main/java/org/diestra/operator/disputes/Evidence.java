package org.diestra.operator.disputes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.diestra.office.files.Freezes;
import org.diestra.operator.disputes.HistoryStore.Frozen;
import org.diestra.platform.base.Hash;
import org.diestra.platform.base.Ids;
import org.diestra.platform.messaging.Messages;
import org.diestra.work.contracts.Contract;
import org.diestra.work.contracts.ContractTalks;
import org.diestra.work.engagements.Engagement;
import org.diestra.work.engagements.Engagements;
import org.diestra.work.tasks.TaskDisputes;
import org.diestra.work.tasks.TaskId;
import org.erdtman.jcs.JsonCanonicalizer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is frozen when a dispute is opened: the contract, the manual, the task with all that
 * happened to it, and how much was said, so that nobody can say later that it was otherwise.
 */
@Component
class Evidence {
  private static final JsonMapper MAPPER = new JsonMapper();
  private static final Pattern FILE = Pattern.compile("/files/([0-9A-Za-z]{22})(?![0-9A-Za-z])");
  private final TaskDisputes tasks;
  private final Engagements engagements;
  private final Freezes freezes;
  private final Messages messages;
  private final Clock clock;

  Evidence(
      TaskDisputes tasks,
      Engagements engagements,
      Freezes freezes,
      Messages messages,
      Clock clock) {
    this.tasks = tasks;
    this.engagements = engagements;
    this.freezes = freezes;
    this.messages = messages;
    this.clock = clock;
  }

  /**
   * In the transaction of the opening.
   *
   * @param dispute that keeps the workspace's files from being deleted for good
   */
  Frozen of(DisputeId dispute, Contract contract, TaskId task) {
    var root = MAPPER.createObjectNode();
    root.put("document", "diestra-dispute-evidence");
    root.put("format", 1);
    root.put("frozenAt", clock.instant().toString());
    root.putObject("contract")
        .put("id", contract.id().toString())
        .put("number", contract.number())
        .put("version", contract.version())
        .put("sha256", contract.hash())
        .put("signedAt", contract.signedAt().toString());
    var frozen = tasks.evidence(task);
    root.set("task", frozen.task());
    if (frozen.manual() != null) {
      root.set("manual", frozen.manual());
    }
    engagements
        .find(contract.id())
        .map(it -> keep(dispute, it, linked(frozen.task())))
        .ifPresent(kept ->
            root.putObject("workspaceFiles")
                .put("versions", kept.versions())
                .put("sha256", kept.sha256()));
    var said = messages.sum(ContractTalks.NAME, contract.id().value());
    root.putObject("messages").put("count", said.count()).put("sha256", said.sha256());
    try {
      var json = new JsonCanonicalizer(MAPPER.writeValueAsString(root)).getEncodedString();
      return new Frozen(json, Hash.of(json));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the assistant wrote there, and what deliveries point at. */
  private Freezes.Frozen keep(DisputeId dispute, Engagement engagement, Set<UUID> linked) {
    var facts = engagement.facts();
    return freezes.freeze(dispute.value(), facts.workspace(), facts.assistant(), linked);
  }

  /** The files of a workspace that deliveries name by their addresses. */
  static Set<UUID> linked(ObjectNode task) {
    var found = new HashSet<UUID>();
    var deliveries = task.path("deliveries").toString();
    var address = FILE.matcher(deliveries);
    while (address.find()) {
      Ids.read(deliveries.substring(address.start(1), address.end(1))).ifPresent(found::add);
    }
    return found;
  }
}
