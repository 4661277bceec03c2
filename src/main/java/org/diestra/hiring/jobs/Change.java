package org.diestra.hiring.jobs;

import static org.diestra.platform.page.Ui.words;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diestra.hiring.briefs.Prompts;

/**
 * One thing that two editions say differently, in the reader's words. Only while a page is being
 * rendered.
 *
 * @param key the message that names it
 */
record Change(String key, List<Lines.Pair> lines) {
  static List<Change> between(Sketch before, Sketch after) {
    var was = said(before);
    var is = said(after);
    var changes = new ArrayList<Change>();
    is.forEach((key, lines) -> {
      var old = was.getOrDefault(key, List.of());
      if (!old.equals(lines)) {
        changes.add(new Change(key, Lines.compare(old, lines)));
      }
    });
    return changes;
  }

  private static Map<String, List<String>> said(Sketch sketch) {
    var all = new LinkedHashMap<String, List<String>>();
    all.put("jobs.said.title", lines(sketch.title()));
    all.put("jobs.said.about", lines(sketch.about()));
    all.put("jobs.said.areas", lines(JobText.areas(sketch.areas())));
    all.put("jobs.said.answers", answers(sketch));
    all.put("jobs.said.pay", sketch.pay() == null ? List.of() : lines(JobText.pay(sketch.pay())));
    all.put("jobs.said.volume", volume(sketch));
    all.put("jobs.said.languages", lines(JobText.languages(sketch.languages())));
    all.put(
        "jobs.said.overlap",
        sketch.overlap() == null ? List.of() : lines(JobText.overlap(sketch.overlap())));
    all.put("jobs.said.start", lines(JobText.start(sketch.start())));
    all.put("jobs.said.questions", sketch.questions().stream().map(Question::text).toList());
    all.put("jobs.said.instructions", lines(sketch.instructions()));
    all.put("jobs.said.manual", manual(sketch));
    return all;
  }

  private static List<String> lines(String text) {
    return text.lines().toList();
  }

  private static List<String> answers(Sketch sketch) {
    return Prompts.of(sketch.areas()).stream()
        .filter(prompt -> sketch.answers().containsKey(prompt.id()))
        .map(prompt ->
            words(prompt.key())
                + " "
                + JobText.answer(prompt, sketch.answers().getOrDefault(prompt.id(), List.of())))
        .toList();
  }

  private static List<String> volume(Sketch sketch) {
    var volume = sketch.volume();
    return volume == null ? List.of() : List.of(JobText.volume(volume), JobText.span(volume));
  }

  private static List<String> manual(Sketch sketch) {
    var manual = sketch.manual();
    return manual == null ? List.of() : List.of(words("jobs.manual." + manual.slug()));
  }
}
