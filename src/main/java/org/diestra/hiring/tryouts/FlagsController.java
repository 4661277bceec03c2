package org.diestra.hiring.tryouts;

import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.page.OperatorEntry;
import org.diestra.platform.page.Operators;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What the guard against sliced work has stopped; the job itself goes on at the jobs' desk. */
@Controller
@Operators
class FlagsController {
  static final String HERE = "/operator/samples";
  private final Flags flags;

  /** Nothing waits here: a job that was stopped waits among the jobs. */
  @Bean
  static OperatorEntry heldSamplesEntry() {
    return new OperatorEntry(HERE, "tryouts.flags.nav", "test-tube-diagonal", 47);
  }

  FlagsController(Flags flags) {
    this.flags = flags;
  }

  @GetMapping(HERE)
  String flags(Viewer viewer, Model model) {
    model.addAttribute("flags", flags.read(viewer));
    return "flags";
  }
}
