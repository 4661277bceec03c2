package org.diestra.hiring.talent;

import jakarta.servlet.http.HttpServletResponse;
import org.diestra.hiring.talent.ItemStore.Kind;
import org.diestra.hiring.talent.Profile.ItemId;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Services for a fixed price, on the own profile. */
@Controller
@RequestMapping("/profile/services")
class ServicesController {
  private static final String HERE = "/profile/services";
  private final Profiles profiles;
  private final Items items;

  ServicesController(Profiles profiles, Items items) {
    this.profiles = profiles;
    this.items = items;
  }

  @GetMapping
  String services(Viewer viewer, Model model) {
    model.addAttribute("services", profiles.of(viewer).services());
    return "services";
  }

  @GetMapping("/new")
  String fresh(Viewer viewer, Model model) {
    profiles.of(viewer);
    model.addAttribute("form", ServiceForm.empty(viewer.currency()));
    return page(null, model);
  }

  @PostMapping
  String add(
      Viewer viewer,
      @ModelAttribute("form") ServiceForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    profiles.of(viewer);
    var problems = new Problems();
    var service = form.read(ItemId.fresh(), problems);
    return problems.any()
        ? Pages.again(response, model, problems, page(null, model))
        : saved(items.add(viewer.id(), service), null, model, response, onward);
  }

  @GetMapping("/{id}")
  String service(@PathVariable String id, Viewer viewer, Model model) {
    var service = Items.find(profiles.of(viewer), ItemId.of(id));
    model.addAttribute("form", ServiceForm.of(service));
    return page(service.id(), model);
  }

  @PostMapping("/{id}")
  String change(
      @PathVariable String id,
      Viewer viewer,
      @ModelAttribute("form") ServiceForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var item = Items.find(profiles.of(viewer), ItemId.of(id)).id();
    var problems = new Problems();
    var service = form.read(item, problems);
    return problems.any()
        ? Pages.again(response, model, problems, page(item, model))
        : saved(items.change(viewer.id(), service), item, model, response, onward);
  }

  @PostMapping("/{id}/removal")
  String remove(@PathVariable String id, Viewer viewer, RedirectAttributes onward) {
    items.remove(Kind.SERVICE, viewer.id(), ItemId.of(id));
    Flash.undoable(onward, HERE + "/" + id + "/return", "talent.service.removed");
    return "redirect:" + HERE;
  }

  @PostMapping("/{id}/return")
  String restore(@PathVariable String id, Viewer viewer, RedirectAttributes onward) {
    items
        .restore(Kind.SERVICE, viewer.id(), ItemId.of(id))
        .fold(
            done -> {
              Flash.ok(onward, "talent.restored");
              return done;
            },
            why -> {
              Flash.refused(onward, why);
              return viewer.id();
            });
    return "redirect:" + HERE;
  }

  private static String page(@Nullable ItemId id, Model model) {
    model.addAttribute("id", id);
    return "service";
  }

  private static String saved(
      Outcome<PersonId> outcome,
      @Nullable ItemId id,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    return outcome.fold(
        done -> {
          Flash.ok(onward, "talent.saved");
          return "redirect:" + HERE;
        },
        why -> Pages.again(response, model, why, page(id, model)));
  }
}
