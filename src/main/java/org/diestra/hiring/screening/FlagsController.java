package org.diestra.hiring.screening;

import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.OperatorEntry;
import org.diestra.platform.page.Operators;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The operator's queue of texts that a rule wants looked at. */
@Controller
@Operators
@RequestMapping("/operator/flags")
class FlagsController {
  private final Flags flags;

  @Bean
  static OperatorEntry flagsEntry(FlagStore store) {
    return new OperatorEntry("/operator/flags", "screening.flags.nav", "flag", 45, store::waiting);
  }

  FlagsController(Flags flags) {
    this.flags = flags;
  }

  @GetMapping
  String all(Model model) {
    model.addAttribute("flags", flags.open());
    return "flags";
  }

  @PostMapping("/{id}/settlement")
  String settle(Viewer viewer, @PathVariable String id, RedirectAttributes onward) {
    flags.settle(Ids.require(id), viewer.id());
    Flash.ok(onward, "screening.flags.settled");
    return "redirect:/operator/flags";
  }
}
