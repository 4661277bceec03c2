package org.diestra.operator.disputes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import org.diestra.operator.disputes.HistoryStore.Frozen;
import org.diestra.platform.base.Hash;
import org.diestra.platform.messaging.Messages;
import org.diestra.work.contracts.Contract;
import org.diestra.work.contracts.ContractTalks;
import org.diestra.work.tasks.TaskDisputes;
import org.diestra.work.tasks.TaskId;
import org.erdtman.jcs.JsonCanonicalizer;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is frozen when a dispute is opened: the contract, the manual, the task with all that
 * happened to it, and how much was said, so that nobody can say later that it was otherwise.
 */
@Component
class Evidence {
  private static final JsonMapper MAPPER = new JsonMapper();
  private final TaskDisputes tasks;
  private final Messages messages;
  private final Clock clock;

  Evidence(TaskDisputes tasks, Messages messages, Clock clock) {
    this.tasks = tasks;
    this.messages = messages;
    this.clock = clock;
  }

  Frozen of(Contract contract, TaskId task) {
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
    var said = messages.sum(ContractTalks.NAME, contract.id().value());
    root.putObject("messages").put("count", said.count()).put("sha256", said.sha256());
    try {
      var json = new JsonCanonicalizer(MAPPER.writeValueAsString(root)).getEncodedString();
      return new Frozen(json, Hash.of(json));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
