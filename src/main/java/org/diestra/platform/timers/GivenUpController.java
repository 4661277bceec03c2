package org.diestra.platform.timers;

import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Operators;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /operator/timers}: what failed for the last time, and may be tried once more. */
@Controller
@Operators
@RequestMapping("/operator/timers")
class GivenUpController {
  private final Timers timers;

  GivenUpController(Timers timers) {
    this.timers = timers;
  }

  @GetMapping
  String list(Model model) {
    model.addAttribute("timers", timers.givenUp());
    return "index";
  }

  @PostMapping("/ringing")
  String tryAgain(
      @RequestParam String timer,
      @RequestParam String key,
      @RequestParam String dueAt,
      RedirectAttributes onward) {
    if (!timers.tryAgain(timer, key, instant(dueAt))) {
      throw new NotFound();
    }
    Flash.ok(onward, "timers.again.done");
    return "redirect:/operator/timers";
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new NotFound();
    }
  }
}
