package org.diestra.office.statements;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.diestra.office.books.Desk;
import org.diestra.office.dues.Dues;
import org.diestra.office.dues.Dues.Asked;
import org.diestra.office.dues.Standing;
import org.diestra.office.statements.Movement.State;
import org.diestra.office.statements.Suggestion.ByRule;
import org.diestra.office.statements.Suggestion.Payment;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What lines most probably are: first an entry that is there, then the payment of a bill or an
 * invoice, then a transfer between own accounts, then the first rule that fits. Nothing is guessed
 * that a person could not have said in a sentence.
 */
@Service
class Suggestions {
  private final SuggestionStore store;
  private final Rules rules;
  private final Dues dues;

  Suggestions(SuggestionStore store, Rules rules, Dues dues) {
    this.store = store;
    this.rules = rules;
    this.dues = dues;
  }

  /** The first of each line that is open; an entry or line is not offered to two of them. */
  @Transactional(readOnly = true)
  public Map<MovementId, Suggestion> first(Desk desk, List<Movement> movements) {
    var open = movements.stream().filter(m -> m.state() == State.OPEN).toList();
    if (open.isEmpty()) {
      return Map.of();
    }
    var workspace = desk.book().workspace();
    var existing = store.existing(workspace, open);
    var transfers = store.transfers(workspace, open);
    var papers = papers(desk, open);
    var all = rules.all(desk);
    var taken = new HashSet<UUID>(); // entries and papers
    var others = new HashSet<MovementId>();
    var found = new HashMap<MovementId, Suggestion>();
    for (var movement : open) {
      suggest(movement, existing, papers, transfers, all, taken, others).stream()
          .findFirst()
          .ifPresent(one -> found.put(movement.id(), one));
    }
    return found;
  }

  private Map<MovementId, List<Standing>> papers(Desk desk, List<Movement> lines) {
    var asked = new ArrayList<Asked>();
    for (int i = 0; i < lines.size(); i++) {
      var line = lines.get(i);
      var counter = line.counter() == null ? "" : line.counter();
      asked.add(new Asked(i, line.amount(), line.folded(), counter));
    }
    var found = new HashMap<MovementId, List<Standing>>();
    dues.paidBy(desk, asked).forEach((place, some) -> found.put(lines.get(place).id(), some));
    return found;
  }

  private static List<Suggestion> suggest(
      Movement movement,
      Map<MovementId, List<Suggestion.Existing>> existing,
      Map<MovementId, List<Standing>> papers,
      Map<MovementId, List<Suggestion.Transfer>> transfers,
      List<Rule> rules,
      Set<UUID> taken,
      Set<MovementId> others) {
    var found = new ArrayList<Suggestion>();
    existing.getOrDefault(movement.id(), List.of()).stream()
        .filter(one -> taken.add(one.entry().value()))
        .findFirst()
        .ifPresent(found::add);
    if (found.isEmpty()) {
      papers.getOrDefault(movement.id(), List.of()).stream()
          .filter(one -> taken.add(one.due().id().value()))
          .findFirst()
          .map(Payment::new)
          .ifPresent(found::add);
    }
    if (found.isEmpty()) {
      transfers.getOrDefault(movement.id(), List.of()).stream()
          .filter(one -> others.add(one.other()))
          .findFirst()
          .ifPresent(found::add);
    }
    if (found.isEmpty()) {
      Rules.first(rules, movement).map(ByRule::new).ifPresent(found::add);
    }
    return found;
  }

  /** All that come into question for one line. */
  @Transactional(readOnly = true)
  public List<Suggestion> all(Desk desk, Movement movement) {
    var workspace = desk.book().workspace();
    var found = new ArrayList<Suggestion>();
    found.addAll(
        store.existing(workspace, List.of(movement)).getOrDefault(movement.id(), List.of()));
    papers(desk, List.of(movement)).values().stream()
        .flatMap(List::stream)
        .map(Payment::new)
        .forEach(found::add);
    found.addAll(
        store.transfers(workspace, List.of(movement)).getOrDefault(movement.id(), List.of()));
    Rules.first(rules.all(desk), movement).map(ByRule::new).ifPresent(found::add);
    return found;
  }
}
