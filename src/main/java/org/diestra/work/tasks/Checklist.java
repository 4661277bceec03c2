package org.diestra.work.tasks;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.diestra.office.procedures.Instructions;
import org.diestra.platform.writing.RichText;
import org.jspecify.annotations.Nullable;

/**
 * What is to be ticked off while a task is done: what its brief lists, and each step of the pinned
 * instructions, or what that step itself lists.
 *
 * @param parts in order; none is empty
 */
record Checklist(List<Part> parts) {
  Checklist {
    parts = List.copyOf(parts);
  }

  /**
   * The items of one step, or of the brief.
   *
   * @param anchor of the step on its manual's page, or null for the brief
   */
  record Part(@Nullable String title, @Nullable String anchor, List<Item> items) {
    Part {
      items = List.copyOf(items);
    }
  }

  /**
   * @param key names it within the task, for as long as the task keeps its version
   */
  record Item(String key, String words, boolean ticked) {}

  static Checklist of(String brief, @Nullable Instructions pinned, Set<String> ticked) {
    var parts = new ArrayList<Part>();
    var own = items("brief", RichText.checklist(brief), ticked);
    if (!own.isEmpty()) {
      parts.add(new Part(null, null, own));
    }
    if (pinned != null) {
      for (var step : pinned.steps()) {
        var listed = items(step.key(), RichText.checklist(step.text()), ticked);
        boolean plain = listed.isEmpty();
        var whole = new Item(step.key(), step.title(), ticked.contains(step.key()));
        parts.add(
            new Part(plain ? null : step.title(), step.anchor(), plain ? List.of(whole) : listed));
      }
    }
    return new Checklist(parts);
  }

  private static List<Item> items(String key, List<String> words, Set<String> ticked) {
    var items = new ArrayList<Item>();
    var keys = new HashSet<String>();
    for (var line : words) {
      // by what it says, not by where it stands: a brief may be written anew
      var mark = key + ":" + Integer.toHexString(line.hashCode());
      var name = keys.add(mark) ? mark : mark + "-" + keys.size();
      keys.add(name);
      items.add(new Item(name, line, ticked.contains(name)));
    }
    return items;
  }

  int size() {
    return parts.stream().mapToInt(p -> p.items().size()).sum();
  }

  int done() {
    return (int) parts.stream().flatMap(p -> p.items().stream()).filter(Item::ticked).count();
  }

  boolean has(String key) {
    return parts.stream().flatMap(p -> p.items().stream()).anyMatch(i -> i.key().equals(key));
  }
}
