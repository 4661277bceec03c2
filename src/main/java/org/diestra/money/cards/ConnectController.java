package org.diestra.money.cards;

import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.diestra.platform.page.SecurityHeaders;
import org.diestra.platform.sessions.Proven;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /money/cards/account}: an assistant's own account at Stripe. */
@Controller
@RequestMapping(ConnectController.PAGE)
class ConnectController {
  static final String PAGE = "/money/cards/account";
  private static final String CONNECT = "https://connect.stripe.com";
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private final Connections connections;
  private final StripeSettings settings;

  ConnectController(Connections connections, StripeSettings settings) {
    this.connections = connections;
    this.settings = settings;
  }

  @GetMapping
  String show(Viewer viewer, Model model, HttpServletResponse response) {
    return page(viewer, "", model, response);
  }

  /** Onward to Stripe. */
  @Proven(page = PAGE)
  @PostMapping
  String connect(
      Viewer viewer,
      @RequestParam(defaultValue = "") String country,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var known = connections.of(viewer);
    if (known.isEmpty() && !COUNTRIES.contains(country)) {
      var problems = new Problems().add(Refusal.invalid("country", "cards.country.which"));
      return Pages.again(response, model, problems, page(viewer, country, model, response));
    }
    return switch (connections.connect(viewer, country)) {
      case Outcome.Done<String>(var url) -> "redirect:" + url;
      case Outcome.Refused<String>(var why) when why.field() != null ->
          Pages.again(
              response, model, new Problems().add(why), page(viewer, country, model, response));
      case Outcome.Refused<String>(var why) -> {
        Flash.refused(onward, why);
        yield "redirect:" + PAGE;
      }
    };
  }

  /** Who comes back may have told all, or not: only Stripe knows. */
  @GetMapping("/return")
  String back(Viewer viewer) {
    connections.look(viewer);
    return "redirect:" + PAGE;
  }

  private String page(Viewer viewer, String country, Model model, HttpServletResponse response) {
    @Nullable Connection connection = connections.of(viewer).orElse(null);
    model.addAttribute("connection", connection);
    model.addAttribute("country", country);
    model.addAttribute("countries", countries(viewer.locale()));
    model.addAttribute("live", settings.live());
    SecurityHeaders.forFormsTo(response, origin());
    return "account";
  }

  private String origin() {
    return settings.api().equals(StripeSettings.STRIPE)
        ? CONNECT
        : URI.create(settings.api()).resolve("/").toString().replaceFirst("/$", "");
  }

  /** Codes to names, by name, with nothing chosen first. */
  private static Map<String, String> countries(Locale language) {
    var all = new LinkedHashMap<String, String>();
    all.put("", "—");
    var order = Collator.getInstance(language);
    Arrays.stream(Locale.getISOCountries())
        .map(code -> Locale.of("", code))
        .sorted(Comparator.comparing(c -> c.getDisplayCountry(language), order::compare))
        .forEach(c -> all.put(c.getCountry(), c.getDisplayCountry(language)));
    return all;
  }
}
