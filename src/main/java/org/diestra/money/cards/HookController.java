package org.diestra.money.cards;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.diestra.platform.page.Guests;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;

/**
 * {@code POST /hooks/stripe}: what Stripe calls out. It is answered at once, without a session, and
 * with nothing but a status; what it is worth is found out afterwards.
 */
@Controller
@Guests
class HookController {
  private final Hooks hooks;

  HookController(Hooks hooks) {
    this.hooks = hooks;
  }

  @PostMapping("/hooks/stripe")
  ResponseEntity<Void> hear(
      HttpServletRequest request,
      @RequestHeader(name = "Stripe-Signature", required = false) @Nullable String signature)
      throws IOException {
    var body = request.getInputStream().readNBytes(Hooks.MOST + 1);
    if (body.length > Hooks.MOST) {
      return ResponseEntity.status(HttpStatus.CONTENT_TOO_LARGE).build();
    }
    return switch (hooks.hear(body, signature)) {
      case FRESH, AGAIN, ELSEWHERE -> ResponseEntity.ok().build();
      case ANOTHER -> ResponseEntity.status(HttpStatus.CONFLICT).build();
      case UNSIGNED -> ResponseEntity.badRequest().build();
    };
  }
}
