package org.diestra.office.mailroom;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.diestra.office.mailroom.Message.State;
import org.diestra.office.workspaces.Pass;
import org.diestra.office.workspaces.WorkspaceId;
import org.diestra.office.workspaces.Workspaces;
import org.diestra.platform.accounts.PersonId;
import org.diestra.platform.accounts.Viewer;
import org.diestra.platform.base.Area;
import org.diestra.platform.base.Ids;
import org.diestra.platform.base.NotFound;
import org.diestra.platform.base.Outcome;
import org.diestra.platform.base.Problems;
import org.diestra.platform.base.Typed;
import org.diestra.platform.blobs.Blob;
import org.diestra.platform.blobs.BlobServing;
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

/** {@code /w/{workspace}/mail}: mail that came for the client. */
@Controller
@RequestMapping("/w/{workspace}/mail")
class MailroomController {
  private final Workspaces workspaces;
  private final Mailroom mailroom;
  private final BlobServing serving;

  MailroomController(Workspaces workspaces, Mailroom mailroom, BlobServing serving) {
    this.workspaces = workspaces;
    this.mailroom = mailroom;
    this.serving = serving;
  }

  private Pass enter(Viewer viewer, WorkspaceId workspace) {
    var pass = workspaces.enter(viewer, workspace);
    pass.requireWorks(Area.ADMIN);
    return pass;
  }

  /**
   * @param address null where the house takes no mail
   * @param names of those who can take care of mail
   * @param next where the next page begins, or null
   */
  record Listing(
      Pass pass,
      State state,
      List<Message> messages,
      @Nullable String address,
      Map<PersonId, String> names,
      @Nullable String next) {}

  @GetMapping
  String list(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @RequestParam @Nullable String state,
      @RequestParam @Nullable MessageId after,
      Model model) {
    var pass = enter(viewer, workspace);
    var shown = State.read(state).orElse(State.OPEN);
    var all = mailroom.list(pass, shown, after);
    var page = all.subList(0, Math.min(all.size(), Mailroom.PAGE));
    var next =
        all.size() > page.size()
            ? pass.href("mail?state=" + shown.slug() + "&after=" + page.getLast().id())
            : null;
    model.addAttribute(
        "listing",
        new Listing(
            pass, shown, page, mailroom.address(pass).orElse(null), mailroom.people(pass), next));
    return "index";
  }

  @PostMapping("/address")
  String renew(Viewer viewer, @PathVariable WorkspaceId workspace, RedirectAttributes onward) {
    var pass = enter(viewer, workspace);
    mailroom.renew(pass);
    Flash.ok(onward, "mailroom.renewed");
    return "redirect:" + pass.href("mail");
  }

  /** As a browser sends it. */
  record Form(String taker, String note, String seen) {
    Form {
      taker = Typed.line(taker);
      note = Typed.text(note);
      seen = Typed.line(seen);
    }
  }

  /**
   * @param people who can take care of it: names by their ids, nobody first
   */
  record View(Pass pass, Message message, List<Blob> files, Form form, Map<String, String> people) {

    boolean open() {
      return message.state() == State.OPEN;
    }
  }

  @GetMapping("/{message}")
  String show(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable MessageId message,
      Model model) {
    var pass = enter(viewer, workspace);
    return page(pass, mailroom.get(pass, message), null, model);
  }

  private String page(Pass pass, Message message, @Nullable Form sent, Model model) {
    var taker = message.taker();
    var form =
        sent != null
            ? sent
            : new Form(
                taker == null ? "" : Ids.text(taker.value()),
                message.note(),
                String.valueOf(message.version()));
    var people = new LinkedHashMap<String, String>();
    mailroom.people(pass).entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.naturalOrder()))
        .forEach(one -> people.put(Ids.text(one.getKey().value()), one.getValue()));
    model.addAttribute("view", new View(pass, message, mailroom.files(message), form, people));
    return "show";
  }

  @PostMapping("/{message}")
  String change(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable MessageId message,
      @ModelAttribute("form") Form form,
      @RequestParam(name = "do", defaultValue = "") String what,
      Model model,
      HttpServletResponse response,
      RedirectAttributes onward) {
    var pass = enter(viewer, workspace);
    var before = mailroom.get(pass, message);
    var problems = new Problems();
    var note = new Typed(problems).text("note", form.note(), Message.LONGEST_NOTE);
    var taker = Ids.read(form.taker()).map(PersonId::new).orElse(null);
    if (taker == null && !form.taker().isEmpty()) {
      problems.add("taker", "mailroom.taker.unknown");
    }
    if (problems.any()) {
      return Pages.again(response, model, problems, page(pass, before, form, model));
    }
    var state =
        switch (what) {
          case "done" -> State.DONE;
          case "open" -> State.OPEN;
          default -> before.state();
        };
    return mailroom
        .change(pass, message, Typed.version(form.seen()), state, taker, note)
        .fold(
            after -> {
              Flash.ok(onward, "mailroom.kept." + after.state().slug());
              return "redirect:" + (what.equals("done") ? pass.href("mail") : after.href());
            },
            why -> Pages.again(response, model, why, page(pass, before, form, model)));
  }

  @PostMapping("/{message}/removal")
  String remove(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable MessageId message,
      @RequestParam(defaultValue = "") String seen,
      RedirectAttributes onward) {
    var pass = enter(viewer, workspace);
    var before = mailroom.get(pass, message);
    switch (mailroom.remove(pass, message, Typed.version(seen))) {
      case Outcome.Done<MessageId> done -> Flash.ok(onward, "mailroom.removed");
      case Outcome.Refused<MessageId>(var why) -> {
        Flash.refused(onward, why);
        return "redirect:" + before.href();
      }
    }
    return "redirect:" + pass.href("mail");
  }

  /** A file that came with it, to be saved. */
  @GetMapping("/{message}/files/{place}")
  void file(
      Viewer viewer,
      @PathVariable WorkspaceId workspace,
      @PathVariable MessageId message,
      @PathVariable int place,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    var pass = enter(viewer, workspace);
    var files = mailroom.files(mailroom.get(pass, message));
    if (place < 1 || place > files.size()) {
      throw new NotFound();
    }
    serving.save(files.get(place - 1), request, response);
  }
}
