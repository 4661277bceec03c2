package org.diestra.platform.search;

import java.util.LinkedHashMap;
import org.diestra.platform.page.FooterEntry;
import org.diestra.platform.page.Guests;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /ranking}: the formula of the best fit, for everybody, from the code that applies it. */
@Guests
@Controller
class RankingController {
  @Bean
  static FooterEntry rankingEntry() {
    return new FooterEntry("/ranking", "search.ranking.title", 40);
  }

  @GetMapping("/ranking")
  String ranking(Model model) {
    var parts = new LinkedHashMap<Kind, Iterable<Ranking.Part>>();
    for (var kind : Kind.values()) {
      parts.put(kind, Ranking.parts(kind));
    }
    model.addAttribute("parts", parts);
    return "ranking";
  }
}
