package org.diestra.hiring.interviews;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;

/**
 * A scorecard, as a browser sends it: for each criterion a field {@code score-…}, and two texts.
 */
record ScorecardForm(Map<String, String> fields) {
  static final String PREFIX = "score-";
  private static final int MOST = 4_000;

  static ScorecardForm of(Scorecard card) {
    var fields = new HashMap<String, String>();
    card.scores().forEach((criterion, score) -> fields.put(PREFIX + criterion, "" + score));
    fields.put("notes", card.notes());
    fields.put("own", card.own());
    return new ScorecardForm(fields);
  }

  String value(String field) {
    return fields.getOrDefault(field, "");
  }

  Scorecard read(PersonId member, List<String> criteria, Problems problems) {
    var typed = new Typed(problems);
    var scores = new HashMap<String, Integer>();
    for (var criterion : criteria) {
      var field = PREFIX + criterion;
      var score = typed.number(field, value(field), 1, Scorecard.BEST, "interviews.score.wrong");
      if (score != null) {
        scores.put(criterion, score);
      }
    }
    var notes = typed.text("notes", value("notes"), MOST);
    var own = typed.text("own", value("own"), MOST);
    return new Scorecard(member, scores, notes, own, null);
  }
}
