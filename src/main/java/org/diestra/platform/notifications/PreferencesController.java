package org.diestra.platform.notifications;

import jakarta.servlet.http.HttpServletResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Problems;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /settings/notifications}: how the signed-in person wants to hear of what. */
@Controller
@RequestMapping("/settings/notifications")
class PreferencesController {
  private final Preferences preferences;
  private final Kinds kinds;

  PreferencesController(Preferences preferences, Kinds kinds) {
    this.preferences = preferences;
    this.kinds = kinds;
  }

  @GetMapping
  String form(Viewer viewer, Model model) {
    var chosen = preferences.chosen(viewer.id());
    var channels = new LinkedHashMap<String, Channel>();
    kinds.all().forEach(k -> channels.put(k.id(), chosen.getOrDefault(k.id(), k.byDefault())));
    var quiet = preferences.quietHours(viewer.id()).orElse(null);
    return page(
        PreferencesForm.of(channels, quiet, preferences.patience(viewer.id())), viewer, model);
  }

  @PostMapping
  String save(
      Viewer viewer,
      @RequestParam Map<String, String> sent,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var form = PreferencesForm.of(sent);
    var problems = new Problems();
    var choices = form.read(problems);
    if (problems.any()) {
      return Pages.again(response, model, problems, page(form, viewer, model));
    }
    preferences.choose(viewer.id(), choices.channels(), choices.quiet());
    preferences.bePatient(viewer.id(), choices.minutes());
    Flash.ok(onward, "notifications.settings.saved");
    return "redirect:/settings/notifications";
  }

  private String page(PreferencesForm form, Viewer viewer, Model model) {
    model.addAttribute("form", form);
    model.addAttribute("topics", kinds.byTopic(viewer));
    return "preferences";
  }
}
