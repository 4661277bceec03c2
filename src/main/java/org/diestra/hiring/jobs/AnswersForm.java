package org.diestra.hiring.jobs;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.diestra.hiring.briefs.Prompt;
import org.diestra.hiring.briefs.Prompts;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.diestra.platform.page.Ui;
import org.springframework.util.MultiValueMap;

/**
 * The second step: the areas' own questions. Which fields there are depends on the areas, so it
 * takes what was sent as it is and looks up what it asked for.
 */
record AnswersForm(Map<String, List<String>> typed, String version) {
  private static final int LONGEST = 300;

  static AnswersForm of(Sketch sketch, int version) {
    return new AnswersForm(sketch.answers(), String.valueOf(version));
  }

  static AnswersForm sent(MultiValueMap<String, String> fields) {
    var version = fields.getFirst("version");
    return new AnswersForm(fields, version == null ? "" : version);
  }

  List<String> chosen(Prompt prompt) {
    return typed.getOrDefault(prompt.id(), List.of());
  }

  String line(Prompt prompt) {
    return chosen(prompt).isEmpty() ? "" : chosen(prompt).getFirst();
  }

  static Map<String, String> options(Prompt prompt) {
    var all = new LinkedHashMap<String, String>();
    prompt.options().forEach(option -> all.put(option, Ui.words(prompt.optionKey(option))));
    return all;
  }

  UnaryOperator<Sketch> read(Set<Area> areas, Problems problems) {
    var reader = new Typed(problems);
    var answers = new LinkedHashMap<String, List<String>>();
    for (var prompt : Prompts.of(areas)) {
      var answer = read(prompt, reader);
      if (!answer.isEmpty()) {
        answers.put(prompt.id(), answer);
      }
    }
    return sketch -> sketch.withAnswers(answers);
  }

  private List<String> read(Prompt prompt, Typed reader) {
    if (prompt.kind() == Prompt.Kind.LINE) {
      var line = reader.line(prompt.id(), line(prompt), LONGEST);
      return line.isEmpty() ? List.of() : List.of(line);
    }
    var chosen = prompt.options().stream().filter(chosen(prompt)::contains).toList();
    return prompt.kind() == Prompt.Kind.ONE ? chosen.stream().limit(1).toList() : chosen;
  }
}
