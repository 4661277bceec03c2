package org.diestra.office.minutes;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.diestra.office.minutes.MinutesStore.Listed;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Problems;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Formats;
import org.diestra.platform.page.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /w/{workspace}/minutes}: minutes of meetings. */
@Controller
@RequestMapping("/w/{workspace}/minutes")
class MinutesController {
  private final Workspaces workspaces;
  private final MinutesRoom minutes;
  private final Accounts accounts;
  private final Pages pages;

  MinutesController(Workspaces workspaces, MinutesRoom minutes, Accounts accounts, Pages pages) {
    this.workspaces = workspaces;
    this.minutes = minutes;
    this.accounts = accounts;
    this.pages = pages;
  }

  private Pass enter(Viewer viewer, WorkspaceId workspace) {
    var pass = workspaces.enter(viewer, workspace);
    pass.requireWorks(Area.ADMIN);
    return pass;
  }

  /**
   * @param next where the next page begins, or null
   */
  record Shelf(Pass pass, List<Listed> all, @Nullable String next) {}

  @GetMapping
  String list(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @RequestParam @Nullable MinutesId after,
      Model model) {
    var pass = enter(viewer, workspace);
    var found = minutes.list(pass, after);
    var page = found.subList(0, Math.min(found.size(), MinutesRoom.PAGE));
    var next =
        found.size() > page.size() ? pass.href("minutes?after=" + page.getLast().id()) : null;
    model.addAttribute("shelf", new Shelf(pass, page, next));
    return "index";
  }

  /**
   * The form.
   *
   * @param it null for new ones
   */
  record Sheet(Pass pass, @Nullable Minutes it, MinutesForm form) {
    String action() {
      return it == null ? pass.href("minutes") : it.href();
    }
  }

  private static String form(Sheet sheet, Model model) {
    model.addAttribute("sheet", sheet);
    return "edit";
  }

  private Formats formats(Viewer viewer) {
    return pages.formats(viewer.locale(), viewer.zone());
  }

  @GetMapping("/new")
  String fresh(Viewer viewer, @PathVariable WorkspaceId workspace, Model model) {
    var pass = enter(viewer, workspace);
    var begin = formats(viewer).words("minutes.begin") + " ";
    return form(new Sheet(pass, null, MinutesForm.blank(minutes.today(pass), begin)), model);
  }

  @PostMapping
  String add(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @ModelAttribute("form") MinutesForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var pass = enter(viewer, workspace);
    var problems = new Problems();
    var text = form.read(minutes.today(pass), problems);
    if (text == null) {
      return Pages.again(response, model, problems, form(new Sheet(pass, null, form), model));
    }
    var id = minutes.add(pass, text);
    Flash.ok(onward, "minutes.kept");
    return "redirect:" + pass.href("minutes/" + id);
  }

  /**
   * @param writer who changed them last
   * @param contracts in which tasks can be proposed, by whose they are
   */
  record View(Pass pass, Minutes it, String writer, Map<UUID, String> contracts) {}

  @GetMapping("/{minutes}")
  String show(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable("minutes") MinutesId id,
      Model model) {
    var pass = enter(viewer, workspace);
    var it = minutes.get(pass, id);
    var writer = accounts.names(List.of(it.changedBy())).getOrDefault(it.changedBy(), "");
    model.addAttribute("view", new View(pass, it, writer, minutes.contracts(pass)));
    return "show";
  }

  @GetMapping("/{minutes}/edit")
  String edit(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable("minutes") MinutesId id,
      Model model) {
    var pass = enter(viewer, workspace);
    var it = minutes.get(pass, id);
    return form(new Sheet(pass, it, MinutesForm.of(it)), model);
  }

  @PostMapping("/{minutes}")
  String change(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable("minutes") MinutesId id,
      @ModelAttribute("form") MinutesForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var pass = enter(viewer, workspace);
    var it = minutes.get(pass, id);
    var problems = new Problems();
    var text = form.read(minutes.today(pass), problems);
    if (text == null) {
      return Pages.again(response, model, problems, form(new Sheet(pass, it, form), model));
    }
    return minutes
        .change(pass, id, form.version(), text)
        .fold(
            done -> {
              Flash.ok(onward, "minutes.kept");
              return "redirect:" + it.href();
            },
            why -> Pages.again(response, model, why, form(new Sheet(pass, it, form), model)));
  }

  @PostMapping("/{minutes}/removal")
  String remove(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable("minutes") MinutesId id,
      RedirectAttributes onward) {
    var pass = enter(viewer, workspace);
    var title = minutes.get(pass, id).text().title();
    minutes.remove(pass, id);
    Flash.undoable(onward, pass.href("minutes/" + id + "/return"), "minutes.removed", title);
    return "redirect:" + pass.href("minutes");
  }

  @PostMapping("/{minutes}/return")
  String bringBack(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable("minutes") MinutesId id,
      RedirectAttributes onward) {
    var pass = enter(viewer, workspace);
    minutes.bringBack(pass, id);
    Flash.ok(onward, "minutes.returned");
    return "redirect:" + pass.href("minutes/" + id);
  }
}
