package org.diestra.hiring.screening;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.stereotype.Service;

/** The door to the operator's rules for what people publish. */
@Service
public class Screening {
  /** Longer than any form takes; what is beyond is not read. */
  private static final int LONGEST = 50_000;

  private final RuleStore store;

  Screening(RuleStore store) {
    this.store = store;
  }

  /** What the rules of that place find in a text, at most one find a rule. One statement. */
  public List<Finding> check(String text, Place place) {
    return find(store.active(place), text);
  }

  /** The same for many texts, reading the rules once. */
  public Function<String, List<Finding>> reader(Place place) {
    var rules = store.active(place);
    return text -> find(rules, text);
  }

  /**
   * Reads the texts of a form. One statement.
   *
   * @param texts by the name of the field into which each was typed
   */
  public Screened read(Place place, Map<String, String> texts) {
    var rules = store.active(place);
    var found = new LinkedHashMap<String, List<Finding>>();
    texts.forEach((field, text) -> found.put(field, find(rules, text)));
    return new Screened(place, found);
  }

  static List<Finding> find(List<Rule> rules, String text) {
    var tokens = Tokens.of(text.length() > LONGEST ? text.substring(0, LONGEST) : text);
    return rules.stream().flatMap(rule -> rule.find(tokens).stream()).toList();
  }
}
