package org.diestra.hiring.screening;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diestra.platform.base.Refusal;

/**
 * What the rules found in the texts of a form.
 *
 * @param found by the name of the field
 */
public record Screened(Place place, Map<String, List<Finding>> found) {

  /** Why this can't go out, at the first field that a rule blocks; empty where it may. */
  public Optional<Refusal> refusal() {
    return found.entrySet().stream()
        .flatMap(field ->
            field.getValue().stream()
                .filter(finding -> finding.action() == Action.BLOCK)
                .map(finding ->
                    Refusal.invalid(field.getKey(), "screening.found", finding, finding.excerpt())))
        .findFirst();
  }

  /** What the writer is told while the text goes out; each rule speaks once. */
  public List<Finding> warnings() {
    return of(Action.WARN);
  }

  /** What an operator should look at. */
  List<Finding> reviews() {
    return of(Action.REVIEW);
  }

  private List<Finding> of(Action action) {
    return found.values().stream()
        .flatMap(Collection::stream)
        .filter(finding -> finding.action() == action)
        .collect(
            java.util.stream.Collectors.toMap(
                Finding::rule, finding -> finding, (one, other) -> one, java.util.TreeMap::new))
        .values()
        .stream()
        .toList();
  }
}
