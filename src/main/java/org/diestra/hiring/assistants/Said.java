package org.diestra.hiring.assistants;

import java.util.ArrayList;
import java.util.List;
import org.diestra.platform.page.Formats;

/**
 * One filter that is set, in words.
 *
 * @param filter as {@link Wanted#without} takes it
 */
record Said(String filter, String text) {
  static List<Said> of(Wanted wanted, Formats words) {
    var all = new ArrayList<Said>();
    if (!wanted.words().isEmpty()) {
      all.add(new Said("q", "“" + wanted.words() + "”"));
    }
    wanted.areas().forEach(a -> all.add(new Said("area:" + a.slug(), words.words(a.key()))));
    var fluency = wanted.fluency();
    if (fluency != null) {
      var name = fluency.name(words.locale());
      var text = words.words("assistants.chip.language", name, fluency.level().name());
      all.add(new Said("language", text));
    }
    var most = wanted.most();
    if (most != null) {
      all.add(new Said("max", words.words("assistants.chip.max", most)));
    }
    add(all, words, "shared", "assistants.chip.shared", wanted.shared());
    add(all, words, "years", "assistants.chip.years", wanted.years());
    add(all, words, "free", "assistants.chip.free", wanted.free());
    add(all, words, "rating", "assistants.chip.rating", wanted.rating());
    return all;
  }

  private static void add(List<Said> all, Formats words, String filter, String key, int number) {
    if (number > 0) {
      all.add(new Said(filter, words.words(key, number)));
    }
  }
}
