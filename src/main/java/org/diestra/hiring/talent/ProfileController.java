package org.diestra.hiring.talent;

import java.util.List;
import org.diestra.hiring.samples.Samples;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.page.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /profile}: how the own profile stands, what it lacks, and whether others may see it. */
@Controller
@RequestMapping("/profile")
class ProfileController {
  private final Profiles profiles;
  private final Cards cards;
  private final Samples samples;

  ProfileController(Profiles profiles, Cards cards, Samples samples) {
    this.profiles = profiles;
    this.cards = cards;
    this.samples = samples;
  }

  @GetMapping
  String index(Viewer viewer, Model model) {
    if (!viewer.assistant()) {
      return "begin";
    }
    var profile = profiles.of(viewer);
    model.addAttribute(
        "view",
        new ProfileView(
            profile,
            cards.of(viewer.id()),
            profiles.guide(profile),
            samples.of(List.of(viewer.id())).size()));
    return "index";
  }

  @PostMapping
  String offer(Viewer viewer, RedirectAttributes onward) {
    profiles.offer(viewer);
    Flash.ok(onward, "talent.begun");
    return "redirect:/profile";
  }

  @PostMapping("/publication")
  String publish(Viewer viewer, RedirectAttributes onward) {
    profiles
        .publish(viewer.id())
        .fold(
            done -> {
              Flash.ok(onward, "talent.published");
              return done;
            },
            why -> {
              Flash.refused(onward, why);
              return viewer.id();
            });
    return "redirect:/profile";
  }

  @PostMapping("/hiding")
  String hide(Viewer viewer, RedirectAttributes onward) {
    profiles.hide(viewer.id());
    Flash.undoable(onward, "/profile/publication", "talent.hidden");
    return "redirect:/profile";
  }
}
