package org.diestra.platform.blobs;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.Locale;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Problems;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.OperatorEntry;
import org.diestra.platform.page.Operators;
import org.diestra.platform.page.Pages;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /operator/files}: how much and what people may bring. */
@Operators
@Controller
@RequestMapping("/operator/files")
class LimitsController {
  private final Limits limits;

  @Bean
  static OperatorEntry limitsEntry() {
    return new OperatorEntry("/operator/files", "blobs.limits.nav", "file-up", 75);
  }

  LimitsController(Limits limits) {
    this.limits = limits;
  }

  @GetMapping
  String all(Model model) {
    model.addAttribute("limits", limits.all());
    return "limits";
  }

  @GetMapping("/{purpose}")
  String edit(@PathVariable String purpose, Model model) {
    model.addAttribute("form", LimitForm.of(limits.of(read(purpose))));
    return page(read(purpose), model);
  }

  @PostMapping("/{purpose}")
  String change(
      @PathVariable String purpose,
      @ModelAttribute("form") LimitForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var problems = new Problems();
    long maxBytes = form.maxBytes(problems);
    var kinds = form.kinds(problems);
    if (problems.any()) {
      return Pages.again(response, model, problems, page(read(purpose), model));
    }
    return limits
        .change(read(purpose), maxBytes, kinds)
        .fold(
            limit -> {
              Flash.ok(onward, "blobs.limits.changed");
              return "redirect:/operator/files";
            },
            why -> Pages.again(response, model, why, page(read(purpose), model)));
  }

  private static String page(Purpose purpose, Model model) {
    model.addAttribute("purpose", purpose);
    return "limit";
  }

  private static Purpose read(String purpose) {
    return Arrays.stream(Purpose.values())
        .filter(p -> p != Purpose.FILE && p.name().toLowerCase(Locale.ROOT).equals(purpose))
        .findFirst()
        .orElseThrow(NotFound::new);
  }
}
