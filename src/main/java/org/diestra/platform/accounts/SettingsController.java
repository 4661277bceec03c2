package org.diestra.platform.accounts;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.diestra.platform.base.Problems;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /settings}: name, language, zone, currency and photo. */
@Controller
@RequestMapping("/settings")
class SettingsController {
  private final Accounts accounts;
  private final Portraits portraits;
  private final Viewers viewers;

  SettingsController(Accounts accounts, Portraits portraits, Viewers viewers) {
    this.accounts = accounts;
    this.portraits = portraits;
    this.viewers = viewers;
  }

  @GetMapping
  String form(Viewer viewer, Model model) {
    model.addAttribute("form", SettingsForm.of(viewer));
    return page(viewer, model);
  }

  @PostMapping
  String save(
      Viewer viewer,
      @ModelAttribute("form") SettingsForm form,
      Model model,
      HttpServletRequest request,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var problems = new Problems();
    var choices = form.read(problems);
    if (problems.any()) {
      return Pages.again(response, model, problems, page(viewer, model));
    }
    accounts.change(viewer.id(), choices);
    viewers.forget(request);
    Flash.ok(onward, "accounts.settings.saved");
    return "redirect:/settings";
  }

  @PostMapping("/photo")
  String photo(
      Viewer viewer,
      @RequestParam("photo") @Nullable MultipartFile file,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward)
      throws IOException {
    var outcome = portraits.choose(viewer, file);
    return outcome.fold(
        done -> {
          Flash.ok(onward, "accounts.settings.photo.saved");
          return "redirect:/settings";
        },
        why -> {
          model.addAttribute("form", SettingsForm.of(viewer));
          return Pages.again(response, model, why, page(viewer, model));
        });
  }

  @PostMapping("/photo/removal")
  String removePhoto(Viewer viewer, RedirectAttributes onward) {
    portraits.remove(viewer);
    Flash.ok(onward, "accounts.settings.photo.removed");
    return "redirect:/settings";
  }

  /** From now on the person offers services too, and goes on to the profile. */
  @PostMapping("/services")
  String offerServices(Viewer viewer) {
    accounts.offerServices(viewer.id());
    return "redirect:/profile";
  }

  private static String page(Viewer viewer, Model model) {
    model.addAttribute("viewer", viewer);
    return "settings";
  }
}
