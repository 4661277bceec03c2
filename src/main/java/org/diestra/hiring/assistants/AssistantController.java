package org.diestra.hiring.assistants;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import org.diestra.hiring.talent.Claim;
import org.diestra.hiring.talent.Talent;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.exchange.Exchange;
import org.diestra.platform.page.Guests;
import org.diestra.platform.page.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.View;

/** {@code /assistants/{handle}}: one assistant, for everybody; a draft only for its owner. */
@Controller
@Guests
class AssistantController {
  private final Talent talent;
  private final Description description;
  private final Pages pages;
  private final Exchange exchange;
  private final Clock clock;

  AssistantController(
      Talent talent, Description description, Pages pages, Exchange exchange, Clock clock) {
    this.talent = talent;
    this.description = description;
    this.pages = pages;
    this.exchange = exchange;
    this.clock = clock;
  }

  @GetMapping("/assistants/{handle}")
  String assistant(
      @PathVariable String handle,
      @Nullable Viewer viewer,
      HttpServletRequest request,
      Model model) {
    var address = talent.address(handle).orElseThrow(NotFound::new);
    boolean own = viewer != null && viewer.id().equals(address.person());
    var card = talent.cards(List.of(address.person())).get(address.person());
    if (card == null) {
      throw new NotFound();
    }
    var profile = talent.profile(card);
    if (!profile.published() && !own) {
      throw new NotFound();
    }
    if (!card.handle().equals(handle)) {
      request.setAttribute(View.RESPONSE_STATUS_ATTRIBUTE, HttpStatus.MOVED_PERMANENTLY);
      return "redirect:" + card.href();
    }
    var samples =
        talent.samples(List.of(card.id())).stream().filter(sample -> sample.open()).toList();
    var now = clock.instant();
    model.addAttribute(
        "view",
        new AssistantView(
            card,
            profile,
            new Works(card.areas().stream().map(Claim::area).toList(), samples),
            description.of(card, profile),
            pages.zone(request),
            new Prices(exchange, viewer == null ? Exchange.REFERENCE : viewer.currency()),
            now,
            own,
            viewer != null && (viewer.client() || viewer.operator()),
            viewer != null && viewer.client() && !own));
    return "show";
  }
}
