package org.diestra.office.vault;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.diestra.office.vault.ItemStore.Wanted;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
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
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.util.UriComponentsBuilder;

/** {@code /w/{workspace}/vault}: what there is, and adding another. */
@Controller
@RequestMapping("/w/{workspace}/vault")
class VaultController {
  private static final int LONGEST_QUERY = 200;
  private final Workspaces workspaces;
  private final Vault vault;

  VaultController(Workspaces workspaces, Vault vault) {
    this.workspaces = workspaces;
    this.vault = vault;
  }

  /**
   * What the list was asked for.
   *
   * @param area a slug, or empty for all
   */
  record Filter(String q, String area, boolean removed) {
    boolean any() {
      return !q.isEmpty() || !area.isEmpty() || removed;
    }
  }

  /**
   * @param used when each was opened last
   * @param next where the next page begins, or null
   */
  record Shelf(
      Pass pass,
      Filter filter,
      List<Item> items,
      Map<ItemId, Instant> used,
      @Nullable String next) {}

  @GetMapping
  String list(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @RequestParam(defaultValue = "") String q,
      @RequestParam(defaultValue = "") String area,
      @RequestParam(defaultValue = "false") boolean removed,
      @RequestParam @Nullable String name,
      @RequestParam @Nullable String after,
      Model model) {
    var pass = worker(viewer, workspace);
    var line = Typed.line(q);
    var words = line.substring(0, Math.min(line.length(), LONGEST_QUERY));
    var chosen = Area.read(area).orElse(null);
    var filter = new Filter(words, chosen == null ? "" : chosen.slug(), removed);
    var wanted =
        new Wanted(
            workspace,
            chosen,
            words,
            removed,
            after == null ? null : Typed.line(name),
            after == null ? null : Ids.require(after));
    var found = vault.list(pass, wanted);
    var page = found.subList(0, Math.min(found.size(), Vault.PAGE));
    var next = found.size() > Vault.PAGE ? next(pass, filter, page.getLast()) : null;
    model.addAttribute("shelf", new Shelf(pass, filter, page, vault.lastUsed(page), next));
    return "index";
  }

  private static String next(Pass pass, Filter filter, Item last) {
    return UriComponentsBuilder.fromPath(pass.href("vault"))
        .queryParam("q", "{q}")
        .queryParam("area", filter.area())
        .queryParam("removed", filter.removed())
        .queryParam("name", "{name}")
        .queryParam("after", last.id())
        .encode()
        .buildAndExpand(filter.q(), last.head().name().toLowerCase(Locale.ROOT))
        .toUriString();
  }

  /**
   * @throws NotFound if the person works in none of its areas
   */
  private Pass worker(Viewer viewer, WorkspaceId workspace) {
    var pass = workspaces.enter(viewer, workspace);
    if (pass.working().isEmpty()) {
      throw new NotFound();
    }
    return pass;
  }

  @GetMapping("/new")
  String fresh(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @RequestParam(defaultValue = "") String kind,
      Model model) {
    var pass = worker(viewer, workspace);
    return form(pass, ItemForm.blank(pass, Kind.read(kind).orElse(Kind.LOGIN)), model);
  }

  private static String form(Pass pass, ItemForm form, Model model) {
    model.addAttribute("pass", pass);
    model.addAttribute("form", form);
    return "new";
  }

  @PostMapping("/new")
  String add(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @ModelAttribute("form") ItemForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var pass = worker(viewer, workspace);
    var problems = new Problems();
    var head = form.head(pass, problems);
    var secret = form.secret(new Secret(Map.of()), problems);
    if (head == null || problems.any()) {
      return Pages.again(response, model, problems, form(pass, form, model));
    }
    var item = vault.add(pass, head, secret);
    Flash.ok(onward, "vault.added");
    return "redirect:" + item.href();
  }
}
