package org.diestra.platform.home;

import java.util.Comparator;
import java.util.List;
import org.diestra.platform.accounts.Viewer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /home}: what waits for me, then where I may want to go. */
@Controller
class HomeController {
  private final List<Waits> sources;
  private final List<HomePanel> panels;

  HomeController(List<Waits> sources, List<HomePanel> panels) {
    this.sources = List.copyOf(sources);
    this.panels = panels.stream().sorted(Comparator.comparingInt(HomePanel::order)).toList();
  }

  @GetMapping("/home")
  String home(Viewer viewer, Model model) {
    var waits =
        sources.stream()
            .flatMap(source -> source.of(viewer).stream())
            .sorted(Comparator.comparing(Wait::promised))
            .toList();
    model.addAttribute("viewer", viewer);
    model.addAttribute("waits", waits);
    model.addAttribute("panels", panels.stream().filter(p -> p.shownTo(viewer)).toList());
    return "index";
  }
}
