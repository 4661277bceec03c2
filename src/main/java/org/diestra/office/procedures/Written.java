package org.diestra.office.procedures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.diestra.office.procedures.Quiz.Question;
import org.diestra.office.procedures.Step.Condition;
import org.diestra.platform.base.Hash;
import org.diestra.platform.base.Money;
import org.erdtman.jcs.JsonCanonicalizer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Instructions as the one text that is kept and acknowledged: canonical JSON (RFC 8785), so that
 * the same instructions always have the same bytes and the same hash.
 *
 * @param json canonical JSON
 */
public record Written(String json) {
  private static final JsonMapper MAPPER = new JsonMapper();

  public static Written of(Instructions it) {
    var root = MAPPER.createObjectNode();
    root.put("format", 1);
    root.put("title", it.title());
    root.put("purpose", it.purpose());
    var limits = root.putArray("limits");
    it.limits().forEach(limit -> limits.add(limit(limit)));
    var steps = root.putArray("steps");
    it.steps().forEach(step -> steps.add(step(step)));
    var quiz = root.putArray("quiz");
    it.quiz().questions().forEach(question -> quiz.add(question(question)));
    try {
      return new Written(new JsonCanonicalizer(MAPPER.writeValueAsString(root)).getEncodedString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ObjectNode limit(Limit limit) {
    var node = MAPPER.createObjectNode().put("what", limit.what());
    if (limit.upTo() != null) {
      node.put("minor", String.valueOf(limit.upTo().minor()));
      node.put("currency", limit.upTo().currency().getCurrencyCode());
    }
    return node;
  }

  private static ObjectNode step(Step step) {
    var node = MAPPER.createObjectNode();
    node.put("id", step.id().toString());
    node.put("title", step.title());
    node.put("text", step.text());
    var conditions = node.putArray("conditions");
    step.conditions()
        .forEach(c -> conditions.addObject().put("when", c.when()).put("then", c.then()));
    return node;
  }

  private static ObjectNode question(Question question) {
    var node = MAPPER.createObjectNode().put("text", question.text());
    var answers = node.putArray("answers");
    question.answers().forEach(answers::add);
    return node.put("right", question.right());
  }

  /** SHA-256 over the UTF-8 bytes, 64 hexadecimal digits: what is acknowledged. */
  public String hash() {
    return Hash.of(json);
  }

  /** Read back. */
  public Instructions instructions() {
    var root = MAPPER.readTree(json);
    return new Instructions(
        text(root, "title"),
        text(root, "purpose"),
        list(root, "limits").map(Written::limit).toList(),
        list(root, "steps").map(Written::step).toList(),
        new Quiz(list(root, "quiz").map(Written::question).toList()));
  }

  private static Limit limit(JsonNode node) {
    return new Limit(text(node, "what"), upTo(node));
  }

  private static @Nullable Money upTo(JsonNode node) {
    return node.has("minor")
        ? Money.of(Long.parseLong(text(node, "minor")), text(node, "currency"))
        : null;
  }

  private static Step step(JsonNode node) {
    List<Condition> conditions =
        list(node, "conditions").map(c -> new Condition(text(c, "when"), text(c, "then"))).toList();
    return new Step(
        UUID.fromString(text(node, "id")), text(node, "title"), text(node, "text"), conditions);
  }

  private static Question question(JsonNode node) {
    return new Question(
        text(node, "text"),
        list(node, "answers").map(JsonNode::stringValue).toList(),
        node.get("right").intValue());
  }

  private static String text(JsonNode node, String name) {
    return node.get(name).stringValue();
  }

  private static Stream<JsonNode> list(JsonNode node, String name) {
    return StreamSupport.stream(node.get(name).spliterator(), false);
  }
}
