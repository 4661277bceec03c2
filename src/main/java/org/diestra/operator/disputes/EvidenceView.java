package org.diestra.operator.disputes;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.diestra.operator.disputes.HistoryStore.Frozen;
import org.diestra.platform.blobs.BlobId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The frozen evidence as a page shows it.
 *
 * @param sha256 of all of it
 * @param manual null where the task follows none
 * @param keptFiles versions of the workspace's files that can't be deleted for good meanwhile
 */
record EvidenceView(
    String sha256,
    Instant frozenAt,
    String contract,
    String contractHash,
    @Nullable Manual manual,
    List<String> criteria,
    int ticked,
    List<Delivery> deliveries,
    List<Remark> remarks,
    int moves,
    int messages,
    int keptFiles) {
  private static final JsonMapper MAPPER = new JsonMapper();

  /**
   * @param confirmedAt when its assistant confirmed this version for the last time, or null
   */
  record Manual(String title, String version, String hash, @Nullable Instant confirmedAt) {}

  record Delivery(
      int round, Instant at, @Nullable String words, List<String> links, List<File> files) {}

  record File(BlobId id, String name, String sha256) {}

  /** What the client found missing, and what it cited. */
  record Remark(String cited, String words) {}

  static EvidenceView of(Frozen frozen) {
    var root = MAPPER.readTree(frozen.json());
    var task = root.get("task");
    var contract = root.get("contract");
    return new EvidenceView(
        frozen.sha256(),
        instant(root, "frozenAt"),
        text(contract, "number"),
        text(contract, "sha256"),
        manual(root.get("manual")),
        all(task.get("criteria")).stream().map(JsonNode::asString).toList(),
        task.get("ticked").size(),
        all(task.get("deliveries")).stream().map(EvidenceView::delivery).toList(),
        all(task.get("moves")).stream()
            .flatMap(move -> all(move.get("remarks")).stream())
            .map(r -> new Remark(text(r, "cited"), text(r, "words")))
            .toList(),
        task.get("moves").size(),
        root.get("messages").get("count").asInt(),
        root.path("workspaceFiles").path("versions").asInt(0));
  }

  private static @Nullable Manual manual(@Nullable JsonNode it) {
    if (it == null) {
      return null;
    }
    var number = it.get("number"); // which older evidence lacks
    var confirmed =
        all(it.get("confirmed")).stream()
            .filter(c -> number != null && c.get("number").asInt() == number.asInt())
            .toList();
    return new Manual(
        text(it, "title"),
        text(it, "version"),
        text(it, "sha256"),
        confirmed.isEmpty() ? null : instant(confirmed.getLast(), "at"));
  }

  private static Delivery delivery(JsonNode it) {
    var words = it.get("words");
    return new Delivery(
        it.get("round").asInt(),
        instant(it, "at"),
        words.isNull() ? null : words.asString(),
        all(it.get("links")).stream().map(JsonNode::asString).toList(),
        all(it.get("files")).stream()
            .filter(file -> file.has("name"))
            .map(file ->
                new File(
                    new BlobId(UUID.fromString(text(file, "id"))),
                    text(file, "name"),
                    text(file, "sha256")))
            .toList());
  }

  boolean holds(BlobId file) {
    return deliveries.stream().flatMap(d -> d.files().stream()).anyMatch(f -> f.id().equals(file));
  }

  private static List<JsonNode> all(JsonNode array) {
    return StreamSupport.stream(array.spliterator(), false).toList();
  }

  private static String text(JsonNode from, String name) {
    return from.get(name).asString();
  }

  private static Instant instant(JsonNode from, String name) {
    return Instant.parse(text(from, name));
  }
}
