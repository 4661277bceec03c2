package org.diestra.platform.taps;

import jakarta.servlet.http.HttpServletResponse;
import org.diestra.platform.page.Guests;
import org.diestra.platform.taps.Taps.Answer;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * {@code /tap/…}: a link in a mail. A look shows what it is and a button, and changes nothing, for
 * mail scanners follow every link; the button decides that one thing, without a session.
 */
@Controller
@Guests
@RequestMapping("/tap/{token}")
class TapController {
  private final Taps taps;

  TapController(Taps taps) {
    this.taps = taps;
  }

  @GetMapping
  String look(@PathVariable String token, Model model, HttpServletResponse response) {
    var look = taps.look(token);
    var shown = look.shown();
    if (shown.isEmpty()) {
      return over(look.used(), model, response);
    }
    quiet(response);
    model.addAttribute("shown", shown.get());
    model.addAttribute("name", look.viewer().name());
    return "show";
  }

  @PostMapping
  String decide(
      @PathVariable String token,
      @RequestParam(defaultValue = "") String choice,
      Model model,
      HttpServletResponse response) {
    return switch (taps.decide(token, choice)) {
      case Answer.Over(var used) -> over(used, model, response);
      case Answer.Refused(var shown, var why) -> {
        quiet(response);
        response.setStatus(why.kind().status());
        model.addAttribute("shown", shown);
        model.addAttribute("why", why);
        yield "done";
      }
      case Answer.Done(var shown, var choiceMade) -> {
        quiet(response);
        model.addAttribute("shown", shown);
        model.addAttribute("choice", choiceMade);
        yield "done";
      }
    };
  }

  private static String over(boolean used, Model model, HttpServletResponse response) {
    quiet(response);
    response.setStatus(HttpServletResponse.SC_GONE);
    model.addAttribute("used", used);
    return "over";
  }

  /** The address is a key: no cache keeps the page, and no page that is linked hears of it. */
  private static void quiet(HttpServletResponse response) {
    response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("X-Robots-Tag", "noindex");
  }
}
