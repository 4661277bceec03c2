package org.diestra.hiring.talent;

import jakarta.servlet.http.HttpServletResponse;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the own profile is called, what it says, and where it stands. */
@Controller
@RequestMapping("/profile")
class BasicsController {
  private final Profiles profiles;

  BasicsController(Profiles profiles) {
    this.profiles = profiles;
  }

  @GetMapping("/basics")
  String basics(Viewer viewer, Model model) {
    model.addAttribute("form", BasicsForm.of(profiles.of(viewer)));
    return "basics";
  }

  @PostMapping("/basics")
  String basics(
      Viewer viewer,
      @ModelAttribute("form") BasicsForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    profiles.of(viewer);
    var problems = new Problems();
    var read = form.read(problems);
    if (problems.any()) {
      return Pages.again(response, model, problems, "basics");
    }
    return profiles
        .basics(viewer.id(), read.title(), read.summary())
        .fold(done -> saved(onward), why -> Pages.again(response, model, why, "basics"));
  }

  /** The address as typed. */
  record AddressForm(@Nullable String handle) {}

  @GetMapping("/address")
  String address(Viewer viewer, Model model) {
    var profile = profiles.of(viewer);
    model.addAttribute("form", new AddressForm(profile.handle().text()));
    return "address";
  }

  @PostMapping("/address")
  String address(
      Viewer viewer,
      @ModelAttribute("form") AddressForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    profiles.of(viewer);
    var handle = Handle.read(form.handle() == null ? "" : form.handle());
    if (handle.isEmpty()) {
      var why = Refusal.invalid("handle", "talent.handle.wrong", Handle.SHORTEST, Handle.LONGEST);
      return Pages.again(response, model, why, "address");
    }
    return profiles
        .rename(viewer.id(), handle.get())
        .fold(done -> saved(onward), why -> Pages.again(response, model, why, "address"));
  }

  private static String saved(RedirectAttributes onward) {
    Flash.ok(onward, "talent.saved");
    return "redirect:/profile";
  }
}
