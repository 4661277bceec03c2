package org.diestra.platform.notifications;

import org.diestra.platform.base.NotFound;
import org.diestra.platform.page.Guests;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * {@code /unsubscribe/…}: what a mail program asks for when its reader wants no more of a kind. A
 * look changes nothing, for mail scanners follow every link; a POST does, without a session.
 */
@Controller
@Guests
class UnsubscribeController {
  private final Unsubscribe unsubscribe;
  private final Preferences preferences;
  private final Kinds kinds;

  UnsubscribeController(Unsubscribe unsubscribe, Preferences preferences, Kinds kinds) {
    this.unsubscribe = unsubscribe;
    this.preferences = preferences;
    this.kinds = kinds;
  }

  @GetMapping("/unsubscribe/{token}")
  String ask(@PathVariable String token, Model model) {
    return page(wish(token), false, model);
  }

  @PostMapping("/unsubscribe/{token}")
  String stop(@PathVariable String token, Model model) {
    var wish = wish(token);
    preferences.stop(wish);
    return page(wish, true, model);
  }

  private Unsubscribe.Wish wish(String token) {
    return unsubscribe.read(token).orElseThrow(NotFound::new);
  }

  private String page(Unsubscribe.Wish wish, boolean done, Model model) {
    model.addAttribute("kind", kinds.has(wish.kind()) ? kinds.get(wish.kind()) : null);
    model.addAttribute("done", done);
    return "unsubscribe";
  }
}
