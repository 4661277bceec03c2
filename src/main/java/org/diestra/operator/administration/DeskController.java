package org.diestra.operator.administration;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.diestra.platform.health.Checkup;
import org.diestra.platform.page.OperatorEntry;
import org.diestra.platform.page.OperatorEntry.Waiting;
import org.diestra.platform.page.Operators;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /operator}: how the house is, and what waits, the longest first. */
@Controller
@Operators
class DeskController {
  private final Checkup checkup;
  private final List<OperatorEntry> entries;

  DeskController(Checkup checkup, List<OperatorEntry> entries) {
    this.checkup = checkup;
    this.entries = List.copyOf(entries);
  }

  /** A page on which something waits. */
  record Queue(OperatorEntry page, Waiting waiting) {
    /** Since when the oldest of it waits; what has no age stands last. */
    Instant oldest() {
      return Objects.requireNonNullElse(waiting.since(), Instant.MAX);
    }
  }

  @GetMapping("/operator")
  String desk(Model model) {
    model.addAttribute(
        "vitals",
        checkup.parts().stream()
            .filter(Vital::tells)
            .sorted(Comparator.comparing(Checkup.Part::name))
            .map(Vital::of)
            .toList());
    model.addAttribute("queues", queues());
    return "desk";
  }

  /** The same list for an operator's home. */
  @GetMapping("/operator/waiting")
  String waiting(Model model) {
    model.addAttribute("queues", queues());
    return "_waiting";
  }

  private List<Queue> queues() {
    return entries.stream()
        .map(entry -> new Queue(entry, entry.waiting().get()))
        .filter(queue -> queue.waiting().count() > 0)
        .sorted(Comparator.comparing(Queue::oldest))
        .toList();
  }
}
