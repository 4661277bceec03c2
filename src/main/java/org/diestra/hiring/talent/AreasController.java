package org.diestra.hiring.talent;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.diestra.hiring.samples.SampleCard;
import org.diestra.hiring.samples.Samples;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Problems;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The areas of the own profile, each with what stands behind it. */
@Controller
@RequestMapping("/profile/areas")
class AreasController {
  private final Profiles profiles;
  private final Cards cards;
  private final Samples samples;

  AreasController(Profiles profiles, Cards cards, Samples samples) {
    this.profiles = profiles;
    this.cards = cards;
    this.samples = samples;
  }

  @GetMapping
  String areas(Viewer viewer, Model model) {
    profiles.of(viewer);
    model.addAttribute("card", cards.of(viewer.id()));
    return "areas";
  }

  @GetMapping("/{slug}")
  String area(@PathVariable String slug, Viewer viewer, Model model) {
    var known = profiles.of(viewer).in(area(slug));
    model.addAttribute("form", known.map(AreaForm::of).orElse(AreaForm.empty()));
    return page(slug, viewer, known.isPresent(), model);
  }

  @PostMapping("/{slug}")
  String save(
      @PathVariable String slug,
      Viewer viewer,
      @ModelAttribute("form") AreaForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var known = profiles.of(viewer).in(area(slug)).isPresent();
    var problems = new Problems();
    var evidence = form.read(area(slug), problems);
    if (problems.any()) {
      return Pages.again(response, model, problems, page(slug, viewer, known, model));
    }
    profiles.put(viewer.id(), evidence).orFail();
    Flash.ok(onward, "talent.saved");
    return "redirect:/profile/areas";
  }

  @PostMapping("/{slug}/removal")
  String remove(@PathVariable String slug, Viewer viewer, RedirectAttributes onward) {
    profiles
        .drop(viewer.id(), area(slug))
        .fold(
            done -> {
              Flash.ok(onward, "talent.area.removed");
              return done;
            },
            why -> {
              Flash.refused(onward, why);
              return viewer.id();
            });
    return "redirect:/profile/areas";
  }

  private String page(String slug, Viewer viewer, boolean known, Model model) {
    var area = area(slug);
    model.addAttribute("area", area);
    model.addAttribute("known", known);
    model.addAttribute("samples", shown(viewer, area));
    return "area";
  }

  private List<SampleCard> shown(Viewer viewer, Area area) {
    return samples.of(List.of(viewer.id())).stream().filter(s -> s.area() == area).toList();
  }

  private static Area area(String slug) {
    return Area.read(slug).orElseThrow(NotFound::new);
  }
}
