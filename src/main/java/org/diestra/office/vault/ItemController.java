package org.diestra.office.vault;

import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.diestra.office.vault.Vault.Code;
import org.diestra.office.vault.Vault.Opened;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Refusal;
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

/** {@code /w/{workspace}/vault/{item}}: one secret, opened part by part. */
@Controller
@RequestMapping("/w/{workspace}/vault/{item}")
class ItemController {
  private final Workspaces workspaces;
  private final Vault vault;
  private final Removals removals;
  private final Accounts accounts;

  ItemController(Workspaces workspaces, Vault vault, Removals removals, Accounts accounts) {
    this.workspaces = workspaces;
    this.vault = vault;
    this.removals = removals;
    this.accounts = accounts;
  }

  /**
   * A secret before somebody.
   *
   * @param secret of which the page shows only what is not hidden
   * @param opened the one hidden part that was asked for, or null
   * @param code a one-time code that was asked for, or null
   * @param former what it was before, for keepers
   * @param history what was done with it, the latest first
   * @param older where the rest of that stands, or null
   * @param names of whoever did it
   */
  record View(
      Pass pass,
      Item item,
      Secret secret,
      @Nullable Opened opened,
      @Nullable Code code,
      List<Former> former,
      List<Use> history,
      @Nullable String older,
      Map<PersonId, String> names) {
    boolean mayRemove() {
      return Removals.mayRemove(pass, item);
    }

    boolean masked() {
      return item.masks(pass);
    }
  }

  @GetMapping
  String show(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable ItemId item,
      @RequestParam @Nullable String before,
      Model model) {
    var last = before == null ? null : Ids.require(before);
    return page(workspaces.enter(viewer, workspace), item, last, Shown.NOTHING, model);
  }

  /** What was asked for and stands on the page for a while: one of both, or neither. */
  private record Shown(@Nullable Opened opened, @Nullable Code code) {
    static final Shown NOTHING = new Shown(null, null);
  }

  private String page(Pass pass, ItemId id, @Nullable UUID before, Shown shown, Model model) {
    var item = vault.get(pass, id);
    var found = vault.history(pass, id, before);
    var history = found.subList(0, Math.min(found.size(), Vault.PAGE));
    var older =
        found.size() > history.size()
            ? item.href() + "?before=" + Ids.text(history.getLast().id()) + "#uses-heading"
            : null;
    var former = vault.former(pass, id);
    var people =
        Stream.concat(history.stream().map(Use::person), former.stream().map(Former::replacedBy))
            .collect(Collectors.toSet());
    model.addAttribute(
        "view",
        new View(
            pass,
            item,
            vault.known(pass, id),
            shown.opened(),
            shown.code(),
            former,
            history,
            older,
            accounts.names(people)));
    return "show";
  }

  @PostMapping("/opening")
  String open(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable ItemId item,
      @RequestParam(defaultValue = "") String field,
      Model model,
      HttpServletResponse response) {
    var pass = workspaces.enter(viewer, workspace);
    var part = Field.read(field).filter(Field::hidden).orElseThrow(NotFound::new);
    return switch (vault.open(pass, item, part)) {
      case Outcome.Done<Opened>(var opened) ->
          page(pass, item, null, new Shown(opened, null), model);
      case Outcome.Refused<Opened>(var why) -> refused(pass, item, why, model, response);
    };
  }

  private String refused(
      Pass pass, ItemId item, Refusal why, Model model, HttpServletResponse response) {
    return Pages.again(response, model, why, page(pass, item, null, Shown.NOTHING, model));
  }

  @PostMapping("/code")
  String code(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable ItemId item,
      Model model,
      HttpServletResponse response) {
    var pass = workspaces.enter(viewer, workspace);
    return switch (vault.code(pass, item)) {
      case Outcome.Done<Code>(var code) -> page(pass, item, null, new Shown(null, code), model);
      case Outcome.Refused<Code>(var why) -> refused(pass, item, why, model, response);
    };
  }

  @GetMapping("/edit")
  String edit(
      Viewer viewer, @PathVariable WorkspaceId workspace, @PathVariable ItemId item, Model model) {
    var pass = workspaces.enter(viewer, workspace);
    var found = vault.get(pass, item);
    var secret = vault.known(pass, item);
    return form(pass, found, secret, ItemForm.of(found, secret), model);
  }

  private static String form(Pass pass, Item item, Secret secret, ItemForm form, Model model) {
    model.addAttribute("pass", pass);
    model.addAttribute("item", item);
    model.addAttribute("secret", secret);
    model.addAttribute("form", form);
    return "edit";
  }

  @PostMapping("/edit")
  String change(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable ItemId item,
      @ModelAttribute("form") ItemForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var pass = workspaces.enter(viewer, workspace);
    var found = vault.get(pass, item);
    var before = vault.known(pass, item);
    var problems = new Problems();
    var own = form.as(found.head().kind(), Removals.mayRemove(pass, found));
    var head = own.head(pass, problems);
    var secret = own.secret(before, problems);
    if (head == null || problems.any()) {
      return Pages.again(response, model, problems, form(pass, found, before, own, model));
    }
    return vault
        .change(pass, item, own.version(), head, secret)
        .fold(
            changed -> {
              Flash.ok(onward, "vault.changed");
              return "redirect:" + changed.href();
            },
            why -> Pages.again(response, model, why, form(pass, found, before, own, model)));
  }

  @PostMapping("/former/{version}")
  String bringBack(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable ItemId item,
      @PathVariable int version,
      RedirectAttributes onward) {
    var pass = workspaces.enter(viewer, workspace);
    switch (vault.bringBack(pass, item, version)) {
      case Outcome.Done<Item> done -> Flash.ok(onward, "vault.former.back");
      case Outcome.Refused<Item>(var why) -> Flash.refused(onward, why);
    }
    return "redirect:" + pass.href("vault/" + item);
  }

  @PostMapping("/removal")
  String remove(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable ItemId item,
      RedirectAttributes onward) {
    var pass = workspaces.enter(viewer, workspace);
    removals.remove(pass, item);
    Flash.undoable(onward, pass.href("vault/" + item + "/return"), "vault.removed");
    return "redirect:" + pass.href("vault");
  }

  @PostMapping("/return")
  String restore(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable ItemId item,
      RedirectAttributes onward) {
    var pass = workspaces.enter(viewer, workspace);
    removals.restore(pass, item);
    Flash.ok(onward, "vault.restored");
    return "redirect:" + pass.href("vault/" + item);
  }
}
