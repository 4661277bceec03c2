package org.diestra.hiring.assistants;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.exchange.Exchange;
import org.diestra.platform.page.Guests;
import org.diestra.platform.page.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /assistants}: everybody whose profile is published, narrowed by the address. */
@Controller
@Guests
class AssistantsController {
  private final Lookup lookup;
  private final Description description;
  private final Pages pages;
  private final Exchange exchange;
  private final Clock clock;

  AssistantsController(
      Lookup lookup, Description description, Pages pages, Exchange exchange, Clock clock) {
    this.lookup = lookup;
    this.description = description;
    this.pages = pages;
    this.exchange = exchange;
    this.clock = clock;
  }

  @GetMapping("/assistants")
  String assistants(
      @RequestParam MultiValueMap<String, String> query,
      @RequestParam @Nullable String after,
      @Nullable Viewer viewer,
      HttpServletRequest request,
      Locale locale,
      Model model) {
    var here = pages.zone(request);
    var wanted = Wanted.read(query, here);
    var today = LocalDate.ofInstant(clock.instant(), here);
    var prices = new Prices(exchange, viewer == null ? Exchange.REFERENCE : viewer.currency());
    model.addAttribute(
        "view",
        new AssistantsView(
            wanted,
            lookup.page(wanted, after),
            today,
            after != null,
            description.absolute("/assistants"),
            pages.formats(locale, here),
            prices,
            prices.currencies()));
    return "index";
  }
}
