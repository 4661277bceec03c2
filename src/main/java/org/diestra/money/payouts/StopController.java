package org.diestra.money.payouts;

import org.diestra.platform.base.Token;
import org.diestra.platform.page.Guests;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * {@code /money/payouts/stop/{token}}: "that was not me", from a letter and without a session. A
 * look changes nothing, for mail scanners follow every link.
 */
@Controller
@Guests
@RequestMapping("/money/payouts/stop/{token}")
class StopController {
  private final Freezes freezes;

  StopController(Freezes freezes) {
    this.freezes = freezes;
  }

  @GetMapping
  String ask(@PathVariable String token, Model model) {
    var person = freezes.of(Token.of(token));
    model.addAttribute("token", token);
    model.addAttribute("done", freezes.since(person).isPresent());
    return "stop";
  }

  @PostMapping
  String stop(@PathVariable String token, Model model) {
    freezes.freeze(freezes.of(Token.of(token)));
    model.addAttribute("token", token);
    model.addAttribute("done", true);
    return "stop";
  }
}
