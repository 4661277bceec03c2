package org.diestra.hiring.board;

import java.util.Optional;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.exchange.Exchange;
import org.diestra.platform.page.Guests;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /jobs}: what is open, narrowed as one likes. */
@Controller
@Guests
class BoardController {
  private final Board board;

  BoardController(Board board) {
    this.board = board;
  }

  @GetMapping("/jobs")
  String list(
      @Nullable Viewer viewer,
      @RequestParam MultiValueMap<String, String> params,
      @RequestParam @Nullable String after,
      Model model) {
    var filters = Filters.of(params);
    model.addAttribute("filters", filters);
    model.addAttribute("found", board.find(filters, after));
    model.addAttribute("first", after == null);
    model.addAttribute("currency", currency(filters, viewer));
    return "index";
  }

  /** The currency in which the fields for rates begin. */
  private static String currency(Filters filters, @Nullable Viewer viewer) {
    return filters.currency().isEmpty()
        ? Optional.ofNullable(viewer)
            .map(Viewer::currency)
            .orElse(Exchange.REFERENCE)
            .getCurrencyCode()
        : filters.currency();
  }
}
