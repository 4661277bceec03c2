package org.diestra.hiring.talent;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.YearMonth;
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

/** Where somebody has worked, on the own profile. */
@Controller
@RequestMapping("/profile/history")
class HistoryController {
  private static final String HERE = "/profile/history";
  private final Profiles profiles;
  private final Items items;
  private final Clock clock;

  HistoryController(Profiles profiles, Items items, Clock clock) {
    this.profiles = profiles;
    this.items = items;
    this.clock = clock;
  }

  @GetMapping
  String posts(Viewer viewer, Model model) {
    model.addAttribute("posts", profiles.of(viewer).history());
    return "history";
  }

  @GetMapping("/new")
  String fresh(Viewer viewer, Model model) {
    profiles.of(viewer);
    model.addAttribute("form", PostForm.empty());
    return page(null, model);
  }

  @PostMapping
  String add(
      Viewer viewer,
      @ModelAttribute("form") PostForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    profiles.of(viewer);
    var problems = new Problems();
    var post = form.read(ItemId.fresh(), month(viewer), problems);
    return problems.any()
        ? Pages.again(response, model, problems, page(null, model))
        : saved(items.add(viewer.id(), post), null, model, response, onward);
  }

  @GetMapping("/{id}")
  String post(@PathVariable String id, Viewer viewer, Model model) {
    var post = Items.findPost(profiles.of(viewer), ItemId.of(id));
    model.addAttribute("form", PostForm.of(post));
    return page(post.id(), model);
  }

  @PostMapping("/{id}")
  String change(
      @PathVariable String id,
      Viewer viewer,
      @ModelAttribute("form") PostForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var item = Items.findPost(profiles.of(viewer), ItemId.of(id)).id();
    var problems = new Problems();
    var post = form.read(item, month(viewer), problems);
    return problems.any()
        ? Pages.again(response, model, problems, page(item, model))
        : saved(items.change(viewer.id(), post), item, model, response, onward);
  }

  @PostMapping("/{id}/removal")
  String remove(@PathVariable String id, Viewer viewer, RedirectAttributes onward) {
    items.remove(Kind.POST, viewer.id(), ItemId.of(id));
    Flash.undoable(onward, HERE + "/" + id + "/return", "talent.post.removed");
    return "redirect:" + HERE;
  }

  @PostMapping("/{id}/return")
  String restore(@PathVariable String id, Viewer viewer, RedirectAttributes onward) {
    items
        .restore(Kind.POST, viewer.id(), ItemId.of(id))
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

  private YearMonth month(Viewer viewer) {
    return YearMonth.from(clock.instant().atZone(viewer.zone()));
  }

  private static String page(@Nullable ItemId id, Model model) {
    model.addAttribute("id", id);
    return "post";
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
