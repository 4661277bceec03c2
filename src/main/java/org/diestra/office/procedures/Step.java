package org.diestra.office.procedures;

import java.util.List;
import java.util.UUID;
import org.diestra.platform.base.Ids;

/**
 * One step. Its id stays the same from version to version, so that questions, tasks and change
 * requests keep pointing at it.
 *
 * @param title 1–120 characters
 * @param text Markdown, at most {@value #LONGEST} characters; items to be ticked off are its
 *     checklist
 * @param conditions at most {@value #MOST_CONDITIONS}
 */
public record Step(UUID id, String title, String text, List<Condition> conditions) {
  public static final int LONGEST = 20_000;
  public static final int LONGEST_TITLE = 120;
  public static final int MOST_CONDITIONS = 12;

  /**
   * What is to be done differently when something is so.
   *
   * @param when 1–300 characters, without the "if": "the invoice is above 500 €"
   * @param then 1–300 characters: "ask me before you record it"
   */
  public record Condition(String when, String then) {
    public static final int LONGEST = 300;

    public Condition {
      Instructions.within("when", when, 1, LONGEST);
      Instructions.within("then", then, 1, LONGEST);
    }
  }

  public Step {
    conditions = List.copyOf(conditions);
    Instructions.within("title", title, 1, LONGEST_TITLE);
    Instructions.within("text", text, 0, LONGEST);
    if (conditions.size() > MOST_CONDITIONS) {
      throw new IllegalArgumentException("conditions: " + conditions.size());
    }
  }

  /** Its id as it stands in addresses. */
  public String key() {
    return Ids.text(id);
  }

  /** Where it begins on a page. */
  public String anchor() {
    return "s-" + key();
  }

  public static Step fresh(String title, String text, List<Condition> conditions) {
    return new Step(Ids.fresh(), title, text, conditions);
  }
}
