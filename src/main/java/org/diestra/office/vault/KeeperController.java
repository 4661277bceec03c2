package org.diestra.office.vault;

import static java.util.stream.Collectors.groupingBy;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.diestra.office.vault.Imports.Brought;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.Accounts;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /w/{workspace}/vault}: what only those do who keep the workspace. */
@Controller
@RequestMapping("/w/{workspace}/vault")
class KeeperController {
  private final Workspaces workspaces;
  private final Register register;
  private final Rekeying rekeying;
  private final Handover handover;
  private final Imports imports;
  private final Removals removals;
  private final Accounts accounts;

  KeeperController(
      Workspaces workspaces,
      Register register,
      Rekeying rekeying,
      Handover handover,
      Imports imports,
      Removals removals,
      Accounts accounts) {
    this.workspaces = workspaces;
    this.register = register;
    this.rekeying = rekeying;
    this.handover = handover;
    this.imports = imports;
    this.removals = removals;
    this.accounts = accounts;
  }

  private Pass keeper(Viewer viewer, WorkspaceId workspace) {
    var pass = workspaces.enter(viewer, workspace);
    pass.requireKeeps();
    return pass;
  }

  @GetMapping("/register")
  String register(Viewer viewer, @PathVariable WorkspaceId workspace, Model model) {
    var pass = keeper(viewer, workspace);
    model.addAttribute("pass", pass);
    model.addAttribute("lines", register.of(pass));
    model.addAttribute("key", rekeying.current(pass).orElse(null));
    return "register";
  }

  @PostMapping("/key")
  String rotate(Viewer viewer, @PathVariable WorkspaceId workspace, RedirectAttributes onward) {
    var pass = keeper(viewer, workspace);
    rekeying.rotate(pass);
    Flash.ok(onward, "vault.key.rotated");
    return "redirect:" + pass.href("vault/register");
  }

  /** What one person who left may still know. */
  record Left(PersonId person, String name, List<Duty> duties) {
    long unused() {
      return duties.stream().filter(duty -> duty.usedAt() == null).count();
    }
  }

  @GetMapping("/handover")
  String handover(Viewer viewer, @PathVariable WorkspaceId workspace, Model model) {
    var pass = keeper(viewer, workspace);
    var duties = handover.open(pass);
    var names = accounts.names(duties.stream().map(Duty::person).collect(Collectors.toSet()));
    var left =
        duties.stream()
            .collect(groupingBy(Duty::person, LinkedHashMap::new, Collectors.toList()))
            .entrySet()
            .stream()
            .map(e -> new Left(e.getKey(), names.getOrDefault(e.getKey(), ""), e.getValue()))
            .toList();
    model.addAttribute("pass", pass);
    model.addAttribute("left", left);
    model.addAttribute("more", duties.size() == Handover.MOST);
    return "handover";
  }

  @PostMapping("/handover/people/{person}")
  String leaveUnused(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable PersonId person,
      RedirectAttributes onward) {
    var pass = keeper(viewer, workspace);
    int left = handover.leaveUnused(pass, person);
    if (left > 0) {
      Flash.ok(onward, "vault.handover.left.unused", left);
    }
    return "redirect:" + pass.href("vault/handover");
  }

  @PostMapping("/handover/{duty}")
  String leave(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable String duty,
      RedirectAttributes onward) {
    var pass = keeper(viewer, workspace);
    switch (handover.leave(pass, Ids.require(duty))) {
      case Outcome.Done<UUID> done -> Flash.ok(onward, "vault.handover.left");
      case Outcome.Refused<UUID>(var why) -> Flash.refused(onward, why);
    }
    return "redirect:" + pass.href("vault/handover");
  }

  @GetMapping("/import")
  String choose(Viewer viewer, @PathVariable WorkspaceId workspace, Model model) {
    return form(keeper(viewer, workspace), "", model);
  }

  private static String form(Pass pass, String area, Model model) {
    model.addAttribute("pass", pass);
    model.addAttribute("area", area);
    return "import";
  }

  @PostMapping("/import")
  String bring(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @RequestParam(defaultValue = "") String area,
      @RequestParam(defaultValue = "false") boolean kept,
      @RequestParam @Nullable MultipartFile file,
      Model model,
      HttpServletResponse response)
      throws IOException {
    var pass = keeper(viewer, workspace);
    var chosen = Area.read(area).filter(pass::works).orElse(null);
    if (chosen == null) {
      return again(pass, area, Refusal.invalid("area", "vault.area.missing"), model, response);
    }
    if (file == null || file.isEmpty()) {
      return again(pass, area, Refusal.invalid("file", "vault.import.missing"), model, response);
    }
    if (file.getSize() > Imports.LONGEST) {
      return again(pass, area, Refusal.invalid("file", "vault.import.large"), model, response);
    }
    return switch (imports.bring(pass, chosen, kept, file.getBytes())) {
      case Outcome.Refused<Brought>(var why) -> again(pass, area, why, model, response);
      case Outcome.Done<Brought>(var brought) -> {
        model.addAttribute("pass", pass);
        model.addAttribute("brought", brought);
        yield "imported";
      }
    };
  }

  private static String again(
      Pass pass, String area, Refusal why, Model model, HttpServletResponse response) {
    return Pages.again(response, model, why, form(pass, area, model));
  }

  @PostMapping("/import/{batch}/undo")
  String takeBack(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable String batch,
      RedirectAttributes onward) {
    var pass = keeper(viewer, workspace);
    Flash.note(onward, "vault.import.undone", removals.takeBack(pass, Ids.require(batch)));
    return "redirect:" + pass.href("vault");
  }
}
