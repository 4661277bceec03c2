package org.diestra.office.manuals;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.diestra.office.manuals.ManualStore.Wanted;
import org.diestra.office.procedures.Templates;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Folded;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
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
import org.springframework.web.util.UriComponentsBuilder;

/** {@code /w/{workspace}/manuals}: what there is, and beginning another. */
@Controller
@RequestMapping("/w/{workspace}/manuals")
class ManualsController {
  private static final int LONGEST_QUERY = 200;
  private final Workspaces workspaces;
  private final Places places;
  private final Manuals manuals;
  private final Drafting drafting;

  ManualsController(Workspaces workspaces, Places places, Manuals manuals, Drafting drafting) {
    this.workspaces = workspaces;
    this.places = places;
    this.manuals = manuals;
    this.drafting = drafting;
  }

  /**
   * What the list was asked for.
   *
   * @param area a slug, or empty for all
   */
  record Filter(String q, String area, boolean archived) {
    boolean any() {
      return !q.isEmpty() || !area.isEmpty() || archived;
    }
  }

  @GetMapping
  String list(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String area,
      @RequestParam(defaultValue = "false") boolean archived,
      @RequestParam @Nullable String title,
      @RequestParam @Nullable String after,
      Model model) {
    var pass = workspaces.enter(viewer, workspace);
    var line = Typed.line(q);
    var words = line.substring(0, Math.min(line.length(), LONGEST_QUERY));
    var filter = new Filter(words, Area.read(area).map(Area::slug).orElse(""), archived);
    var wanted =
        new Wanted(
            workspace,
            Area.read(area).orElse(null),
            archived,
            Folded.of(words),
            after == null ? null : Typed.line(title),
            after == null ? null : Ids.require(after));
    var found = manuals.list(pass, wanted);
    boolean more = found.size() > Manuals.PAGE;
    var page = more ? found.subList(0, Manuals.PAGE) : found;
    model.addAttribute("pass", pass);
    model.addAttribute("filter", filter);
    model.addAttribute("procedures", page);
    model.addAttribute("next", more ? next(pass, filter, page.getLast()) : null);
    return "index";
  }

  private static String next(Pass pass, Filter filter, Procedure last) {
    return UriComponentsBuilder.fromPath(pass.href("manuals"))
        .queryParam("q", "{q}")
        .queryParam("area", filter.area())
        .queryParam("archived", filter.archived())
        .queryParam("title", "{title}")
        .queryParam("after", last.id())
        .encode()
        .buildAndExpand(filter.q(), last.title().toLowerCase(Locale.ROOT))
        .toUriString();
  }

  @GetMapping("/new")
  String fresh(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @RequestParam @Nullable String area,
      @RequestParam @Nullable String language,
      Model model) {
    var pass = places.writer(viewer, workspace);
    var form = NewForm.of(pass, area);
    var chosen = language == null ? form.language() : language;
    return form(pass, new NewForm(form.area(), chosen, "", ""), model);
  }

  @PostMapping("/new")
  String begin(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @ModelAttribute("form") NewForm form,
      Model model,
      HttpServletResponse response) {
    var pass = places.writer(viewer, workspace);
    var problems = new Problems();
    var area = form.area(pass, problems);
    var text = area == null ? null : form.read(pass, area, problems);
    if (area == null || text == null) {
      return Pages.again(response, model, problems, form(pass, form, model));
    }
    var id = drafting.begin(pass, area, form.lingua(), text);
    return "redirect:" + pass.href("manuals/" + id + "/draft");
  }

  private static String form(Pass pass, NewForm form, Model model) {
    model.addAttribute("pass", pass);
    model.addAttribute("form", form);
    model.addAttribute("templates", templates(pass, form));
    return "new";
  }

  private static List<Templates.Template> templates(Pass pass, NewForm form) {
    return Optional.ofNullable(form.area())
        .flatMap(Area::read)
        .filter(pass::works)
        .map(area -> Templates.of(area, form.lingua(), pass.workspace().currency()))
        .orElse(List.of());
  }
}
