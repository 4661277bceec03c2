package org.diestra.office.channels;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.diestra.office.channels.Taken.There;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Refusal;
import org.diestra.platform.page.Flash;
import org.diestra.platform.page.Pages;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /w/{workspace}/publishing/channels}: where a client is heard. */
@Controller
@RequestMapping("/w/{workspace}/publishing/channels")
class ChannelsController {
  private final Workspaces workspaces;
  private final Channels channels;
  private final Outlets outlets;
  private final String house;

  ChannelsController(
      Workspaces workspaces,
      Channels channels,
      Outlets outlets,
      @Value("${diestra.base-url}") String house) {
    this.workspaces = workspaces;
    this.channels = channels;
    this.outlets = outlets;
    this.house = house;
  }

  private Pass enter(Viewer viewer, WorkspaceId workspace) {
    var pass = workspaces.enter(viewer, workspace);
    if (!pass.works(Area.SOCIAL) && !pass.works(Area.BLOG)) {
      throw new NotFound();
    }
    return pass;
  }

  private Pass keeper(Viewer viewer, WorkspaceId workspace) {
    var pass = enter(viewer, workspace);
    pass.requireKeeps();
    return pass;
  }

  /** All of them. */
  record Shelf(Pass pass, List<Channel> channels) {}

  @GetMapping
  String list(Viewer viewer, @PathVariable WorkspaceId workspace, Model model) {
    var pass = enter(viewer, workspace);
    model.addAttribute("view", new Shelf(pass, channels.of(pass)));
    return "index";
  }

  /** Which kind it is to be. */
  @GetMapping("/new")
  String kinds(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @RequestParam @Nullable String kind,
      Model model) {
    var pass = keeper(viewer, workspace);
    if (kind == null) {
      model.addAttribute("pass", pass);
      return "kinds";
    }
    var chosen = kind(kind);
    var name = chosen == Kind.WEBHOOK || chosen == Kind.FEED ? "" : brand(chosen);
    return form(pass, null, ChannelForm.fresh(chosen, name), model);
  }

  private static Kind kind(String slug) {
    return Arrays.stream(Kind.values())
        .filter(kind -> kind.slug().equals(slug))
        .findFirst()
        .orElseThrow(NotFound::new);
  }

  /** Names of networks are the same in every language. */
  private static String brand(Kind kind) {
    return switch (kind) {
      case WORDPRESS -> "WordPress";
      case LINKEDIN -> "LinkedIn";
      default -> kind.name().charAt(0) + kind.slug().substring(1);
    };
  }

  /** The form of one. */
  record Sheet(Pass pass, @Nullable Channel channel, ChannelForm form) {}

  private static String form(Pass pass, @Nullable Channel channel, ChannelForm form, Model model) {
    model.addAttribute("sheet", new Sheet(pass, channel, form));
    return "edit";
  }

  @PostMapping("/new")
  String add(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @RequestParam Map<String, String> sent,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var pass = keeper(viewer, workspace);
    var form = ChannelForm.read(kind(sent.getOrDefault("kind", "")), sent);
    return kept(pass, null, form, model, response, onward);
  }

  private String kept(
      Pass pass,
      @Nullable Channel before,
      ChannelForm form,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var problems = new Problems();
    var read = form.read(pass.workspace().id(), before, problems);
    if (read != null && tried(before, read, form, problems)) {
      var outcome =
          before == null
              ? channels.add(pass, read, form.secret())
              : channels.change(pass, read, form.secret());
      if (outcome instanceof Outcome.Refused<Channel>(var why)) {
        problems.add(why);
      }
    }
    if (problems.any() || read == null) {
      return Pages.again(response, model, problems, form(pass, before, form, model));
    }
    Flash.ok(onward, "channels.kept", read.name());
    return "redirect:" + read.href();
  }

  /**
   * What can be spoken to is spoken to before it is kept, so that what is wrong is said at once.
   */
  private boolean tried(
      @Nullable Channel before, Channel read, ChannelForm form, Problems problems) {
    if (!read.kind().asksAddress()) {
      return true;
    }
    boolean same =
        before != null
            && before.address().equals(read.address())
            && before.account().equals(read.account());
    if (form.secret().isEmpty() && !same) {
      problems.add("secret", "channels.secret.again"); // the old one never goes to a new place
      return false;
    }
    if (same && form.secret().isEmpty()) {
      return true;
    }
    channels
        .line(read, form.secret(), outlets)
        .flatMap(line -> trouble(outlets.check(read.kind(), line)))
        .ifPresent(problems::add);
    return problems.none();
  }

  private static Optional<Refusal> trouble(Taken taken) {
    return switch (taken) {
      case There there -> Optional.empty();
      case Taken.Locked(var detail) ->
          Optional.of(Refusal.invalid("secret", "channels.fault.locked"));
      case Taken.Refused(var detail) -> at("address", detail);
      case Taken.Later(var detail) -> at("address", detail);
      case Taken.Unclear(var detail) -> at("address", detail);
      case Taken.Changed changed -> Optional.empty();
    };
  }

  private static Optional<Refusal> at(String field, String detail) {
    return Optional.of(
        detail.matches("(fetching|channels)\\.[a-z.]+")
            ? Refusal.invalid(field, detail)
            : Refusal.invalid(field, "channels.fault.said", detail));
  }

  /** One of them; its feeds' address. */
  record View(Pass pass, Channel channel, String feed) {}

  @GetMapping("/{channel}")
  String show(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable ChannelId channel,
      Model model) {
    var pass = enter(viewer, workspace);
    model.addAttribute(
        "view", new View(pass, channels.get(pass, channel), house + "/feeds/" + channel));
    return "show";
  }

  @GetMapping("/{channel}/edit")
  String edit(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable ChannelId channel,
      Model model) {
    var pass = keeper(viewer, workspace);
    var found = channels.get(pass, channel);
    return form(pass, found, ChannelForm.of(found), model);
  }

  @PostMapping("/{channel}/edit")
  String change(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable ChannelId channel,
      @RequestParam Map<String, String> sent,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var pass = keeper(viewer, workspace);
    var found = channels.get(pass, channel);
    return kept(pass, found, ChannelForm.read(found.kind(), sent), model, response, onward);
  }

  /** Speaks to it once, to see whether it still works. */
  @PostMapping("/{channel}/check")
  String check(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable ChannelId channel,
      RedirectAttributes onward) {
    var pass = keeper(viewer, workspace);
    var found = channels.get(pass, channel);
    if (!found.kind().asksAddress()) {
      throw new NotFound();
    }
    var line = outlets.line(found);
    var why =
        line.isEmpty()
            ? Optional.of(Refusal.invalid("", "channels.fault.secret"))
            : trouble(outlets.check(found.kind(), line.get()));
    if (why.isEmpty()) {
      channels.well(pass, found);
    }
    why.ifPresentOrElse(
        refusal -> Flash.refused(onward, refusal), () -> Flash.ok(onward, "channels.works"));
    return "redirect:" + found.href();
  }

  @PostMapping("/{channel}/closing")
  String close(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable ChannelId channel,
      @RequestParam(defaultValue = "0") int seen,
      @RequestParam(defaultValue = "false") boolean open,
      RedirectAttributes onward) {
    var pass = keeper(viewer, workspace);
    switch (channels.close(pass, channel, seen, open)) {
      case Outcome.Done<Channel>(var done) ->
          Flash.ok(onward, open ? "channels.opened" : "channels.closed", done.name());
      case Outcome.Refused<Channel>(var why) -> Flash.refused(onward, why);
    }
    return "redirect:/w/" + workspace + "/publishing/channels/" + channel;
  }
}
