package org.diestra.platform.search;

import org.diestra.platform.page.Flash;
import org.diestra.platform.page.OperatorEntry;
import org.diestra.platform.page.Operators;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /operator/search}: how the index is, and making a new one. */
@Operators
@Controller
class IndexController {
  private final Indexing indexing;

  @Bean
  static OperatorEntry searchEntry(ChangeStore changes) {
    return new OperatorEntry(
        "/operator/search", "search.operator.nav", "search", 65, changes::behind);
  }

  IndexController(Indexing indexing) {
    this.indexing = indexing;
  }

  @GetMapping("/operator/search")
  String state(Model model) {
    model.addAttribute("state", indexing.state());
    return "operator";
  }

  @PostMapping("/operator/search/rebuild")
  String rebuild(RedirectAttributes onward) {
    indexing.renew();
    Flash.ok(onward, "search.operator.started");
    return "redirect:/operator/search";
  }
}
